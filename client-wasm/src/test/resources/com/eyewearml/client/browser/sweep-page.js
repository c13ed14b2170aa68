// Sets up the global look(): a frame on a picture, as numbers of pixels by colour and the face they were drawn on.
async ({ width, height }) => {
  const { TryOn } = await import('/eyewearml.js');
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  document.body.append(canvas);
  const tryOn = await TryOn.create({ canvas });
  tryOn.setRealism(false);
  let face = null;
  tryOn.on('measure', measured => { face = measured; });
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });

  globalThis.look = async ({ picture, frame }) => {
    await tryOn.setFrame(frame);
    const bitmap = await createImageBitmap(await (await fetch(picture)).blob());
    const source = Object.assign(document.createElement('canvas'), { width, height });
    source.getContext('2d').drawImage(bitmap, 0, 0);
    await tryOn.setSource(source);
    context.drawImage(await createImageBitmap(await tryOn.snapshot({ type: 'image/png' })), 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    const seen = { temples: 0, right: 0, left: 0, from: width, to: 0 };
    for (let i = 0; i < width * height; i++) {
      const [red, green, blue] = [data[4 * i], data[4 * i + 1], data[4 * i + 2]];
      const part = green > red + 40 && green > blue + 40 ? 'temples'
        : blue > green + 40 ? (red > green + 40 ? 'left' : blue > red + 40 ? 'right' : null) : null;
      if (part !== null) {
        seen[part]++;
        if (part !== 'temples') {
          seen.from = Math.min(seen.from, i % width);
          seen.to = Math.max(seen.to, i % width + 1);
        }
      }
    }
    return { ...seen, pose: [...face.pose], shape: [...face.headShapeMm], fov: face.verticalFovRad };
  };
}
