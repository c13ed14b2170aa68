import { fetchBytes } from './assets.js';
import { EngineError } from './errors.js';

/** Longest side of a texture; larger images are scaled down. */
const MAX_TEXTURE_PX = 2048;

/** The address of a frame, by which it is kept; none for a file in memory. */
export function frameName(frame) {
  return frame instanceof ArrayBuffer ? '' : new URL(frame, document.baseURI).href;
}

/** Fetches a frame's file where it is not in memory, has Java read it and decodes its images. */
export async function readFrame(java, frame) {
  const glb = frame instanceof ArrayBuffer ? new Int8Array(frame) : await fetchBytes(frameName(frame));
  const file = java.readFrame(glb);
  const images = Array.from({ length: file.imageCount }, (_, i) => decode(file.imageFile(i), file.imageType(i), i));
  (await Promise.all(images)).forEach((image, i) => file.setImage(i, image));
  return file;
}

/**
 * Fetches a frame and keeps it ready, if it is still wanted then.
 *
 * @returns whether it was
 */
export async function keepFrame(java, frame, stillWanted) {
  const file = await readFrame(java, frame);
  if (!stillWanted()) {
    return false;
  }
  java.keepFrame(frameName(frame), file);
  return true;
}

/** Shows a frame that is kept ready; false if it is not. */
export function showKept(java, frame) {
  return !(frame instanceof ArrayBuffer) && java.showFrame(frameName(frame));
}

/**
 * Fetches a frame and shows it, if it is still wanted then.
 *
 * @returns whether it was
 */
export async function showFetched(java, frame, stillWanted) {
  return await keepFrame(java, frame, stillWanted) && java.showFrame(frameName(frame));
}

/** Shows the frame as its file has it, null, or in one of its variants. */
export function setVariant(java, name) {
  const { variants } = java;
  const index = variants.indexOf(name);
  if (name !== null && index < 0) {
    throw new RangeError(`variant is ${name}, expected null or one of: ${variants.join(', ')}`);
  }
  java.setLook(1 + index);
}

async function decode(bytes, type, index) {
  // The graphics card takes colours as the file has them: it knows which of them are sRGB, and alpha may be a number of its own.
  const options = { premultiplyAlpha: 'none', colorSpaceConversion: 'none' };
  try {
    const image = await createImageBitmap(new Blob([bytes], { type }), options);
    const scale = MAX_TEXTURE_PX / Math.max(image.width, image.height);
    if (scale >= 1) {
      return image;
    }
    const resizeWidth = Math.max(1, Math.round(scale * image.width));
    const resizeHeight = Math.max(1, Math.round(scale * image.height));
    const smaller = await createImageBitmap(image, { ...options, resizeWidth, resizeHeight, resizeQuality: 'high' });
    image.close();
    return smaller;
  } catch (cause) {
    throw new EngineError('FRAME_INVALID', { detail: `this browser cannot decode image ${index} (${type || 'of no type'})`, cause });
  }
}
