import { inAppBrowser } from './capabilities.js';
import { EngineError } from './errors.js';

/** Error codes by the name of the DOMException that getUserMedia rejects with. */
const CODES = {
  NotAllowedError: 'CAMERA_DENIED',
  SecurityError: 'CAMERA_DENIED',
  NotFoundError: 'CAMERA_NOT_FOUND',
  OverconstrainedError: 'CAMERA_NOT_FOUND',
  NotReadableError: 'CAMERA_IN_USE',
  AbortError: 'CAMERA_IN_USE',
};

export async function openCamera({ width = 1280, height = 720, facingMode = 'user' } = {}) {
  const devices = globalThis.navigator.mediaDevices;
  if (!devices?.getUserMedia) {
    throw new EngineError(!globalThis.isSecureContext ? 'INSECURE_CONTEXT' : inAppBrowser() ? 'IN_APP_BROWSER' : 'CAMERA_NOT_FOUND');
  }
  let stream;
  try {
    stream = await devices.getUserMedia({
      audio: false,
      video: { width: { ideal: width }, height: { ideal: height }, facingMode: { ideal: facingMode } },
    });
  } catch (cause) {
    const code = CODES[cause.name] ?? 'CAMERA_IN_USE';
    throw new EngineError(code === 'CAMERA_DENIED' && inAppBrowser() ? 'IN_APP_BROWSER' : code, { detail: cause.message, cause });
  }
  const camera = new Camera(stream);
  try {
    const firstFrame = new Promise(resolve => camera.video.addEventListener('loadeddata', resolve, { once: true }));
    await camera.video.play();
    await firstFrame;
  } catch (cause) {
    camera.stop();
    throw new EngineError('CAMERA_IN_USE', { detail: 'the stream did not start', cause });
  }
  return camera;
}

class Camera {
  #stream;
  #endedListeners = new Set();
  #onPageHide = () => this.stop();

  constructor(stream) {
    this.#stream = stream;
    this.video = document.createElement('video');
    this.video.muted = true;
    this.video.playsInline = true;
    this.video.srcObject = stream;
    for (const track of stream.getTracks()) {
      track.addEventListener('ended', () => {
        this.stop();
        const error = new EngineError('CAMERA_IN_USE', { detail: 'the camera was unplugged or taken away' });
        this.#endedListeners.forEach(listener => listener(error));
      });
    }
    globalThis.addEventListener('pagehide', this.#onPageHide);
  }

  get active() {
    return this.#stream.active;
  }

  onEnded(listener) {
    this.#endedListeners.add(listener);
  }

  stop() {
    globalThis.removeEventListener('pagehide', this.#onPageHide);
    this.#stream.getTracks().forEach(track => track.stop());
    this.video.srcObject = null;
  }
}
