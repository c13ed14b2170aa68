// Shows the model that a canvas names.
import { openStage } from './stage.js';

const canvas = document.querySelector('canvas[data-model]');
try {
  const viewer = await openStage(canvas, canvas.dataset.engine);
  await viewer.setFrame(canvas.dataset.model);
  canvas.dataset.shown = 'true';
} catch (e) {
  const note = document.createElement('p');
  note.className = 'muted small';
  note.textContent = e.shopperMessage ?? 'This browser cannot show the model.';
  canvas.replaceWith(note);
}
