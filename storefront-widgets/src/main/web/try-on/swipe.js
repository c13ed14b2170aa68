/** Shortest sideways movement that counts as a swipe. */
const SWIPE_PX = 48;

/**
 * Tells sideways swipes of a finger or pen: +1 to the left (next), −1 to the right (previous).
 *
 * @param {HTMLElement} surface
 * @param {(direction: 1|-1) => void} step
 */
export function onSwipe(surface, step) {
  let start;
  surface.addEventListener('pointerdown', event => {
    start = event.pointerType === 'mouse' ? undefined : event;
  });
  surface.addEventListener('pointercancel', () => {
    start = undefined;
  });
  surface.addEventListener('pointerup', event => {
    if (start?.pointerId !== event.pointerId) return;
    const dx = event.clientX - start.clientX;
    const dy = event.clientY - start.clientY;
    start = undefined;
    if (Math.abs(dx) >= SWIPE_PX && Math.abs(dx) > 2 * Math.abs(dy)) step(dx < 0 ? 1 : -1);
  });
}
