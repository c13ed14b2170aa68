// Times track() over frames of the camera, as a page calls it; simd: false swaps in the engine whose networks run in plain Java.
async ({ simd, frames, warmUp }) => {
  const { load, openCamera } = await import('/eyewearml.js');
  const { JAVA, Engine, raise } = await import('/engine.js');
  const { PixelReader } = await import('/pixels.js');
  const camera = await openCamera({ width: 640, height: 480 });
  let engine = await load();
  if (!simd) {
    const file = async name => new Int8Array(await (await fetch('/' + name)).arrayBuffer());
    const { exports } = engine[JAVA];
    const models = await Promise.all(['landmarker.ewml', 'detector.ewml', 'head.ewhd'].map(file));
    engine = new Engine(exports, new exports.EngineExports(...models, false, raise));
  }
  const reader = new PixelReader();
  const times = [];
  const reading = [];
  let lost = 0;
  for (let i = 0; i < warmUp + frames; i++) {
    const now = await new Promise(resolve => camera.video.requestVideoFrameCallback(resolve));
    const begin = performance.now();
    const { found } = engine.track(camera.video, now);
    const took = performance.now() - begin;
    if (i >= warmUp) {
      times.push(took);
      lost += found ? 0 : 1;
    }
  }
  // On frames of their own: a browser remembers the pixels of a frame that was read once.
  for (let i = 0; i < frames / 4; i++) {
    await new Promise(resolve => camera.video.requestVideoFrameCallback(resolve));
    const begin = performance.now();
    reader.read(camera.video, 640, 480);
    reading.push(performance.now() - begin);
  }
  engine.close();
  camera.stop();
  return { times, reading, lost };
}
