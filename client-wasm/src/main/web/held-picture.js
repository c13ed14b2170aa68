import { SourceSize } from './pixels.js';

/** Longest side that is shown; a larger source is scaled down. */
const MAX_SIDE_PX = 2048;

/**
 * A copy of what a source shows at one moment. Solving and drawing both read the copy, so that a video that moves on between
 * the two cannot part the glasses from the face.
 */
export class HeldPicture {
  #size = new SourceSize();
  #context = document.createElement('canvas').getContext('2d', { alpha: false });

  get canvas() {
    return this.#context.canvas;
  }

  /** Copies the source; false while it has nothing to show. */
  take(source) {
    if (!this.#size.read(source)) {
      return false;
    }
    const { width, height } = this.#size;
    const scale = Math.min(1, MAX_SIDE_PX / Math.max(width, height));
    const { canvas } = this.#context;
    const heldWidth = Math.max(1, Math.round(scale * width));
    const heldHeight = Math.max(1, Math.round(scale * height));
    if (canvas.width !== heldWidth || canvas.height !== heldHeight) {
      canvas.width = heldWidth;
      canvas.height = heldHeight;
    }
    // Transparent parts of a source must not let the picture before it through.
    this.#context.globalCompositeOperation = 'copy';
    if (source.data) {
      this.#context.putImageData(source, 0, 0);
    } else {
      this.#context.drawImage(source, 0, 0, heldWidth, heldHeight);
    }
    return true;
  }
}
