/** Stable names of everything that can go wrong. */
export type ErrorCode =
  | 'CAMERA_NOT_FOUND'
  | 'CAMERA_DENIED'
  | 'CAMERA_IN_USE'
  | 'INSECURE_CONTEXT'
  | 'IN_APP_BROWSER'
  | 'WEBGL2_MISSING'
  | 'WASM_MISSING'
  | 'SIMD_MISSING'
  | 'WASM_BLOCKED'
  | 'GL_CONTEXT_LOST'
  | 'ASSET_UNAVAILABLE'
  | 'ASSET_DAMAGED'
  | 'MODEL_TRUNCATED'
  | 'MODEL_VERSION'
  | 'MODEL_CHECKSUM'
  | 'FRAME_TRUNCATED'
  | 'FRAME_VERSION'
  | 'FRAME_INVALID'
  | 'NO_FACE'
  | 'SEVERAL_FACES'
  | 'PHOTO_CORRUPT'
  | 'PHOTO_TOO_SMALL'
  | 'PHOTO_TOO_LARGE'
  | 'PICTURE_PROTECTED'
  | 'CLOSED';

/** The codes by name, for code without types. */
export const ErrorCode: { readonly [Code in ErrorCode]: Code };

/** What a shopper had best do next. */
export type NextStep =
  | 'allow-camera'
  | 'use-photo'
  | 'other-photo'
  | 'other-frame'
  | 'retry'
  | 'reload'
  | 'open-in-browser'
  | 'update-browser'
  | 'contact-shop';

/** Every error of this module. */
export class EngineError extends Error {
  constructor(code: ErrorCode, options?: { detail?: string; cause?: unknown });
  readonly name: 'EngineError';
  readonly code: ErrorCode;
  /** What happened, with details for developers. */
  readonly message: string;
  /** What happened, in words for the shopper. */
  readonly shopperMessage: string;
  readonly nextStep: NextStep;
  /** What the browser reported, where it did. */
  readonly cause?: unknown;
}
