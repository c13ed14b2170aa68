import type { Engine, PictureSource, TrackedFace } from './engine.js';
import type { EngineError } from './errors.js';
import type { LensOrder, PhotochromicExposure } from './lens.js';

/** What a try-on needs. */
export interface TryOnOptions {
  /**
   * Where the picture is drawn; its pixels follow its box on the screen and the screen's density. The CSS property
   * `object-fit: cover` lets the picture fill the canvas, anything else shows the whole picture.
   */
  canvas: HTMLCanvasElement;
  /** An engine to share; by default the try-on loads its own and closes it when it is closed itself. */
  engine?: Engine;
  /** Folder of the engine's files, ending in `/`; by default the folder this module came from. */
  assetsUrl?: string | URL;
}

/** What a snapshot is stored as. */
export interface SnapshotOptions {
  /** MIME type; default `image/jpeg`. */
  type?: string;
  /** 0 to 1, for lossy types; default 0.92. */
  quality?: number;
}

/** Events and what their listeners receive. */
export interface TryOnEvents {
  'face-found': void;
  'face-lost': void;
  /** After each picture with a face; the engine overwrites the object with the next. */
  measure: TrackedFace;
  /** The frame last asked for is on. */
  'frame-loaded': void;
  /** Something failed after the call that began it had returned; SEVERAL_FACES is no more than a hint. */
  error: EngineError;
  /** The graphics card was taken away; the try-on goes on by itself when it comes back. */
  'context-lost': EngineError;
  'context-restored': void;
}

/** A frame moved from where it would sit. */
export interface Adjustment {
  /** Way along the nose, -6 to 15 mm, positive towards its tip; the frame keeps resting on it. */
  alongNoseMm: number;
  /** Further lean of the front, -10 to 10 degrees, positive with its lower edge towards the cheeks. */
  tiltDeg: number;
  /** Turn of the front in its own plane, -4 to 4 degrees, positive with the wearer's left side up; the temples stay on the ears. */
  rollDeg: number;
}

/**
 * A mirror: draws a picture, live or still, with a pair of glasses on the face in it. The glasses are drawn over the very
 * picture their position was solved on, so nothing lags. A live camera is shown mirrored, as people know themselves; other
 * sources as they are.
 */
export class TryOn {
  /**
   * Prepares a canvas.
   *
   * @throws {EngineError} WEBGL2_MISSING, those of `load` unless an engine is given, ASSET_UNAVAILABLE, ASSET_DAMAGED
   */
  static create(options: TryOnOptions): Promise<TryOn>;

  private constructor();

  /**
   * Puts a frame on, or takes it off. The present one stays on until the new one is ready, and stays if that fails; of several
   * calls in a row the last one counts. Frames are kept by their address as long as memory allows: one that was on before is
   * back in the picture before this call returns.
   *
   * @param frame address or content of a GLB file with the nodes `front`, `lens_right`, `lens_left`, `temple_right`,
   *   `temple_left`, in metres; null for none
   * @throws {EngineError} ASSET_UNAVAILABLE, FRAME_TRUNCATED, FRAME_VERSION, FRAME_INVALID, CLOSED
   */
  setFrame(frame: string | URL | ArrayBuffer | null): Promise<void>;

  /**
   * Fetches, decodes and uploads a frame, so that {@link setFrame} with the same address takes no time.
   *
   * @throws {EngineError} as {@link setFrame}
   */
  preload(frame: string | URL): Promise<void>;

  /** Names of the variants that the present frame's file offers (KHR_materials_variants). */
  readonly variants: string[];

  /**
   * Shows the present frame in one of its {@link variants}, or as its file has it. A frame that is put on begins as its file has it.
   *
   * @throws {RangeError} if the frame has no such variant
   * @throws {EngineError} CLOSED
   */
  setVariant(name: string | null): void;

  /**
   * Replaces the lenses, of this frame and those to come, until the next call.
   *
   * @param lens null for the lenses of the frame's file
   * @throws {TypeError} a field is unknown or of the wrong type
   * @throws {RangeError} a value is out of range
   * @throws {EngineError} CLOSED
   */
  setLens(lens: LensOrder | null): void;

  /**
   * Activation of a photochromic lens after some time under a constant light: exponential, faster in the sun than back. At 21 °C half of
   * the way takes 15 seconds in the sun and 40 indoors.
   *
   * @returns 0 to 1, for {@link LensOrder.photochromic}
   * @throws {TypeError} a value is no number
   * @throws {RangeError} a value is out of range
   * @throws {EngineError} CLOSED
   */
  photochromicActivation(exposure: PhotochromicExposure): number;

  /**
   * Shows the shopper's camera, which the try-on switches on and off itself, or a given playing video.
   *
   * @throws {EngineError} those of `openCamera`, CLOSED
   */
  setMode(mode: 'live', options?: { video?: HTMLVideoElement }): Promise<void>;

  /**
   * Shows a photo.
   *
   * @throws {EngineError} NO_FACE (the photo is shown all the same), those of `loadPhoto` where it is a file, CLOSED
   */
  setMode(mode: 'photo', options: { photo: Blob | PictureSource }): Promise<void>;

  /**
   * Shows any source: follows a video, looks once at anything else.
   *
   * @throws {EngineError} NO_FACE, PHOTO_CORRUPT, PICTURE_PROTECTED, CLOSED
   */
  setSource(source: PictureSource): Promise<void>;

  /** How the shopper has moved the frame from where it would sit; a copy. */
  readonly adjustment: Adjustment;

  /**
   * Moves the frame from where it would sit, at once and for every frame from now on. What is left out stays as it is.
   *
   * @throws {RangeError} if a value is out of its range
   * @throws {EngineError} CLOSED
   */
  adjust(adjustment: Partial<Adjustment>): void;

  /** Puts the frame back to where it would sit. */
  resetAdjustment(): void;

  /**
   * Whether the frame takes part in the picture: its light in colour, strength and direction, shadows on the face, and the camera's
   * noise and sharpness. On by default; off shows the frame in even studio light, for comparison. Takes effect at once, also on a
   * photo or while paused.
   *
   * @throws {TypeError} if `enabled` is no boolean
   * @throws {EngineError} CLOSED
   */
  setRealism(enabled: boolean): void;

  /**
   * Whether the glasses are drawn, for a look at the face without them; they stay on otherwise. Takes effect at once. True to begin with.
   *
   * @throws {TypeError} if `shown` is no boolean
   * @throws {EngineError} CLOSED
   */
  showGlasses(shown: boolean): void;

  /** Freezes the picture. */
  pause(): void;

  /** Goes on after {@link pause}. */
  resume(): void;

  /**
   * The picture as the shopper sees it, mirrored if that is.
   *
   * @throws {EngineError} GL_CONTEXT_LOST, CLOSED
   */
  snapshot(options?: SnapshotOptions): Promise<Blob>;

  on<Name extends keyof TryOnEvents>(event: Name, listener: (detail: TryOnEvents[Name]) => void): void;
  off<Name extends keyof TryOnEvents>(event: Name, listener: (detail: TryOnEvents[Name]) => void): void;

  /** Switches its camera off and frees all memory. Closing twice is harmless. */
  close(): void;
}
