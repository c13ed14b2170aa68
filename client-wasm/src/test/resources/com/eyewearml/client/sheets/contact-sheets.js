// Sets up the global sheet(): frames first, first + 1, … on all faces in one light, as the data URL of a JPEG picture.
async ({ faces, width, height }) => {
  const { TryOn } = await import('/eyewearml.js');
  const HEAD = 22;
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  document.body.append(canvas);
  canvas.style.objectFit = 'cover';
  const tryOn = await TryOn.create({ canvas });
  tryOn.on('error', () => {});
  const decode = v => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const encode = v => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

  async function picture(face, light) {
    const bitmap = await createImageBitmap(await (await fetch(`/face${face}.jpg`)).blob());
    const target = Object.assign(document.createElement('canvas'), { width: bitmap.width, height: bitmap.height });
    const context = target.getContext('2d', { willReadFrequently: true });
    context.drawImage(bitmap, 0, 0);
    if (light.some(gain => gain !== 1)) {
      const pixels = context.getImageData(0, 0, target.width, target.height);
      const tables = light.map(gain => Array.from({ length: 256 }, (_, v) => Math.round(255 * Math.min(1, encode(Math.min(1, gain * decode(v / 255)))))));
      for (let i = 0; i < pixels.data.length; i++) {
        if (i % 4 !== 3) {
          pixels.data[i] = tables[i % 4][pixels.data[i]];
        }
      }
      context.putImageData(pixels, 0, 0);
    }
    return target;
  }

  globalThis.sheet = async ({ light, first, names }) => {
    const target = Object.assign(document.createElement('canvas'), { width: width * faces.length, height: HEAD + (height + HEAD) * names.length });
    const context = target.getContext('2d');
    context.font = '15px sans-serif';
    for (let column = 0; column < faces.length; column++) {
      context.fillStyle = '#fff';
      context.fillText(faces[column], width * column + 6, 16);
      const source = await picture(column, light);
      const found = await tryOn.setSource(source).then(() => true, () => false);
      for (let row = 0; row < names.length; row++) {
        const y = HEAD + (height + HEAD) * row;
        context.fillText(found ? names[row] : `${names[row]}: no face found`, width * column + 6, y + 16);
        await tryOn.setFrame(`/frame${first + row}.glb`);
        const shown = await createImageBitmap(await tryOn.snapshot({ type: 'image/png' }));
        context.drawImage(shown, width * column, y + HEAD);
      }
    }
    return target.toDataURL('image/jpeg', 0.92);
  };
}
