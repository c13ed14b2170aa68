// Filters apply as soon as they are changed; without scripts the form has a button.
for (const form of document.querySelectorAll('[data-submit-on-change]')) {
  form.addEventListener('change', () => form.requestSubmit());
}
