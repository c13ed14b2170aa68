import { fetchBytes } from './assets.js';
import { openCamera } from './camera.js';
import { JAVA, load } from './engine.js';
import { EngineError } from './errors.js';
import { keepFrame, setVariant, showFetched, showKept } from './frames.js';
import { HeldPicture } from './held-picture.js';
import { requireCourse, ROOM_C, setLens } from './lens.js';
import { Listeners } from './listeners.js';
import { raise } from './module.js';
import { loadPhoto } from './photo.js';
import { Stage } from './stage.js';
import { VideoFrames } from './video-frames.js';

const EVENTS = ['face-found', 'face-lost', 'measure', 'frame-loaded', 'error', 'context-lost', 'context-restored'];

/** How far a shopper may move a frame, least and most. */
const ALONG_NOSE_MM = [-6, 15];
const TILT_DEG = [-10, 10];
const ROLL_DEG = [-4, 4];
const NOT_ADJUSTED = Object.freeze({ alongNoseMm: 0, tiltDeg: 0, rollDeg: 0 });

function within(name, value, [least, most]) {
  if (!(value >= least && value <= most)) {
    throw new RangeError(`${name} is ${value}, expected ${least} to ${most}`);
  }
}

export class TryOn {
  #adjustment = NOT_ADJUSTED;
  #listeners = new Listeners(EVENTS);
  #held = new HeldPicture();
  #engine;
  #ownsEngine;
  #java;
  #stage;
  #camera = null;
  #frames = null;
  #mirrored = false;
  #hasPicture = false;
  #faceFound = false;
  #frameRequest = 0;
  #sourceRequest = 0;
  #paused = false;
  #glassesShown = true;

  static async create({ canvas, engine, assetsUrl = import.meta.url }) {
    const folder = new URL('.', new URL(assetsUrl, document.baseURI));
    const [loaded, environment, visibility] = await Promise.all([
      engine ?? load({ assetsUrl: folder }),
      fetchBytes(new URL('studio.ewev', folder).href),
      fetchBytes(new URL('visibility.ewml', folder).href),
    ]);
    try {
      return new TryOn(canvas, loaded, engine === undefined, environment, visibility);
    } catch (e) {
      if (engine === undefined) {
        loaded.close();
      }
      throw e;
    }
  }

  constructor(canvas, engine, ownsEngine, environment, visibility) {
    this.#engine = engine;
    this.#ownsEngine = ownsEngine;
    const { exports, engine: engineJava } = engine[JAVA];
    this.#java = new exports.TryOnExports(engineJava, environment, visibility, raise);
    this.#stage = new Stage(canvas, {
      onLost: () => this.#contextLost(),
      onRestored: () => this.#contextRestored(),
      onResize: () => this.#redraw(),
    });
    try {
      this.#java.attach(this.#stage.gl);
    } catch (e) {
      this.#stage.close();
      throw e;
    }
  }

  async setFrame(frame) {
    this.#requireOpen();
    const request = ++this.#frameRequest;
    if (frame === null) {
      this.#java.clearFrame();
    } else if (!showKept(this.#java, frame)) {
      const stillWanted = () => request === this.#frameRequest && this.#java !== null;
      if (!await showFetched(this.#java, frame, stillWanted)) {
        return;
      }
    }
    this.#redraw();
    this.#listeners.emit('frame-loaded');
  }

  async preload(frame) {
    this.#requireOpen();
    await keepFrame(this.#java, frame, () => this.#java !== null);
  }

  get variants() {
    this.#requireOpen();
    return this.#java.variants;
  }

  setVariant(name) {
    this.#requireOpen();
    setVariant(this.#java, name);
    this.#redraw();
  }

  setLens(lens) {
    this.#requireOpen();
    setLens(this.#java, lens);
    this.#redraw();
  }

  photochromicActivation({ from, sun, seconds, temperatureC = ROOM_C }) {
    this.#requireOpen();
    requireCourse({ from, sun, seconds, temperatureC });
    return this.#java.photochromicActivation(from, sun, seconds, temperatureC);
  }

  get adjustment() {
    return { ...this.#adjustment };
  }

  adjust({ alongNoseMm = this.#adjustment.alongNoseMm, tiltDeg = this.#adjustment.tiltDeg, rollDeg = this.#adjustment.rollDeg }) {
    this.#requireOpen();
    within('alongNoseMm', alongNoseMm, ALONG_NOSE_MM);
    within('tiltDeg', tiltDeg, TILT_DEG);
    within('rollDeg', rollDeg, ROLL_DEG);
    this.#adjustment = { alongNoseMm, tiltDeg, rollDeg };
    this.#java.adjust(alongNoseMm, tiltDeg * Math.PI / 180, rollDeg * Math.PI / 180);
    this.#redraw();
  }

  resetAdjustment() {
    this.adjust(NOT_ADJUSTED);
  }

  setRealism(enabled) {
    this.#requireOpen();
    if (typeof enabled !== 'boolean') {
      throw new TypeError(`enabled is ${enabled}, expected true or false`);
    }
    this.#java.setRealism(enabled);
    this.#redraw();
  }

  showGlasses(shown) {
    this.#requireOpen();
    if (typeof shown !== 'boolean') {
      throw new TypeError(`shown is ${shown}, expected true or false`);
    }
    this.#glassesShown = shown;
    this.#redraw();
  }

  async setMode(mode, { photo, video } = {}) {
    switch (mode) {
      case 'live':
        return video ? this.setSource(video) : this.#openCamera();
      case 'photo':
        return this.setSource(photo instanceof Blob ? await loadPhoto(photo) : photo);
      default:
        throw new TypeError(`mode is ${mode}, expected live or photo`);
    }
  }

  async setSource(source) {
    this.#requireOpen();
    this.#leaveSource();
    if (source instanceof HTMLVideoElement) {
      this.#follow(source);
    } else {
      this.#showStill(source);
    }
  }

  async #openCamera() {
    this.#requireOpen();
    this.#leaveSource();
    const request = this.#sourceRequest;
    const camera = await openCamera();
    if (request !== this.#sourceRequest) {
      camera.stop();
      return;
    }
    camera.onEnded(error => this.#listeners.emit('error', error));
    this.#camera = camera;
    this.#follow(camera.video);
  }

  #follow(video) {
    this.#mirrored = video.srcObject !== null;
    this.#frames = new VideoFrames(video, timestampMs => this.#step(video, timestampMs));
    if (!this.#paused) {
      this.#frames.start();
    }
  }

  #step(video, timestampMs) {
    try {
      if (this.#held.take(video)) {
        this.#look(timestampMs);
      }
    } catch (error) {
      this.#frames?.stop();
      this.#listeners.emit('error', error);
    }
  }

  #showStill(source) {
    this.#mirrored = false;
    if (!this.#held.take(source)) {
      throw new EngineError('PHOTO_CORRUPT', { detail: 'the picture has no size; wait until it has loaded' });
    }
    const face = this.#look(undefined);
    if (!face.found) {
      throw new EngineError('NO_FACE');
    }
    if (face.facesDetected > 1) {
      this.#listeners.emit('error', new EngineError('SEVERAL_FACES', { detail: `${face.facesDetected} faces` }));
    }
  }

  /** Solves and shows the held picture. */
  #look(timestampMs) {
    const face = this.#engine.track(this.#held.canvas, timestampMs);
    if (face.found) {
      this.#java.observe(timestampMs ?? 0);
    }
    this.#hasPicture = true;
    this.#show(face.found);
    if (face.found) {
      this.#listeners.emit('measure', face);
    }
    return face;
  }

  #show(found) {
    const changed = found !== this.#faceFound;
    this.#faceFound = found;
    this.#redraw();
    if (changed) {
      this.#listeners.emit(found ? 'face-found' : 'face-lost');
    }
  }

  #redraw() {
    if (this.#hasPicture && !this.#stage.gl.isContextLost()) {
      const { canvas } = this.#held;
      this.#java.setView(canvas.width, canvas.height, this.#stage.width, this.#stage.height, this.#stage.covers, this.#mirrored);
      this.#java.setPicture(canvas);
      this.#java.draw(this.#faceFound && this.#glassesShown);
    }
  }

  pause() {
    this.#requireOpen();
    this.#paused = true;
    this.#frames?.stop();
  }

  resume() {
    this.#requireOpen();
    this.#paused = false;
    this.#frames?.start();
  }

  async snapshot({ type = 'image/jpeg', quality = 0.92 } = {}) {
    this.#requireOpen();
    if (this.#stage.gl.isContextLost()) {
      throw new EngineError('GL_CONTEXT_LOST');
    }
    // Browsers clear a shown canvas; what is drawn within the same task can still be read.
    this.#redraw();
    return this.#stage.toBlob(type, quality);
  }

  on(event, listener) {
    this.#listeners.on(event, listener);
  }

  off(event, listener) {
    this.#listeners.off(event, listener);
  }

  #contextLost() {
    this.#java.detach();
    this.#listeners.emit('context-lost', new EngineError('GL_CONTEXT_LOST'));
  }

  #contextRestored() {
    try {
      this.#java.attach(this.#stage.gl);
      this.#redraw();
    } catch (error) {
      this.#listeners.emit('error', error);
      return;
    }
    this.#listeners.emit('context-restored');
  }

  #leaveSource() {
    this.#sourceRequest++;
    this.#frames?.stop();
    this.#frames = null;
    this.#camera?.stop();
    this.#camera = null;
    this.#engine.reset();
    this.#java.resetLight();
    this.#hasPicture = false;
    this.#faceFound = false;
  }

  #requireOpen() {
    if (this.#java === null) {
      throw new EngineError('CLOSED');
    }
  }

  close() {
    if (this.#java === null) {
      return;
    }
    this.#leaveSource();
    this.#stage.close();
    this.#java.free();
    this.#java = null;
    if (this.#ownsEngine) {
      this.#engine.close();
    }
    this.#listeners.clear();
  }
}
