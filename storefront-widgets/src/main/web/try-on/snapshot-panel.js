import { element, icon, icons } from './dom.js';

/**
 * The picture just taken: save it, share it, or go back. It exists as an object URL of this page and is released on leaving.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{leaveSnapshot(): void, shared(): void}} actions
 */
export function snapshotPanel(text, actions) {
  const picture = element('img', { class: 'snapshot__picture' });
  const save = element('a', { class: 'button button--primary' }, icon(icons.save), text('snapshotSave'));
  const share = element('button', { type: 'button', class: 'button', onclick: shareSnapshot }, icon(icons.share), text('snapshotShare'));
  const retake = element('button', { type: 'button', class: 'button', onclick: actions.leaveSnapshot }, icon(icons.back), text('snapshotRetake'));
  const title = element('h2', { tabindex: '-1', class: 'visually-hidden' }, text('snapshotTitle'));
  const panel = element('div', { class: 'panel snapshot' }, title, picture, element('div', { class: 'buttons' }, save, share, retake));
  let shown;
  let file;

  async function shareSnapshot() {
    try {
      await navigator.share({ files: [file], text: text('snapshotShareText', shown.wearing) });
    } catch (e) {
      if (e.name === 'AbortError') return;
      throw e;
    }
    actions.shared();
  }

  function release() {
    if (!shown) return;
    URL.revokeObjectURL(picture.src);
    picture.removeAttribute('src');
    save.removeAttribute('href');
    file = undefined;
    shown = undefined;
  }

  function show(snapshot) {
    const name = text('snapshotFile', snapshot.wearing).toLowerCase().replaceAll(' ', '-');
    file = new File([snapshot.blob], name, { type: snapshot.blob.type });
    picture.src = URL.createObjectURL(file);
    picture.alt = text('snapshotAlt', snapshot.wearing);
    save.href = picture.src;
    save.download = name;
    share.hidden = !navigator.canShare?.({ files: [file] });
    shown = snapshot;
  }

  return {
    element: panel,
    update({ screen, snapshot }) {
      panel.hidden = screen !== 'snapshot';
      if (snapshot === shown) return;
      release();
      if (snapshot) show(snapshot);
    },
    focus: () => title.focus(),
  };
}
