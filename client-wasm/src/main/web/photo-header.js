/**
 * Size that a JPEG, PNG, WebP or GIF file claims, before any of it is decoded.
 *
 * @param {DataView} file the whole file or its beginning
 * @returns {{width: number, height: number} | null} null where the format is another or the size is not in these bytes
 */
export function claimedSize(file) {
  try {
    switch (file.getUint32(0)) {
      case 0x89504e47: // PNG specification, 11.2.2 IHDR
        return { width: file.getUint32(16), height: file.getUint32(20) };
      case 0x47494638: // GIF89a, 18. logical screen descriptor
        return { width: file.getUint16(6, true), height: file.getUint16(8, true) };
      case 0x52494646:
        return webp(file);
      default:
        return file.getUint16(0) === 0xffd8 ? jpeg(file) : null;
    }
  } catch (e) {
    if (e instanceof RangeError) {
      return null;
    }
    throw e;
  }
}

/** ITU-T T.81, B.2.2: the frame header is the first SOF marker; segments before it are skipped by their length. */
function jpeg(file) {
  let at = 2;
  for (;;) {
    const marker = file.getUint16(at);
    const startOfFrame = marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;
    if (startOfFrame) {
      return { width: file.getUint16(at + 7), height: file.getUint16(at + 5) };
    }
    if (marker < 0xff01) {
      return null;
    }
    at += marker === 0xffff ? 1 : 2 + file.getUint16(at + 2);
  }
}

/** RFC 9649: lossy (2.5), lossless (2.6) and extended (2.7) files. */
function webp(file) {
  switch (file.getUint32(12)) {
    case 0x56503820:
      return { width: file.getUint16(26, true) & 0x3fff, height: file.getUint16(28, true) & 0x3fff };
    case 0x5650384c: {
      const bits = file.getUint32(21, true);
      return { width: (bits & 0x3fff) + 1, height: (bits >> 14 & 0x3fff) + 1 };
    }
    case 0x56503858:
      return { width: 1 + (file.getUint32(24, true) & 0xffffff), height: 1 + (file.getUint32(26, true) >>> 8) };
    default:
      return null;
  }
}
