import { permissionHelp } from './permission-help.js';

/** The next steps offered for each code, best first. Codes of the engine's `EngineError`, then those of the dialog itself. */
const NEXT_STEPS = {
  CAMERA_NOT_FOUND: ['usePhoto', 'view3d', 'useSample', 'retry'],
  CAMERA_DENIED: ['usePhoto', 'retry', 'view3d', 'useSample'],
  CAMERA_IN_USE: ['retry', 'usePhoto', 'view3d'],
  INSECURE_CONTEXT: ['usePhoto', 'view3d', 'useSample'],
  IN_APP_BROWSER: ['usePhoto', 'view3d', 'useSample'],
  WEBGL2_MISSING: ['close'],
  WASM_MISSING: ['close'],
  SIMD_MISSING: ['close'],
  WASM_BLOCKED: ['close'],
  GL_CONTEXT_LOST: ['retry'],
  ASSET_UNAVAILABLE: ['retry'],
  ASSET_DAMAGED: ['reload'],
  MODEL_TRUNCATED: ['reload', 'view3d'],
  MODEL_VERSION: ['reload', 'view3d'],
  MODEL_CHECKSUM: ['reload', 'view3d'],
  FRAME_TRUNCATED: ['retry', 'otherFrame'],
  FRAME_VERSION: ['otherFrame'],
  FRAME_INVALID: ['otherFrame'],
  NO_FACE: ['usePhoto', 'useCamera', 'view3d', 'useSample'],
  SEVERAL_FACES: ['usePhoto', 'carryOn'],
  PHOTO_CORRUPT: ['usePhoto', 'useCamera'],
  PHOTO_TOO_SMALL: ['usePhoto', 'useCamera'],
  PHOTO_TOO_LARGE: ['usePhoto', 'useCamera'],
  PICTURE_PROTECTED: ['usePhoto', 'useCamera'],
  CATALOGUE_UNAVAILABLE: ['retry'],
};

/**
 * Turns a typed error of the engine into what the shopper reads and can do next.
 *
 * @param {{code?: string, message: string}} error
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{samples: boolean}} available
 * @returns {{code: string, title: string, explanation: string, steps: string[]}}
 */
export function describeFailure(error, text, available) {
  const code = NEXT_STEPS[error.code] ? error.code : 'UNKNOWN';
  const steps = (NEXT_STEPS[code] ?? ['retry', 'close']).filter(step => step !== 'useSample' || available.samples);
  return {
    code,
    title: text(`failures.${code}.0`),
    explanation: text(`failures.${code}.1`, { message: error.message, permissionHelp: text(permissionHelp(navigator)) }),
    steps,
  };
}
