// Sets up the global sheet(): frames first, first + 1, … on all faces in one light, as the data URL of a JPEG picture. Cells show what is
// around the glasses, drawn at the cell's own resolution.
async ({ faces, width, height }) => {
  const { TryOn } = await import('/eyewearml.js');
  const HEAD = 22;
  // What a cell has to show, head frame: from the brows to the cheeks, from the nose to behind the ears.
  const SHOWN_MM = { x: [-76, 76], y: [-44, 30], z: [-105, 18] };
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  const tryOn = await TryOn.create({ canvas });
  tryOn.on('error', () => {});
  let face = null;
  tryOn.on('measure', measured => { face = measured; });
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

  // Of the picture, in its pixels.
  function cellRegion(source) {
    const focal = source.height / 2 / Math.tan(face.verticalFovRad / 2);
    const m = face.pose;
    const places = [];
    for (const x of SHOWN_MM.x) {
      for (const y of SHOWN_MM.y) {
        for (const z of SHOWN_MM.z) {
          const [cx, cy, cz] = [0, 1, 2].map(i => m[i] * x + m[4 + i] * y + m[8 + i] * z + m[12 + i]);
          places.push([source.width / 2 - focal * cx / cz, source.height / 2 + focal * cy / cz]);
        }
      }
    }
    const [left, top] = [0, 1].map(axis => Math.min(...places.map(place => place[axis])));
    const [right, bottom] = [0, 1].map(axis => Math.max(...places.map(place => place[axis])));
    const scale = Math.min(width / (right - left), height / (bottom - top));
    return { x: (left + right - width / scale) / 2, y: (top + bottom - height / scale) / 2, scale };
  }

  function resize(source, scale) {
    canvas.style.width = `${Math.round(source.width * scale)}px`;
    canvas.style.height = `${Math.round(source.height * scale)}px`;
    return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }

  globalThis.sheet = async ({ light, first, names }) => {
    const target = Object.assign(document.createElement('canvas'), { width: width * faces.length, height: HEAD + (height + HEAD) * names.length });
    const context = target.getContext('2d');
    context.font = '15px sans-serif';
    for (let column = 0; column < faces.length; column++) {
      context.fillStyle = '#fff';
      context.fillText(faces[column], width * column + 6, 16);
      const source = await picture(column, light);
      await resize(source, 1);
      const found = await tryOn.setSource(source).then(() => true, () => false);
      const region = found ? cellRegion(source) : { x: 0, y: 0, scale: Math.min(width / source.width, height / source.height) };
      await resize(source, region.scale);
      for (let row = 0; row < names.length; row++) {
        const y = HEAD + (height + HEAD) * row;
        context.fillText(found ? names[row] : `${names[row]}: no face found`, width * column + 6, y + 16);
        await tryOn.setFrame(`/frame${first + row}.glb`);
        const shown = await createImageBitmap(await tryOn.snapshot({ type: 'image/png' }));
        context.drawImage(shown, Math.round(region.scale * region.x), Math.round(region.scale * region.y), width, height,
          width * column, y + HEAD, width, height);
      }
    }
    return target.toDataURL('image/jpeg', 0.92);
  };
}
