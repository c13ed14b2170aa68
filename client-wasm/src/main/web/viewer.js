import { fetchBytes } from './assets.js';
import { requireWasm } from './capabilities.js';
import { EngineError } from './errors.js';
import { setVariant, showFetched, showKept } from './frames.js';
import { setLens } from './lens.js';
import { Listeners } from './listeners.js';
import { loadModule, raise } from './module.js';
import { Orbit } from './orbit.js';
import { Stage } from './stage.js';
import { Turning } from './turning.js';

const EVENTS = ['frame-loaded', 'view', 'error', 'context-lost', 'context-restored'];
/** In the order of FrameMeasures.Measure. */
const DIMENSIONS = ['lensWidth', 'lensHeight', 'bridge', 'temple', 'totalWidth'];
/** As StageView.ORBIT_FOV_RAD. */
const HALF_FOV_TAN = Math.tan(Math.PI / 18);
/** Room that a frame takes, in radii of the sphere around it. */
const HALF_WIDTH = 1.18;
const HALF_HEIGHT = 0.62;
const LONGEST_STEP_MS = 64;
const SIDES = ['front', 'left', 'back', 'right'];

export class FrameViewer {
  #listeners = new Listeners(EVENTS);
  #java;
  #canvas;
  #stage;
  #orbit = new Orbit();
  #turning;
  #frameRequest = 0;
  #animation = null;
  #drawnMs = 0;
  #stillMotion = matchMedia('(prefers-reduced-motion: reduce)');

  static async create({ canvas, assetsUrl = import.meta.url, label = 'Glasses in 3D' }) {
    requireWasm();
    const folder = new URL('.', new URL(assetsUrl, document.baseURI));
    const [exports, studio] = await Promise.all([loadModule(folder), fetchBytes(new URL('studio.ewev', folder).href)]);
    return new FrameViewer(canvas, new exports.ViewerExports(studio, raise), label);
  }

  constructor(canvas, java, label) {
    this.#java = java;
    this.#canvas = canvas;
    this.#stage = new Stage(canvas, {
      onLost: () => this.#contextLost(),
      onRestored: () => this.#contextRestored(),
      onResize: () => this.#draw(),
    });
    try {
      java.attach(this.#stage.gl);
    } catch (e) {
      this.#stage.close();
      throw e;
    }
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', label);
    this.#turning = new Turning(canvas, this.#orbit, settled => this.#turned(settled));
  }

  async setFrame(frame) {
    this.#requireOpen();
    const request = ++this.#frameRequest;
    const first = !this.#java.hasFrame;
    if (frame === null) {
      this.#java.clearFrame();
    } else if (!showKept(this.#java, frame)) {
      const stillWanted = () => request === this.#frameRequest && this.#java !== null;
      if (!await showFetched(this.#java, frame, stillWanted)) {
        return;
      }
    }
    if (first && frame !== null && !this.#stillMotion.matches) {
      this.#orbit.open();
      this.#animate();
    }
    this.#draw();
    this.#listeners.emit('frame-loaded');
  }

  get variants() {
    this.#requireOpen();
    return this.#java.variants;
  }

  setVariant(name) {
    this.#requireOpen();
    setVariant(this.#java, name);
    this.#draw();
  }

  setLens(lens) {
    this.#requireOpen();
    setLens(this.#java, lens);
    this.#draw();
  }

  get dimensionsMm() {
    this.#requireOpen();
    const known = DIMENSIONS.map((name, i) => [name, this.#java.dimensionMm(i)]).filter(([, mm]) => Number.isFinite(mm));
    return Object.fromEntries(known);
  }

  dimensionLines() {
    this.#requireOpen();
    return Object.entries(this.dimensionsMm).map(([name, mm]) => {
      const [facing, ...points] = this.#java.dimensionLine(DIMENSIONS.indexOf(name));
      return { name, mm, facing, points: pairs(points, this.#canvas.clientWidth, this.#canvas.clientHeight) };
    });
  }

  turn({ yawDeg = 0, pitchDeg = 0, zoom = 1 }) {
    this.#requireOpen();
    this.#orbit.hold(false);
    this.#orbit.turn(yawDeg * Math.PI / 180, pitchDeg * Math.PI / 180);
    this.#orbit.zoomBy(zoom);
    this.#turned(true);
  }

  reset() {
    this.#requireOpen();
    this.#orbit.reset();
    this.#turned(true);
  }

  async snapshot({ type = 'image/jpeg', quality = 0.92 } = {}) {
    this.#requireOpen();
    if (this.#stage.gl.isContextLost()) {
      throw new EngineError('GL_CONTEXT_LOST');
    }
    this.#draw();
    return this.#stage.toBlob(type, quality);
  }

  #turned(settled) {
    if (this.#stillMotion.matches) {
      this.#orbit.arrive();
    }
    this.#animate();
    this.#listeners.emit('view', { ...this.#view(), settled });
  }

  /** Where the camera comes to rest. */
  #view() {
    const { yaw, pitch, zoom } = this.#orbit.goal;
    const quarter = Math.round(yaw / (Math.PI / 2)) & 3;
    return { side: pitch > 1.1 ? 'top' : SIDES[quarter], yawDeg: yaw * 180 / Math.PI, pitchDeg: pitch * 180 / Math.PI, zoom };
  }

  #animate() {
    if (this.#animation === null) {
      this.#drawnMs = performance.now();
      this.#animation = requestAnimationFrame(now => this.#step(now));
    }
  }

  #step(now) {
    this.#animation = null;
    if (this.#java === null) {
      return;
    }
    const moving = this.#orbit.step(Math.min(now - this.#drawnMs, LONGEST_STEP_MS));
    this.#draw();
    if (moving) {
      this.#animation = requestAnimationFrame(next => this.#step(next));
    }
    this.#drawnMs = now;
    this.#listeners.emit('view', { ...this.#view(), settled: false });
  }

  #draw() {
    if (this.#java === null || this.#stage.gl.isContextLost()) {
      return;
    }
    const { width, height } = this.#stage;
    const aspect = width / height;
    const distance = this.#java.radiusMm * Math.max(HALF_WIDTH / aspect, HALF_HEIGHT) / HALF_FOV_TAN;
    this.#java.orbit(this.#orbit.yaw, this.#orbit.pitch, distance, this.#orbit.zoom, aspect);
    this.#java.draw(width, height);
  }

  #contextLost() {
    this.#java.detach();
    this.#listeners.emit('context-lost', new EngineError('GL_CONTEXT_LOST'));
  }

  #contextRestored() {
    try {
      this.#java.attach(this.#stage.gl);
      this.#draw();
    } catch (error) {
      this.#listeners.emit('error', error);
      return;
    }
    this.#listeners.emit('context-restored');
  }

  on(event, listener) {
    this.#listeners.on(event, listener);
  }

  off(event, listener) {
    this.#listeners.off(event, listener);
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
    cancelAnimationFrame(this.#animation);
    this.#turning.close();
    this.#stage.close();
    this.#java.free();
    this.#java = null;
    this.#listeners.clear();
  }
}

/** x, y, x, y … in units of the canvas as points in CSS pixels. */
function pairs(values, width, height) {
  return Array.from({ length: values.length / 2 }, (_, i) => [values[2 * i] * width, values[2 * i + 1] * height]);
}
