/**
 * Opens a picture file upright (EXIF orientation applied), scaled down to at most 2048 pixels a side.
 *
 * @returns a bitmap for `Engine.track`; call its `close()` when done
 * @throws {EngineError} PHOTO_CORRUPT, PHOTO_TOO_SMALL (below 64 pixels a side) or PHOTO_TOO_LARGE (above 100 megapixels)
 */
export function loadPhoto(blob: Blob): Promise<ImageBitmap>;
