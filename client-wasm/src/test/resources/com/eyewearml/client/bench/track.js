// Times engine.track() over a face that drifts through 640 x 480 frames, as a video delivers them.
async ({ picture, frames, warmUp }) => {
  const { load } = await import('/eyewearml.js');
  const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
  const engine = await load();
  const frame = Object.assign(document.createElement('canvas'), { width: 640, height: 480 });
  const context = frame.getContext('2d');
  const scale = Math.min(640 / bitmap.width, 480 / bitmap.height);
  const times = [];
  let lost = 0;
  for (let i = 0; i < warmUp + frames; i++) {
    context.fillRect(0, 0, 640, 480);
    context.drawImage(bitmap, 320 - scale * bitmap.width / 2 + 20 * Math.sin(i / 15), 240 - scale * bitmap.height / 2 + 8 * Math.sin(i / 11),
        scale * bitmap.width, scale * bitmap.height);
    const begin = performance.now();
    const { found } = engine.track(frame, 33 * i);
    const took = performance.now() - begin;
    if (i >= warmUp) {
      times.push(took);
      lost += found ? 0 : 1;
    }
    if (i % 10 === 0) await new Promise(requestAnimationFrame);
  }
  engine.close();
  return { times, lost };
}
