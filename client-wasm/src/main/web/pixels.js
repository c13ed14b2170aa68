import { EngineError } from './errors.js';

/** Size of a source in its own pixels. One is kept for many pictures, so that none leaves garbage. */
export class SourceSize {
  width = 0;
  height = 0;

  /** Looks at a source; false while it has nothing to show yet. */
  read(source) {
    if (source?.videoWidth !== undefined) {
      const hasPicture = source.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
      this.width = hasPicture ? source.videoWidth : 0;
      this.height = hasPicture ? source.videoHeight : 0;
    } else if (source?.naturalWidth !== undefined) {
      this.width = source.complete ? source.naturalWidth : 0;
      this.height = source.complete ? source.naturalHeight : 0;
    } else if (Number.isInteger(source?.width) && Number.isInteger(source?.height)) {
      this.width = source.width;
      this.height = source.height;
    } else {
      throw new TypeError('source is no video, image, canvas, ImageBitmap or ImageData');
    }
    return this.width > 0 && this.height > 0;
  }
}

/** Reads the pixels of any source through canvases that are kept from frame to frame. */
export class PixelReader {
  #scaled = scratch();
  #natural = null;

  /** The source scaled to a size: red, green, blue, alpha bytes, row by row from the top. */
  read(source, width, height) {
    if (source.data) {
      if (source.width === width && source.height === height) {
        return source.data;
      }
      this.#natural ??= scratch();
      resize(this.#natural, source.width, source.height);
      this.#natural.putImageData(source, 0, 0);
      source = this.#natural.canvas;
    }
    const context = this.#scaled;
    resize(context, width, height);
    context.drawImage(source, 0, 0, width, height);
    try {
      return context.getImageData(0, 0, width, height).data;
    } catch (cause) {
      this.#scaled = scratch();
      throw new EngineError('PICTURE_PROTECTED', { detail: 'it was loaded without CORS permission', cause });
    }
  }
}

function scratch() {
  const canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(1, 1) : document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.globalCompositeOperation = 'copy';
  return context;
}

function resize(context, width, height) {
  const { canvas } = context;
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    context.globalCompositeOperation = 'copy';
  }
}
