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
