// Copies a key; browsers without a clipboard to write to have no button for it.
for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = !navigator.clipboard;
  const label = button.firstChild;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(button.parentElement.querySelector('[data-copied]').textContent);
      label.data = 'Copied';
    } catch {
      getSelection().selectAllChildren(button.parentElement.querySelector('[data-copied]'));
      label.data = 'Press Ctrl+C';
    }
  });
}
