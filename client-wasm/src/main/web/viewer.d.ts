import type { EngineError } from './errors.js';
import type { LensOrder } from './lens.js';
import type { SnapshotOptions } from './try-on.js';

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
