/** Everything that can go wrong: what happened, in words for the shopper, and the best next step. */
const PROBLEMS = {
  CAMERA_NOT_FOUND: ['No camera was found on this device.', 'use-photo'],
  CAMERA_DENIED: ['The camera may not be used on this page.', 'allow-camera'],
  CAMERA_IN_USE: ['The camera is in use by another app or tab.', 'retry'],
  INSECURE_CONTEXT: ['Browsers lend the camera only to secure (https) pages.', 'use-photo'],
  IN_APP_BROWSER: ['The browser inside this app does not lend its camera.', 'open-in-browser'],
  WEBGL2_MISSING: ['This browser cannot draw with WebGL 2.', 'update-browser'],
  WASM_MISSING: ['This browser cannot run WebAssembly with garbage collection.', 'update-browser'],
  SIMD_MISSING: ['This browser cannot run WebAssembly SIMD.', 'update-browser'],
  WASM_BLOCKED: ["The page's content security policy forbids WebAssembly.", 'contact-shop'],
  GL_CONTEXT_LOST: ['The graphics card stopped drawing for this page.', 'retry'],
  ASSET_UNAVAILABLE: ['A part of the try-on could not be loaded.', 'retry'],
  ASSET_DAMAGED: ['A part of the try-on arrived damaged.', 'reload'],
  MODEL_TRUNCATED: ['The face model arrived incomplete.', 'reload'],
  MODEL_VERSION: ['The face model belongs to another version of the try-on.', 'reload'],
  MODEL_CHECKSUM: ['The face model arrived damaged.', 'reload'],
  FRAME_TRUNCATED: ['The glasses arrived incomplete.', 'retry'],
  FRAME_VERSION: ['The glasses are stored in a form this try-on does not know.', 'other-frame'],
  FRAME_INVALID: ['The glasses cannot be shown.', 'other-frame'],
  NO_FACE: ['No face was found.', 'other-photo'],
  SEVERAL_FACES: ['Several faces were found; the largest wears the glasses.', 'other-photo'],
  PHOTO_CORRUPT: ['This file cannot be read as a picture.', 'other-photo'],
  PHOTO_TOO_SMALL: ['This picture is too small to find a face in.', 'other-photo'],
  PHOTO_TOO_LARGE: ['This picture is too large to open here.', 'other-photo'],
  PICTURE_PROTECTED: ['This picture comes from another site that does not let pages read it.', 'use-photo'],
  CLOSED: ['The try-on was closed.', 'reload'],
};

/** Codes of all errors, each equal to its own name. */
export const ErrorCode = Object.freeze(Object.fromEntries(Object.keys(PROBLEMS).map(code => [code, code])));

export class EngineError extends Error {
  constructor(code, { detail, cause } = {}) {
    const [message, nextStep] = PROBLEMS[code];
    super(detail ? `${message} (${detail})` : message, { cause });
    this.name = 'EngineError';
    this.code = code;
    this.nextStep = nextStep;
    this.shopperMessage = message;
  }
}
