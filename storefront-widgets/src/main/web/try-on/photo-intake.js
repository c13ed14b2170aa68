import { element } from './dom.js';

/**
 * Every way a photo can reach the dialog: file picker, drag and drop, paste. Whether it is a usable photo is for the engine to say.
 *
 * @param {HTMLElement} dialog receives drops and pastes
 * @param {(photo: Blob) => void} accept
 */
export function photoIntake(dialog, accept) {
  const input = element('input', { type: 'file', accept: 'image/*', hidden: true, onchange: chosen });

  function chosen() {
    const [photo] = input.files;
    input.value = '';
    if (photo) accept(photo);
  }

  function carriesFile(event) {
    return event.dataTransfer.types.includes('Files');
  }

  dialog.addEventListener('dragover', event => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    dialog.classList.add('dropping');
  });
  dialog.addEventListener('dragleave', event => {
    if (!dialog.contains(event.relatedTarget)) dialog.classList.remove('dropping');
  });
  dialog.addEventListener('drop', event => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    dialog.classList.remove('dropping');
    accept(event.dataTransfer.files[0]);
  });
  dialog.addEventListener('paste', event => {
    const photo = [...event.clipboardData.files].find(file => file.type.startsWith('image/'));
    if (photo) accept(photo);
  });

  return { input, choose: () => input.click() };
}
