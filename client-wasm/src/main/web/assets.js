import { EngineError } from './errors.js';

/** Fetches a file of the engine. */
export async function fetchAsset(url) {
  let response;
  try {
    response = await fetch(url);
  } catch (cause) {
    throw new EngineError('ASSET_UNAVAILABLE', { detail: `${url}: the network request failed`, cause });
  }
  if (!response.ok) {
    throw new EngineError('ASSET_UNAVAILABLE', { detail: `${url}: the server answered ${response.status}` });
  }
  return response;
}

/** Fetches a whole file of the engine. */
export async function fetchBytes(url) {
  const response = await fetchAsset(url);
  try {
    return new Int8Array(await response.arrayBuffer());
  } catch (cause) {
    throw new EngineError('ASSET_UNAVAILABLE', { detail: `${url}: the connection broke`, cause });
  }
}

/** Fetches a module and compiles it while it arrives. */
export async function fetchModule(url) {
  const response = await fetchAsset(url);
  const type = response.headers.get('content-type') ?? '';
  const options = { builtins: ['js-string'] };
  try {
    return type.startsWith('application/wasm')
      ? await WebAssembly.compileStreaming(response, options)
      : await WebAssembly.compile(await response.arrayBuffer(), options);
  } catch (cause) {
    throw new EngineError('ASSET_DAMAGED', { detail: `${url} is not the expected WebAssembly module`, cause });
  }
}
