import { EngineError } from './errors.js';

/** More device pixels per CSS pixel than this cost time and show nothing. */
const MAX_PIXEL_RATIO = 2;

/** The canvas: its WebGL context, its size in device pixels, its losses of both. */
export class Stage {
  #canvas;
  #resizes;
  #listener;
  #style;
  #onLost = event => {
    event.preventDefault();
    this.#listener.onLost();
  };
  #onRestored = () => this.#listener.onRestored();

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {{onLost(): void, onRestored(): void, onResize(): void}} listener
   */
  constructor(canvas, listener) {
    this.#canvas = canvas;
    this.#listener = listener;
    // Follows what CSS says; a new one for each picture would be garbage.
    this.#style = getComputedStyle(canvas);
    this.gl = canvas.getContext('webgl2', {
      alpha: false, antialias: false, depth: false, stencil: false, powerPreference: 'high-performance',
    });
    if (this.gl === null) {
      throw new EngineError('WEBGL2_MISSING');
    }
    canvas.addEventListener('webglcontextlost', this.#onLost);
    canvas.addEventListener('webglcontextrestored', this.#onRestored);
    this.#resizes = new ResizeObserver(() => {
      this.fit();
      this.#listener.onResize();
    });
    this.#resizes.observe(canvas);
    this.fit();
  }

  /**
   * Gives the canvas as many pixels as its box has on the screen. Where the page leaves the box to the canvas's own size, or the
   * canvas is not in the layout, the size stays: following it would make it grow for ever.
   */
  fit() {
    const { clientWidth, clientHeight, width, height } = this.#canvas;
    if (clientWidth === 0 || clientHeight === 0) {
      return;
    }
    const ratio = Math.min(globalThis.devicePixelRatio, MAX_PIXEL_RATIO);
    this.#resize(Math.round(ratio * clientWidth), Math.round(ratio * clientHeight));
    if (this.#canvas.clientWidth !== clientWidth || this.#canvas.clientHeight !== clientHeight) {
      this.#resize(width, height);
    }
  }

  #resize(width, height) {
    if (this.#canvas.width !== width || this.#canvas.height !== height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
  }

  get width() {
    return this.#canvas.width;
  }

  get height() {
    return this.#canvas.height;
  }

  /** Whether CSS asks for the picture to fill the canvas. */
  get covers() {
    return this.#style.objectFit === 'cover';
  }

  toBlob(type, quality) {
    return new Promise(resolve => this.#canvas.toBlob(resolve, type, quality));
  }

  close() {
    this.#resizes.disconnect();
    this.#canvas.removeEventListener('webglcontextlost', this.#onLost);
    this.#canvas.removeEventListener('webglcontextrestored', this.#onRestored);
  }
}
