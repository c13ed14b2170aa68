import { fetchModule } from './assets.js';
import bodies from './bodies.js';
import { EngineError } from './errors.js';
import { load as instantiate, registerBodies } from './teavm-rt.js';

registerBodies(bodies);

/** Throws the typed error of a code; Java calls it. */
export function raise(code, detail) {
  throw new EngineError(code, { detail });
}

/** Fetches the compiled Java and its kernels from a folder; an instance of its own for each call. */
export async function loadModule(folder) {
  const [module, kernels] = await Promise.all([
    fetchModule(new URL('engine.wasm', folder).href),
    fetchModule(new URL('kernels.wasm', folder).href),
  ]);
  const { exports } = await instantiate(module, {
    installImports(imports) {
      imports.kernels = new WebAssembly.Instance(kernels, { env: { memory: imports.env.memory } }).exports;
      // Through JavaScript every root would be boxed twice.
      imports.teavmMath = Object.create(Math, { sqrt: { value: imports.kernels.sqrt } });
    },
  });
  exports.main([]);
  return exports;
}
