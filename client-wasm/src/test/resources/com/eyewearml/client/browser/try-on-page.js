// Sets up the global test: a try-on with a face in a picture of the given size.
async ({ width, height }) => {
  const { TryOn } = await import('/eyewearml.js');
  const context = () => Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  document.body.append(canvas);
  const picture = context();
  const face = await createImageBitmap(await (await fetch('/face.jpg')).blob());
  const scale = Math.min(width / face.width, height / face.height);
  picture.drawImage(face, 0, 0, scale * face.width, scale * face.height);
  const tryOn = await TryOn.create({ canvas });
  const test = globalThis.test = {
    canvas,
    tryOn,
    source: picture.getImageData(0, 0, width, height),
    /** What the canvas shows. */
    async shown() {
      const target = context();
      target.drawImage(await createImageBitmap(await tryOn.snapshot({ type: 'image/png' })), 0, 0);
      return target.getImageData(0, 0, width, height);
    },
    /** What the canvas shows with a frame. */
    async pixels(frame) {
      await tryOn.setFrame(frame);
      return test.shown();
    },
    /** Number and centre of the pixels of which a channel differs by more than a limit. */
    difference(a, b, limit) {
      let count = 0;
      let x = 0;
      let y = 0;
      for (let i = 0; i < a.data.length; i += 4) {
        if ([0, 1, 2].some(c => Math.abs(a.data[i + c] - b.data[i + c]) > limit)) {
          count++;
          x += i / 4 % width + 0.5;
          y += Math.floor(i / 4 / width) + 0.5;
        }
      }
      return { count, x: x / count, y: y / count };
    },
  };
  tryOn.on('measure', seen => { test.face = seen; });
  await tryOn.setSource(picture.canvas);
}
