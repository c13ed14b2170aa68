// Sets up the global differences(widths): a canvas that takes each width in turn, against a new one; "x, y at width" of the first pixel.
async () => {
  const { TryOn } = await import('/eyewearml.js');
  const face = await createImageBitmap(await (await fetch('/face.jpg')).blob());
  const source = Object.assign(document.createElement('canvas'), { width: face.width, height: face.height });
  source.getContext('2d').drawImage(face, 0, 0);

  const resize = ({ style }, width) => Object.assign(style, { width: `${width}px`, height: `${Math.round(width * face.height / face.width)}px` });

  async function worn(width) {
    const canvas = document.createElement('canvas');
    document.body.append(canvas);
    resize(canvas, width);
    const tryOn = await TryOn.create({ canvas });
    await tryOn.setSource(source);
    await tryOn.setFrame('/frame.glb');
    tryOn.setLens({ tint: 'grey', vltPercent: 15 });
    return { canvas, tryOn };
  }

  async function shown({ canvas, tryOn }, width) {
    while (canvas.width !== width) await new Promise(requestAnimationFrame);
    const picture = await createImageBitmap(await tryOn.snapshot({ type: 'image/png' }));
    const context = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    return context.getImageData(0, 0, picture.width, picture.height);
  }

  globalThis.differences = async widths => {
    const resized = await worn(widths[0]);
    const found = [];
    for (const width of widths) {
      resize(resized.canvas, width);
      const seen = await shown(resized, width);
      const fresh = await worn(width);
      const expected = await shown(fresh, width);
      fresh.tryOn.close();
      fresh.canvas.remove();
      const first = seen.data.findIndex((value, i) => Math.abs(value - expected.data[i]) > 3);
      if (first >= 0) found.push(`${(first >> 2) % width}, ${Math.floor((first >> 2) / width)} at ${width}`);
    }
    return found;
  };
}
