// Sets up the global draw(scene): the scene as the product's renderer draws it, as base64 of red, green, blue, alpha.
async () => {
  const { loadModule, raise } = await import('/module.js');
  const { fetchBytes } = await import('/assets.js');
  const { readFrame } = await import('/frames.js');
  const exports = await loadModule(new URL('/', document.baseURI));
  const stages = new Map();

  async function stage(environment) {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, preserveDrawingBuffer: true });
    const viewer = new exports.ViewerExports(await fetchBytes(`/${environment}.ewev`), raise);
    viewer.attach(gl);
    return { canvas, gl, viewer };
  }

  globalThis.toBase64 = bytes => {
    let text = '';
    for (let i = 0; i < bytes.length; i += 0x8000) {
      text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    }
    return btoa(text);
  };

  globalThis.loseContexts = async () => {
    for (const { canvas, gl, viewer } of stages.values()) {
      const handle = gl.getExtension('WEBGL_lose_context');
      const lost = new Promise(resolve => canvas.addEventListener('webglcontextlost', resolve, { once: true }));
      const restored = new Promise(resolve => canvas.addEventListener('webglcontextrestored', resolve, { once: true }));
      canvas.addEventListener('webglcontextlost', event => event.preventDefault(), { once: true });
      handle.loseContext();
      await lost;
      viewer.detach();
      // A context can be restored only after the event of its loss has been dealt with.
      await new Promise(resolve => setTimeout(resolve));
      handle.restoreContext();
      await restored;
      viewer.attach(gl);
    }
  };

  globalThis.draw = async ({ name, environment, gain, backdrop, width, height, clipFromCamera, cameraFromStage }) => {
    if (!stages.has(environment)) {
      stages.set(environment, await stage(environment));
    }
    const { canvas, gl, viewer } = stages.get(environment);
    Object.assign(canvas, { width, height });
    viewer.keepFrame(name, await readFrame(viewer, `/${name}.glb`));
    viewer.showFrame(name);
    viewer.setGain(gain);
    viewer.setPlainBackdrop(...backdrop);
    const identity = new Float32Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
    viewer.setCamera(new Float32Array(clipFromCamera), new Float32Array(cameraFromStage), identity);
    viewer.draw(width, height);
    const rows = new Uint8Array(4 * width * height);
    gl.bindFramebuffer(gl.FRAMEBUFFER, null);
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, rows);
    const fromTop = new Uint8Array(rows.length);
    for (let y = 0; y < height; y++) {
      fromTop.set(rows.subarray(4 * width * y, 4 * width * (y + 1)), 4 * width * (height - 1 - y));
    }
    return toBase64(fromTop);
  };
}
