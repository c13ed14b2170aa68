/** EyewearML in the browser: follows a face and measures it. Declarations and documentation: eyewearml.d.ts. */
export { load } from './engine.js';
export { capabilities } from './capabilities.js';
export { openCamera } from './camera.js';
export { loadPhoto } from './photo.js';
export { EngineError, ErrorCode } from './errors.js';
export { TryOn } from './try-on.js';
export { FrameViewer } from './viewer.js';
