// Draws the frame on every step-th picture; counts the pixels of the green temples and the pieces they make.
async ({ count, step }) => {
  const { TryOn } = await import('/eyewearml.js');
  const [width, height] = [640, 480];
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  document.body.append(canvas);
  const tryOn = await TryOn.create({ canvas });
  tryOn.setRealism(false);
  await tryOn.setFrame('/frame.glb');
  const target = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  const SMALLEST_PIECE = 6;

  function pieces(green) {
    const seen = new Uint8Array(green.length);
    let found = 0;
    for (let start = 0; start < green.length; start++) {
      if (!green[start] || seen[start]) {
        continue;
      }
      const open = [start];
      seen[start] = 1;
      let size = 0;
      while (open.length > 0) {
        const at = open.pop();
        size++;
        for (let dy = -2; dy <= 2; dy++) {
          for (let dx = -2; dx <= 2; dx++) {
            const next = at + dy * width + dx;
            if (green[next] && !seen[next]) {
              seen[next] = 1;
              open.push(next);
            }
          }
        }
      }
      found += size >= SMALLEST_PIECE ? 1 : 0;
    }
    return found;
  }

  const looks = [];
  for (let i = 0; i < count; i += step) {
    const bitmap = await createImageBitmap(await (await fetch(`/look${i}.jpg`)).blob());
    const source = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    source.getContext('2d').drawImage(bitmap, 0, 0);
    await tryOn.setSource(source);
    target.drawImage(await createImageBitmap(await tryOn.snapshot({ type: 'image/png' })), 0, 0);
    const { data } = target.getImageData(0, 0, width, height);
    const green = Uint8Array.from({ length: width * height }, (_, k) => (data[4 * k + 1] > data[4 * k] + 40 && data[4 * k + 1] > data[4 * k + 2] + 40 ? 1 : 0));
    looks.push({ look: i, pixels: green.reduce((sum, value) => sum + value, 0), pieces: pieces(green) });
  }
  return looks;
}
