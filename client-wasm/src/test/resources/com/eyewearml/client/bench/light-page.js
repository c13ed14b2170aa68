// Times what is done for each frame to learn light, camera and what is in front from a picture whose face is known.
async ({ runs, warmUp, width, height }) => {
  const { load } = await import('/eyewearml.js');
  const { JAVA, raise } = await import('/engine.js');
  const picture = Object.assign(document.createElement('canvas'), { width, height });
  const face = await createImageBitmap(await (await fetch('/face.jpg')).blob());
  const scale = Math.min(width / face.width, height / face.height);
  picture.getContext('2d', { alpha: false }).drawImage(face, (width - scale * face.width) / 2, 0, scale * face.width, scale * face.height);
  const engine = await load();
  const { exports, engine: engineJava } = engine[JAVA];
  const bytes = async url => new Int8Array(await (await fetch(url)).arrayBuffer());
  const tryOn = new exports.TryOnExports(engineJava, await bytes('/studio.ewev'), await bytes('/visibility.ewml'), raise);
  tryOn.attach(document.createElement('canvas').getContext('webgl2'));
  engine.track(picture, 0);
  const times = [];
  for (let i = 0; i < warmUp + runs; i++) {
    const begin = performance.now();
    // A clock of pages ticks in tenths of a millisecond.
    for (let k = 0; k < 10; k++) {
      tryOn.observe(33 * (10 * i + k));
    }
    if (i >= warmUp) {
      times.push((performance.now() - begin) / 10);
    }
  }
  engine.close();
  return times;
}
