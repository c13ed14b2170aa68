import { EngineError } from './errors.js';

const HEADER = [0, 97, 115, 109, 1, 0, 0, 0];
/** One type: a struct without fields. */
const GC_MODULE = [...HEADER, 1, 3, 1, 95, 0];
/** A function that splats a number to sixteen lanes and counts bits in each. */
const SIMD_MODULE = [...HEADER, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];

const IN_APP = /\b(FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|Snapchat|Pinterest\/|BytedanceWebview|musical_ly|TikTok|LinkedInApp)/i;

const validates = bytes => typeof WebAssembly === 'object' && WebAssembly.validate(new Uint8Array(bytes));

/** The empty module is always valid, so only a policy can refuse to compile it. */
function policyAllowsWasm() {
  try {
    new WebAssembly.Module(new Uint8Array(HEADER));
    return true;
  } catch {
    return false;
  }
}

function hasWebGl2() {
  const canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(1, 1) : document.createElement('canvas');
  const gl = canvas.getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

export function capabilities() {
  return {
    secureContext: globalThis.isSecureContext,
    camera: typeof globalThis.navigator.mediaDevices?.getUserMedia === 'function',
    webgl2: hasWebGl2(),
    wasmGc: validates(GC_MODULE),
    simd: validates(SIMD_MODULE),
    wasmAllowed: typeof WebAssembly === 'object' && policyAllowsWasm(),
    inAppBrowser: inAppBrowser(),
  };
}

/** Whether the page runs inside another app; such browsers often lend no camera. */
export function inAppBrowser() {
  return IN_APP.test(globalThis.navigator.userAgent);
}

/** Throws the typed error that says why the engine cannot run here. */
export function requireWasm() {
  if (!validates(GC_MODULE)) {
    throw new EngineError('WASM_MISSING');
  }
  if (!validates(SIMD_MODULE)) {
    throw new EngineError('SIMD_MISSING');
  }
  if (!policyAllowsWasm()) {
    throw new EngineError('WASM_BLOCKED', { detail: "the page's script-src lacks 'wasm-unsafe-eval'" });
  }
}
