// Sets up globalThis.bench: one picture of a face, drawn with a frame by this engine and by three.js.
async ({ width, height }) => {
  const { TryOn } = await import('/eyewearml.js');
  const THREE = await import('/three/three.module.js');
  const { GLTFLoader } = await import('/three/GLTFLoader.js');
  const canvas = () => document.body.appendChild(Object.assign(document.createElement('canvas'), { width, height }));
  const picture = Object.assign(document.createElement('canvas'), { width, height });
  const face = await createImageBitmap(await (await fetch('/face.jpg')).blob());
  const scale = Math.min(width / face.width, height / face.height);
  picture.getContext('2d', { alpha: false }).drawImage(face, (width - scale * face.width) / 2, 0, scale * face.width, scale * face.height);

  const ours = canvas();
  const tryOn = await TryOn.create({ canvas: ours });
  let seen;
  tryOn.on('measure', measured => { seen = measured; });
  await tryOn.setSource(picture);
  // A snapshot without its encoding is the drawing of a picture.
  ours.toBlob = done => done(null);

  const theirs = canvas();
  const renderer = new THREE.WebGLRenderer({ canvas: theirs, antialias: true, powerPreference: 'high-performance' });
  renderer.setSize(width, height, false);
  const scene = new THREE.Scene();
  scene.background = new THREE.CanvasTexture(picture);
  scene.background.colorSpace = THREE.SRGBColorSpace;
  scene.background.generateMipmaps = false;
  scene.background.minFilter = THREE.LinearFilter;
  const [environmentWidth, environmentHeight] = [512, 256];
  const studio = new THREE.DataTexture(new Float32Array(await (await fetch('/studio.f32')).arrayBuffer()), environmentWidth,
    environmentHeight, THREE.RGBAFormat, THREE.FloatType, THREE.EquirectangularReflectionMapping);
  studio.needsUpdate = true;
  scene.environment = new THREE.PMREMGenerator(renderer).fromEquirectangular(studio).texture;
  const camera = new THREE.PerspectiveCamera(seen.verticalFovRad * 180 / Math.PI, width / height, 0.06, 6);
  const worn = new THREE.Group();
  worn.matrixAutoUpdate = false;
  scene.add(worn);

  const finish = gl => gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
  const time = (draw, gl) => {
    const begin = performance.now();
    draw();
    finish(gl);
    return performance.now() - begin;
  };
  const drawOurs = () => tryOn.snapshot();
  const drawTheirs = () => {
    scene.background.needsUpdate = true;
    renderer.render(scene, camera);
  };
  const oursGl = ours.getContext('webgl2');
  const theirsGl = renderer.getContext();
  globalThis.bench = {
    tryOn,
    face: { pose: [...seen.pose], headShapeMm: [...seen.headShapeMm] },
    /** Puts a frame on in both; the camera's frame from the file's, in metres, column-major. */
    async wear(frame, cameraFromFile) {
      await tryOn.setFrame(frame);
      worn.clear();
      worn.add((await new GLTFLoader().loadAsync(frame)).scene);
      worn.matrix.fromArray(cameraFromFile);
      worn.matrixWorldNeedsUpdate = true;
    },
    /** Draws with both in turn; times in milliseconds. */
    compare({ warmUp, pictures }) {
      const times = { ours: [], theirs: [] };
      for (let i = 0; i < warmUp + pictures; i++) {
        const a = time(drawOurs, oursGl);
        const b = time(drawTheirs, theirsGl);
        if (i >= warmUp) {
          times.ours.push(a);
          times.theirs.push(b);
        }
      }
      return times;
    },
    /** Draw calls of one picture. */
    draws() {
      const count = draw => {
        const before = test.draws;
        draw();
        return test.draws - before;
      };
      return { ours: count(drawOurs), theirs: count(drawTheirs) };
    },
    /**
     * Milliseconds from asking for a frame that was worn before until it is drawn, beyond those of drawing it once more; `at once`
     * if it was drawn before the call returned, so that the next displayed picture shows it.
     */
    async switchTo(frame) {
      const before = test.draws;
      let atOnce;
      let done;
      const took = time(() => {
        done = tryOn.setFrame(frame);
        atOnce = test.draws > before;
      }, oursGl);
      await done;
      return { atOnce, extra: took - time(drawOurs, oursGl) };
    },
    /** Largest difference of any channel between two pictures in a row. */
    flicker() {
      const read = () => {
        drawOurs();
        const pixels = new Uint8Array(4 * width * height);
        oursGl.readPixels(0, 0, width, height, oursGl.RGBA, oursGl.UNSIGNED_BYTE, pixels);
        return pixels;
      };
      const [first, second] = [read(), read()];
      return first.reduce((most, value, i) => Math.max(most, Math.abs(value - second[i])), 0);
    },
  };
}
