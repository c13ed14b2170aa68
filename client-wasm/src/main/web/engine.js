import { fetchBytes } from './assets.js';
import { requireWasm } from './capabilities.js';
import { EngineError } from './errors.js';
import { loadModule, raise } from './module.js';
import { PixelReader, SourceSize } from './pixels.js';

const LANDMARKS = 478;
const NOT_FOUND = Object.freeze({ found: false });

/** Key of an engine's compiled Java, for the other files of this SDK. */
export const JAVA = Symbol('java');

export async function load({ assetsUrl = import.meta.url } = {}) {
  requireWasm();
  const folder = new URL('.', new URL(assetsUrl, globalThis.document?.baseURI ?? import.meta.url));
  const url = name => new URL(name, folder).href;
  const [exports, landmarker, detector, head] = await Promise.all([
    loadModule(folder),
    fetchBytes(url('landmarker.ewml')),
    fetchBytes(url('detector.ewml')),
    fetchBytes(url('head.ewhd')),
  ]);
  return new Engine(exports, new exports.EngineExports(landmarker, detector, head, true, raise));
}

export class Engine {
  #java;
  #reader = new PixelReader();
  #size = new SourceSize();
  #headShapeVersion = -1;
  #face;

  constructor(exports, java) {
    this.#java = java;
    this[JAVA] = { exports, engine: java };
    this.#face = {
      found: true,
      confidence: 0,
      facesDetected: 0,
      landmarks: new Float32Array(3 * LANDMARKS),
      pose: new Float32Array(16),
      verticalFovRad: 0,
      pdMm: 0,
      pdUncertaintyMm: 0,
      faceWidthMm: 0,
      faceWidthUncertaintyMm: 0,
      scaleUncertainty: 0,
      headShapeMm: new Float32Array(java.headShapeMm.length),
    };
  }

  track(source, timestampMs) {
    const java = this.#open();
    const still = timestampMs === undefined;
    if (!still && !Number.isFinite(timestampMs)) {
      throw new TypeError(`timestampMs is ${timestampMs}, expected a finite number of milliseconds`);
    }
    if (!this.#size.read(source)) {
      return NOT_FOUND;
    }
    java.beginPicture(this.#size.width, this.#size.height, still);
    java.pixels.set(this.#reader.read(source, java.workingWidthPx, java.workingHeightPx));
    const found = still ? java.trackStill() : java.trackFrame(timestampMs);
    return found ? this.#result(java) : NOT_FOUND;
  }

  #result(java) {
    const face = this.#face;
    const { numbers } = java;
    face.confidence = numbers[0];
    face.facesDetected = java.facesDetected;
    face.landmarks.set(java.landmarksPx);
    face.pose.set(java.pose);
    face.verticalFovRad = numbers[1];
    face.pdMm = numbers[2];
    face.pdUncertaintyMm = numbers[3];
    face.faceWidthMm = numbers[4];
    face.faceWidthUncertaintyMm = numbers[5];
    face.scaleUncertainty = numbers[6];
    if (this.#headShapeVersion !== java.headShapeVersion) {
      this.#headShapeVersion = java.headShapeVersion;
      face.headShapeMm.set(java.headShapeMm);
    }
    return face;
  }

  setVerticalFov(verticalFovRad) {
    const java = this.#open();
    if (!(verticalFovRad >= 0.1 && verticalFovRad <= 2.5)) {
      throw new RangeError(`verticalFovRad is ${verticalFovRad}, expected 0.1 to 2.5`);
    }
    java.setVerticalFovRad(verticalFovRad);
  }

  reset() {
    this.#open().reset();
  }

  close() {
    this.#java = null;
    this[JAVA] = null;
  }

  #open() {
    if (this.#java === null) {
      throw new EngineError('CLOSED');
    }
    return this.#java;
  }
}
