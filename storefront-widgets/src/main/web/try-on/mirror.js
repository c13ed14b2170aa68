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
  #closed = false;

  /**
   * @param {string} engineUrl module `eyewearml.js`; its other files lie beside it
   * @param {HTMLCanvasElement} canvas
   * @param {{onFace(found: boolean): void, onMeasurement(m: object): void, onFailure(e: Error): void, onRecovery(): void}} listener
   */
  constructor(engineUrl, canvas, listener) {
    this.#listener = listener;
    this.#engine = fetchEngine(engineUrl);
    this.#tryOn = this.#engine.then(({ TryOn }) => TryOn.create({ canvas, assetsUrl: new URL('.', engineUrl).href }));
    this.#tryOn.then(tryOn => this.#listen(tryOn), () => { /* Reported by the method that waits for it. */ });
  }

  #listen(tryOn) {
    if (this.#closed) return tryOn.close();
    tryOn.on('facefound', () => this.#listener.onFace(true));
    tryOn.on('facelost', () => this.#listener.onFace(false));
    tryOn.on('measure', this.#listener.onMeasurement);
    tryOn.on('error', this.#listener.onFailure);
    tryOn.on('restored', this.#listener.onRecovery);
  }

  /** @param {string} modelUrl GLB */
  async wear(modelUrl) {
    await (await this.#tryOn).setFrame(modelUrl);
  }

  async useCamera() {
    this.stopCamera();
    const { openCamera } = await this.#engine;
    this.#camera = await openCamera();
    if (this.#closed) return this.stopCamera();
    this.#camera.onEnded(this.#listener.onFailure);
    try {
      const tryOn = await this.#tryOn;
      await tryOn.setMode('live');
      await tryOn.setSource(this.#camera.video);
    } catch (e) {
      this.stopCamera();
      throw e;
    }
  }

  /** @param {Blob} photo */
  async usePhoto(photo) {
    this.stopCamera();
    const { loadPhoto } = await this.#engine;
    const picture = await loadPhoto(photo);
    await (await this.#tryOn).setMode('photo', { photo: picture });
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
