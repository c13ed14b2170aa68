// Shows a suggested frame in 3D when asked; one at a time, since each takes a share of the graphics card.
import { openStage } from './stage.js';

let open = null;

function close() {
  if (!open) return;
  open.viewer?.close();
  open.canvas.hidden = true;
  open.button.hidden = false;
  open = null;
}

for (const card of document.querySelectorAll('.frame-card')) {
  const canvas = card.querySelector('canvas');
  const button = card.querySelector('[data-look]');
  if (!canvas || !button) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    close();
    button.hidden = true;
    canvas.hidden = false;
    const mine = { canvas, button, viewer: null };
    open = mine;
    try {
      mine.viewer = await openStage(canvas, canvas.dataset.engine);
      await mine.viewer.setFrame(canvas.dataset.model);
      canvas.dataset.shown = 'true';
    } catch {
      close();
    }
  });
}
