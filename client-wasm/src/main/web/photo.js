import { EngineError } from './errors.js';
import { claimedSize } from './photo-header.js';

/** Longer side of a photo as kept; more shows nothing more on a screen and costs memory. */
const MAX_SIDE_PX = 2048;
const MIN_SIDE_PX = 64;
/** What a browser can decode at all: 400 MB as pixels. */
const MAX_PIXELS = 100_000_000;
const MAX_FILE_BYTES = 100_000_000;

export async function loadPhoto(blob) {
  if (blob.size > MAX_FILE_BYTES) {
    throw new EngineError('PHOTO_TOO_LARGE', { detail: `${blob.size} bytes, at most ${MAX_FILE_BYTES} are opened` });
  }
  const claimed = claimedSize(new DataView(await readable(blob)));
  if (claimed) {
    requireUsable(claimed);
  }
  let full;
  try {
    full = await createImageBitmap(blob, { imageOrientation: 'from-image' });
  } catch (cause) {
    throw new EngineError('PHOTO_CORRUPT', { detail: `${blob.size} bytes of type ${blob.type || 'unknown'}`, cause });
  }
  try {
    requireUsable(full);
    return await scaledDown(full);
  } finally {
    full.close();
  }
}

async function readable(blob) {
  try {
    return await blob.arrayBuffer();
  } catch (cause) {
    throw new EngineError('PHOTO_CORRUPT', { detail: 'the file can no longer be read', cause });
  }
}

function requireUsable({ width, height }) {
  if (width * height > MAX_PIXELS) {
    throw new EngineError('PHOTO_TOO_LARGE', { detail: `${width} × ${height} pixels, at most ${MAX_PIXELS} are opened` });
  }
  if (width === 0 || height === 0) {
    throw new EngineError('PHOTO_CORRUPT', { detail: `${width} × ${height} pixels` });
  }
  if (Math.min(width, height) < MIN_SIDE_PX) {
    throw new EngineError('PHOTO_TOO_SMALL', { detail: `${width} × ${height} pixels, at least ${MIN_SIDE_PX} a side are needed` });
  }
}

function scaledDown(bitmap) {
  const scale = Math.min(1, MAX_SIDE_PX / Math.max(bitmap.width, bitmap.height));
  return createImageBitmap(bitmap, {
    resizeWidth: Math.max(1, Math.round(scale * bitmap.width)),
    resizeHeight: Math.max(1, Math.round(scale * bitmap.height)),
    resizeQuality: 'high',
  });
}
