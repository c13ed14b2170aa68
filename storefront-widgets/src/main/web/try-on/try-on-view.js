import { choicePanel } from './choice-panel.js';
import { element, icon, icons } from './dom.js';
import { framePicker } from './frame-picker.js';
import { lookPicker } from './look-picker.js';
import { looksPanel } from './looks-panel.js';
import { holdButton } from './hold-button.js';
import { noticePanel } from './notice-panel.js';
import { photoIntake } from './photo-intake.js';
import { photoSurround } from './photo-surround.js';
import { privacyLine, productPanel } from './product-panel.js';
import { snapshotPanel } from './snapshot-panel.js';
import { onSwipe } from './swipe.js';
import { viewerPanel } from './viewer-panel.js';

/**
 * The dialog in the shadow root: builds every part once, then only follows the state given to `update`.
 *
 * @param {ShadowRoot} root
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {Record<string, Function>} actions
 * @param {string} engineUrl module of the engine, for the frame in 3D
 */
export function tryOnView(root, text, actions, engineUrl) {
  const styles = element('link', { rel: 'stylesheet', href: new URL('try-on.css', import.meta.url).href });
  // Without its styles the dialog is plain but works.
  const styled = new Promise(resolve => ['load', 'error'].forEach(event => styles.addEventListener(event, resolve)));

  const choice = choicePanel(text, actions);
  const notice = noticePanel(text, { ...actions, usePhoto: actions.choosePhoto, useSample: actions.askAgain });
  const product = productPanel(text, actions);
  const picker = framePicker(text, actions);
  const snapshot = snapshotPanel(text, actions);
  const viewer = viewerPanel(text, actions, engineUrl);
  const looks = looksPanel(text, actions);
  const lookOfFile = lookPicker(text, actions);
  const parts = [choice, notice, product, picker, snapshot, viewer, looks, lookOfFile];

  const pictureHolder = element('div', { class: 'picture' });
  const surround = photoSurround(pictureHolder);
  const hint = element('p', { class: 'hint', role: 'status' });
  const shutter = element('button', { type: 'button', class: 'shutter', 'aria-label': text('takeSnapshot'), title: text('takeSnapshot'), onclick: actions.takeSnapshot });
  const change = element('button', { type: 'button', class: 'tool', onclick: actions.askAgain }, icon(icons.swap), text('changePicture'));
  const compare = holdButton({ class: 'tool', 'aria-label': text('compare'), title: text('compare') }, [icon(icons.compare), text('compareShort')],
    held => actions.compare(held));
  const view = element('button', { type: 'button', class: 'tool', 'aria-label': text('view3d'), title: text('view3d'), onclick: actions.view3d },
    icon(icons.cube), text('view3dShort'));
  const tools = element('div', { class: 'tools' }, element('div', { class: 'tools__picture' }, change, compare.button), shutter,
    element('div', { class: 'tools__looks' }, looks.button, view));
  const stage = element('section', { class: 'stage' },
    pictureHolder, hint, tools, choice.element, ...notice.elements, snapshot.element, viewer.element,
    element('p', { class: 'drop-hint', 'aria-hidden': 'true' }, text('dropHere')),
    privacyLine(text));
  const announcement = element('p', { class: 'visually-hidden', 'aria-live': 'polite' });
  const side = element('aside', { class: 'side' }, product.head, picker.colours, lookOfFile.element, picker.frames, product.fit, product.add);
  const closeButton = element('button', { type: 'button', class: 'close', 'aria-label': text('close'), title: text('close'), onclick: () => dialog.close() }, icon(icons.close));
  const dialog = element('dialog', { onclose: closed }, closeButton, stage, side, looks.element, announcement);
  const intake = photoIntake(dialog, actions.usePhoto);
  dialog.append(intake.input);
  onSwipe(pictureHolder, direction => looks.open || actions.step(direction));
  looks.dragOn(pictureHolder);
  dialog.addEventListener('cancel', event => {
    if (event.target !== dialog || !looks.open) return;
    event.preventDefault(); // Escape leaves the sheet first, also where the focus has gone from it.
    looks.close();
  });
  dialog.addEventListener('click', event => event.target === dialog && dialog.close());
  root.append(styles, dialog);

  let canvas;
  let pageOverflow;
  let shownScreen;

  const focusOn = {
    choice: () => choice.element.querySelector('h2').focus(),
    mirror: () => picker.focus(),
    snapshot: () => snapshot.focus(),
    failure: () => notice.focus(),
    viewer: () => viewer.focus(),
  };

  function closed() {
    document.documentElement.style.overflow = pageOverflow;
    actions.closed();
  }

  function hintFor({ screen, source, faceFound, measurement, comparing }) {
    if (comparing) return text('comparing');
    if (screen !== 'mirror' || source !== 'camera' || faceFound) return '';
    return text(measurement ? 'faceLost' : 'stepFace');
  }

  return {
    async open() {
      await styled;
      pageOverflow = document.documentElement.style.overflow;
      document.documentElement.style.overflow = 'hidden';
      dialog.showModal();
      focusOn[shownScreen]?.();
    },
    close: () => dialog.close(),
    choosePhoto: intake.choose,
    say: sentence => { announcement.textContent = sentence; },
    newCanvas() {
      canvas?.remove();
      canvas = element('canvas', { role: 'img' });
      pictureHolder.append(canvas);
      return canvas;
    },
    update(state) {
      const { screen, source, photo, frame, variant } = state;
      for (const part of parts) part.update(state);
      dialog.setAttribute('aria-label', text('dialogTitle', { frame: frame?.name ?? '' }));
      dialog.dataset.screen = screen;
      dialog.dataset.source = source ?? '';
      surround.show(photo);
      tools.hidden = screen !== 'mirror';
      if (tools.hidden) compare.release();
      const sentence = hintFor(state);
      if (hint.textContent !== sentence) hint.textContent = sentence;
      if (frame) canvas.setAttribute('aria-label', text('pictureOf', { frame: frame.name, colour: variant.colour }));
      if (screen !== shownScreen) {
        const inPicker = side.contains(root.activeElement);
        shownScreen = screen;
        if (dialog.open && !inPicker) focusOn[screen]?.();
      }
    },
  };
}
