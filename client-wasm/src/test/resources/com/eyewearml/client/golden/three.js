// Sets up the global drawThree(scene): the scene as three.js draws it, linear, as base64 of 32-bit floats, rows from the bottom.
async () => {
  const THREE = await import('/three/three.module.js');
  const { GLTFLoader } = await import('/three/GLTFLoader.js');
  const renderer = new THREE.WebGLRenderer({ canvas: document.createElement('canvas'), antialias: true });
  renderer.toneMapping = THREE.NoToneMapping;
  const studio = new THREE.DataTexture(new Float32Array(await (await fetch('/studio.f32')).arrayBuffer()), 512, 256, THREE.RGBAFormat,
    THREE.FloatType, THREE.EquirectangularReflectionMapping);
  studio.minFilter = THREE.LinearFilter;
  studio.magFilter = THREE.LinearFilter;
  studio.needsUpdate = true;
  const environment = new THREE.PMREMGenerator(renderer).fromEquirectangular(studio).texture;

  globalThis.drawThree = async ({ name, gain, backdrop, width, height, verticalFovDeg, cameraFromModel }) => {
    const scene = new THREE.Scene();
    scene.background = new THREE.Color().setRGB(...backdrop, THREE.LinearSRGBColorSpace);
    scene.environment = environment;
    scene.environmentIntensity = gain;
    const model = new THREE.Group();
    model.matrixAutoUpdate = false;
    // three.js scales the thickness of materials with the model, so the camera comes to the file's metres.
    model.matrix.fromArray(cameraFromModel);
    [12, 13, 14].forEach(i => { model.matrix.elements[i] /= 1000; });
    model.add((await new GLTFLoader().loadAsync(`/${name}.glb`)).scene);
    scene.add(model);
    renderer.setSize(width, height, false);
    const target = new THREE.WebGLRenderTarget(width, height, { type: THREE.FloatType, samples: 4 });
    renderer.setRenderTarget(target);
    renderer.render(scene, new THREE.PerspectiveCamera(verticalFovDeg, width / height, 0.02, 2));
    const rgba = new Float32Array(4 * width * height);
    renderer.readRenderTargetPixels(target, 0, 0, width, height, rgba);
    renderer.setRenderTarget(null);
    target.dispose();
    return toBase64(new Uint8Array(rgba.buffer));
  };
}
