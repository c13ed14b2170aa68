/**
 * EyewearML in the browser: finds a face, follows it, solves its pose and measures it. All work is done on the device; no
 * picture and no measurement leaves it.
 *
 * Coordinates: pictures have their origin in the top-left corner, x to the right, y down, in pixels of the source's natural
 * size, pixel centres at half-integers, never mirrored. Space is right-handed, in millimetres: the head frame has its origin
 * midway between the inner eye corners, x to the wearer's left, y up, z out of the face; the camera frame has the camera at
 * its origin looking along -z with y up.
 */

/** Where the engine's files lie. */
export interface LoadOptions {
  /** Folder of the engine's files, ending in `/`; by default the folder this module came from. */
  assetsUrl?: string | URL;
}

/**
 * Loads the engine: fetches its files in parallel, compiles them while they arrive and warms them up. Engines share nothing;
 * load a second one to follow a second stream.
 *
 * @throws {EngineError} WASM_MISSING, SIMD_MISSING, WASM_BLOCKED, ASSET_UNAVAILABLE, ASSET_DAMAGED, MODEL_TRUNCATED,
 *   MODEL_VERSION or MODEL_CHECKSUM
 */
export function load(options?: LoadOptions): Promise<Engine>;

/** Anything the engine can look at. */
export type PictureSource =
  | HTMLVideoElement
  | HTMLImageElement
  | HTMLCanvasElement
  | OffscreenCanvas
  | ImageBitmap
  | ImageData;

/** One face followed through one stream of pictures. */
export interface Engine {
  /**
   * Looks for the face in a picture.
   *
   * @param source a source that has no picture yet, such as a video before its first frame, holds no face
   * @param timestampMs time of the video frame in milliseconds on any steady clock; a step back starts afresh. Without it
   *   the source is a photograph of its own, unrelated to what came before.
   * @returns the face; the engine writes the next result into the same object, so copy what you keep
   * @throws {EngineError} CLOSED, PICTURE_PROTECTED
   * @throws {TypeError} where the source is of another kind or the timestamp is not finite
   */
  track(source: PictureSource, timestampMs?: number): TrackedFace | NoFace;

  /**
   * Sets the camera's vertical field of view where it is known; otherwise 50 degrees are taken, the middle of the prior. It changes
   * the distance and perspective of the pose, hardly the lengths on the face.
   *
   * @throws {EngineError} CLOSED
   * @throws {RangeError} unless between 0.1 and 2.5 rad
   */
  setVerticalFov(verticalFovRad: number): void;

  /**
   * Forgets the face and its shape, as before another person.
   *
   * @throws {EngineError} CLOSED
   */
  reset(): void;

  /** Lets go of all memory. Whatever is called afterwards throws CLOSED; closing twice is harmless. */
  close(): void;
}

/** The picture shows no face. */
export interface NoFace {
  readonly found: false;
}

/** What is known of the face in one picture. Uncertainties are standard uncertainties (one standard deviation). */
export interface TrackedFace {
  readonly found: true;
  /** Probability that what is followed is a face, 0 to 1. */
  readonly confidence: number;
  /** Number of faces in the picture when it was last searched as a whole; the largest is followed. */
  readonly facesDetected: number;
  /**
   * x, y, z of 478 landmarks in pixels: the 468 vertices of the canonical face mesh, then the irises (468-472 the wearer's
   * right, 473-477 the left; centre first). z has the scale of x and is negative towards the camera.
   */
  readonly landmarks: Float32Array;
  /** Head frame to camera frame: column-major 4 x 4, rigid, millimetres. */
  readonly pose: Float32Array;
  /** Vertical field of view of the camera the pose holds for; draw with the same. */
  readonly verticalFovRad: number;
  /** Distance between the pupils when looking into the distance. */
  readonly pdMm: number;
  readonly pdUncertaintyMm: number;
  /** Breadth of the face from temple to temple. */
  readonly faceWidthMm: number;
  readonly faceWidthUncertaintyMm: number;
  /** Relative standard uncertainty of every length here. */
  readonly scaleUncertainty: number;
  /** Shape of this head without expression, x, y, z in the head frame: the landmarks, then the rest of the head. */
  readonly headShapeMm: Float32Array;
}

/** What this browser can do. */
export interface Capabilities {
  /** Whether the page is secure, without which there is no camera. */
  readonly secureContext: boolean;
  /** Whether cameras can be asked for. */
  readonly camera: boolean;
  readonly webgl2: boolean;
  /** WebAssembly with garbage collection. */
  readonly wasmGc: boolean;
  /** WebAssembly with 128-bit SIMD. */
  readonly simd: boolean;
  /** Whether the page's content security policy lets WebAssembly run. */
  readonly wasmAllowed: boolean;
  /** Whether the page runs in the browser of another app, such as a messenger's. */
  readonly inAppBrowser: boolean;
}

/** Probes this browser; nothing is loaded and nobody is asked. */
export function capabilities(): Capabilities;

/** Wishes; the nearest the camera can do is taken. */
export interface CameraOptions {
  /** Default 1280. */
  width?: number;
  /** Default 720. */
  height?: number;
  /** The camera on the screen's side (`user`, the default) or the other. */
  facingMode?: 'user' | 'environment';
}

/** A camera that is on. It is switched off when the page is left. */
export interface Camera {
  /** Playing, muted, not in the document. */
  readonly video: HTMLVideoElement;
  /** Whether pictures still arrive. */
  readonly active: boolean;
  /** Calls a listener when the camera is unplugged or taken away. */
  onEnded(listener: (error: EngineError) => void): void;
  /** Switches the camera off. */
  stop(): void;
}

/**
 * Asks for the camera and switches it on.
 *
 * @throws {EngineError} CAMERA_NOT_FOUND, CAMERA_DENIED, CAMERA_IN_USE, INSECURE_CONTEXT or IN_APP_BROWSER
 */
export function openCamera(options?: CameraOptions): Promise<Camera>;

/**
 * Opens a picture file upright (EXIF orientation applied), scaled down to at most 2048 pixels a side.
 *
 * @returns a bitmap for {@link Engine.track}; call its `close()` when done
 * @throws {EngineError} PHOTO_CORRUPT, PHOTO_TOO_SMALL (below 64 pixels a side) or PHOTO_TOO_LARGE (above 100 megapixels)
 */
export function loadPhoto(blob: Blob): Promise<ImageBitmap>;

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

/** Lenses as a shopper orders them. What is left out is as stated. */
export interface LensOrder {
  /** Colour of the body; default `none`, under which a lower transmission is reached by grey. */
  tint?: 'none' | 'grey' | 'brown' | 'green' | 'blue' | 'rose' | 'yellow';
  /**
   * Visible transmission of the whole lens, surfaces included, weighted by daylight and the eye's sensitivity: 3 to 100. Of a gradient
   * lens, at its top. Default, and where surfaces and polariser let less pass: as much as passes (92 without coating, 99 with an
   * anti-reflective one, about 40 when polarised).
   */
  vltPercent?: number;
  /** The same at the bottom; default `vltPercent`, which must be given with it. */
  bottomVltPercent?: number;
  /** Mirror on the front; its colour changes with the angle. Default `none`. */
  mirror?: 'none' | 'silver' | 'blue' | 'gold';
  /** Anti-reflective coating on the back and, without a mirror, on the front. Default: true for clear lenses without mirror. */
  antiReflective?: boolean;
  /** Polariser in the lens: to others a neutral grey-brown tint. Default false. */
  polarised?: boolean;
  /** Photochromic dye, from 0, clear, to 1, as dark as in full winter sun; see {@link TryOn.photochromicActivation}. */
  photochromic?: { activation: number };
  /**
   * Spherical powers in dioptres, −20 to 20. What lies behind is shown as large and where such a lens shows it, the optical centres
   * before the pupils. Default: none.
   */
  prescription?: { rightSphereD: number; leftSphereD: number };
}

/** Light and time that a photochromic lens is exposed to. */
export interface PhotochromicExposure {
  /** Activation at the start, 0 to 1. */
  from: number;
  /** Ultraviolet light as a share of full sun: 1 outdoors, 0 indoors. */
  sun: number;
  /** Time passed, 0 or more. */
  seconds: number;
  /** Temperature of the lens, −40 to 60 °C; default 21. Cold lenses get darker and fade slower. */
  temperatureC?: number;
}

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
   * @throws {EngineError} WEBGL2_MISSING, those of {@link load} unless an engine is given, ASSET_UNAVAILABLE, ASSET_DAMAGED
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
   * @throws {EngineError} those of {@link openCamera}, CLOSED
   */
  setMode(mode: 'live', options?: { video?: HTMLVideoElement }): Promise<void>;

  /**
   * Shows a photo.
   *
   * @throws {EngineError} NO_FACE (the photo is shown all the same), those of {@link loadPhoto} where it is a file, CLOSED
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

/** What a viewer needs. */
export interface FrameViewerOptions {
  /** Where the frame is drawn; its pixels follow its box on the screen and the screen's density. It becomes focusable. */
  canvas: HTMLCanvasElement;
  /** Folder of the engine's files, ending in `/`; by default the folder this module came from. */
  assetsUrl?: string | URL;
  /** Name of the canvas for screen readers; say which frame it shows. Default `Glasses in 3D`. */
  label?: string;
}

/** Dimensions in the boxing system, in millimetres; those that the frame's file does not say are absent. */
export interface FrameDimensions {
  readonly lensWidth?: number;
  readonly lensHeight?: number;
  readonly bridge?: number;
  readonly temple?: number;
  readonly totalWidth?: number;
}

/** One dimension as it lies over the picture. */
export interface DimensionLine {
  readonly name: keyof FrameDimensions;
  readonly mm: number;
  /** How squarely the camera looks at it, 0 to 1; a line seen from its end says nothing. */
  readonly facing: number;
  /** From end to end, in CSS pixels from the canvas's top-left corner. */
  readonly points: readonly (readonly [number, number])[];
}

/** Where the camera of a viewer comes to rest. */
export interface FrameView {
  /** The side of the frame that is seen; left is the wearer's. */
  readonly side: 'front' | 'left' | 'back' | 'right' | 'top';
  readonly yawDeg: number;
  readonly pitchDeg: number;
  readonly zoom: number;
  /** Whether a single step has led here, from a key or a call, so that the view is worth announcing. */
  readonly settled: boolean;
}

/** Events of a viewer and what their listeners receive. */
export interface FrameViewerEvents {
  'frame-loaded': void;
  /** The camera has moved; what lies over the canvas is to follow. */
  view: FrameView;
  error: EngineError;
  'context-lost': EngineError;
  'context-restored': void;
}

/**
 * A frame alone, standing on paper, to be turned: with a pointer or a finger, by two fingers or the wheel for nearer and farther, by
 * the arrow keys, `+`, `-` and `Home`. A finger moving up or down scrolls the page, and so does the wheel until the canvas
 * has the focus. It draws only when something changes, and needs neither camera nor the files of the face networks.
 */
export class FrameViewer {
  /**
   * Prepares a canvas.
   *
   * @throws {EngineError} WEBGL2_MISSING, WASM_MISSING, SIMD_MISSING, WASM_BLOCKED, ASSET_UNAVAILABLE, ASSET_DAMAGED
   */
  static create(options: FrameViewerOptions): Promise<FrameViewer>;

  private constructor();

  /**
   * Shows a frame, or none. The present one stays until the new one is ready, and stays if that fails; of several calls in a row the
   * last one counts. The first frame turns into view, unless the shopper prefers reduced motion.
   *
   * @throws {EngineError} ASSET_UNAVAILABLE, FRAME_TRUNCATED, FRAME_VERSION, FRAME_INVALID, CLOSED
   */
  setFrame(frame: string | URL | ArrayBuffer | null): Promise<void>;

  /** Names of the looks that the frame offers besides its first (KHR_materials_variants). */
  readonly variants: readonly string[];

  /**
   * Shows one of the {@link variants}, or the frame as its file has it with null.
   *
   * @throws {RangeError} if there is no variant of that name
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

  /** Dimensions of the frame; empty without one. */
  readonly dimensionsMm: FrameDimensions;

  /** Where lines with the dimensions lie over the picture now; ask again at each `view`. */
  dimensionLines(): DimensionLine[];

  /** Turns by angles, the camera to the wearer's left and up, and comes nearer by a factor. */
  turn(by: { yawDeg?: number; pitchDeg?: number; zoom?: number }): void;

  /** Back to where it began. */
  reset(): void;

  /**
   * The picture as shown.
   *
   * @throws {EngineError} GL_CONTEXT_LOST, CLOSED
   */
  snapshot(options?: SnapshotOptions): Promise<Blob>;

  on<Name extends keyof FrameViewerEvents>(event: Name, listener: (detail: FrameViewerEvents[Name]) => void): void;
  off<Name extends keyof FrameViewerEvents>(event: Name, listener: (detail: FrameViewerEvents[Name]) => void): void;

  /** Frees all memory. Closing twice is harmless; whatever else is called afterwards throws CLOSED. */
  close(): void;
}
