import { isSame } from './fit.js';

const modules = new Map();

/** Fetches the engine's module ahead of need; a failed attempt is not remembered. */
export function fetchEngine(engineUrl) {
  if (!modules.has(engineUrl)) {
    modules.set(engineUrl, import(engineUrl).catch(cause => {
      modules.delete(engineUrl);
      throw Object.assign(new Error(`${engineUrl}: ${cause.message}`, { cause }), { code: 'ASSET_UNAVAILABLE' });
    }));
  }
  return modules.get(engineUrl);
}

/**
 * One session of the engine: a canvas, what it looks at, and the frame it draws. Starts loading at once; every method waits for
 * it and rejects with the engine's typed error.
 */
export class Mirror {
  #engine;
  #tryOn;
  #listener;
  #camera;
  #lens = null;
  #closed = false;
  /** Whether the engine could not be loaded; another mirror may fare better. */
  failed = false;

  /**
   * @param {string} engineUrl module `eyewearml.js`; its other files lie beside it
   * @param {HTMLCanvasElement} canvas
   * @param {{onFace(found: boolean): void, onMeasurement(m: object): void, onFailure(e: Error): void, onRecovery(): void}} listener
   */
  constructor(engineUrl, canvas, listener) {
    this.#listener = listener;
    this.#engine = fetchEngine(engineUrl);
    this.#tryOn = this.#engine.then(({ TryOn }) => TryOn.create({ canvas, assetsUrl: new URL('.', engineUrl).href }));
    this.#tryOn.then(tryOn => this.#listen(tryOn), () => {
      this.failed = true; // Reported by the method that waits for it.
    });
  }

  #listen(tryOn) {
    if (this.#closed) return tryOn.close();
    const { onFace, onMeasurement, onFailure, onRecovery } = this.#listener;
    tryOn.on('face-found', () => onFace(true));
    tryOn.on('face-lost', () => onFace(false));
    tryOn.on('measure', face => onMeasurement(inWholeMillimetres(face)));
    tryOn.on('error', onFailure);
    tryOn.on('context-lost', onFailure);
    tryOn.on('context-restored', onRecovery);
    return undefined;
  }

  /**
   * @param {string} modelUrl GLB
   * @param {() => {lens: object|null, fit: {alongNoseMm: number, tiltDeg: number, rollDeg: number}, look: string|undefined}} wishes asked once the frame is there
   * @returns {Promise<string[]>} names of the variants in the file
   */
  async wear(modelUrl, wishes) {
    const tryOn = await this.#tryOn;
    await tryOn.setFrame(modelUrl);
    const { lens, fit, look } = wishes();
    const { variants, adjustment } = tryOn;
    if (lens !== null || this.#lens !== null) this.#setLens(tryOn, lens);
    if (!isSame(fit, adjustment)) tryOn.adjust(fit);
    if (variants.includes(look)) tryOn.setVariant(look);
    return variants;
  }

  #setLens(tryOn, lens) {
    this.#lens = lens;
    tryOn.setLens(lens);
  }

  /** @param {string|null} name one of the variants in the file, or null for the frame as it is */
  async setLook(name) {
    (await this.#tryOn).setVariant(name);
  }

  async useCamera() {
    this.stopCamera();
    const { openCamera } = await this.#engine;
    this.#camera = await openCamera();
    if (this.#closed) return this.stopCamera();
    this.#camera.onEnded(this.#listener.onFailure);
    try {
      const tryOn = await this.#tryOn;
      await tryOn.setMode('live', { video: this.#camera.video });
    } catch (e) {
      this.stopCamera();
      throw e;
    }
  }

  /** @param {Blob} photo */
  async usePhoto(photo) {
    this.stopCamera();
    await (await this.#tryOn).setMode('photo', { photo });
  }

  /** Whether the glasses take on the picture's light, shadow, grain and sharpness. */
  async matchLight(enabled) {
    (await this.#tryOn).setRealism(enabled);
  }

  /** Whether the glasses are drawn; for a look at the face without them. */
  async showGlasses(shown) {
    (await this.#tryOn).showGlasses(shown);
  }

  /** @param {{alongNoseMm: number, tiltDeg: number, rollDeg: number}} adjustment how the shopper moves the frame from where it would sit */
  async adjust(adjustment) {
    (await this.#tryOn).adjust(adjustment);
  }

  /** @param {object|null} order lenses to put in; null for those of the file */
  async setLens(order) {
    this.#setLens(await this.#tryOn, order);
  }

  /** @returns {Promise<number>} how dark a photochromic lens becomes */
  async photochromicActivation(exposure) {
    return (await this.#tryOn).photochromicActivation(exposure);
  }

  /** @returns {Promise<Blob>} the picture as shown */
  async snapshot() {
    return (await this.#tryOn).snapshot();
  }

  stopCamera() {
    this.#camera?.stop();
    this.#camera = undefined;
  }

  close() {
    this.#closed = true;
    this.stopCamera();
    this.#tryOn.then(tryOn => tryOn.close(), () => { /* It never opened. */ });
  }
}

/** What the dialog shows of a face, copied from the engine's own record, which the next picture overwrites. */
function inWholeMillimetres({ pdMm, pdUncertaintyMm, faceWidthMm, faceWidthUncertaintyMm }) {
  return {
    pdMm: Math.round(pdMm),
    pdUncertaintyMm: Math.ceil(pdUncertaintyMm),
    faceWidthMm: Math.round(faceWidthMm),
    faceWidthUncertaintyMm: Math.ceil(faceWidthUncertaintyMm),
  };
}
