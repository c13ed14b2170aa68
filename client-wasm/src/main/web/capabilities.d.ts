/** What this browser can do. */
export interface Capabilities {
  /** Whether the page is secure, without which there is no camera. */
  readonly secureContext: boolean;
  /** Whether cameras can be asked for. */
  readonly camera: boolean;
  readonly webgl2: boolean;
  /** WebAssembly with garbage collection. */
  readonly wasmGc: boolean;
  /** WebAssembly with 128-bit SIMD. */
  readonly simd: boolean;
  /** Whether the page's content security policy lets WebAssembly run. */
  readonly wasmAllowed: boolean;
  /** Whether the page runs in the browser of another app, such as a messenger's. */
  readonly inAppBrowser: boolean;
}

/** Probes this browser; nothing is loaded and nobody is asked. */
export function capabilities(): Capabilities;
