// Sets up the global wear(scene): a frame on the face of a photograph as the product draws it, as base64 of red, green, blue, alpha.
async () => {
  const { TryOn } = await import('/eyewearml.js');
  const tryOns = new Map();

  async function tryOn(photo) {
    const face = await createImageBitmap(await (await fetch(photo)).blob());
    const picture = Object.assign(document.createElement('canvas'), { width: face.width, height: face.height });
    picture.getContext('2d').drawImage(face, 0, 0);
    const canvas = Object.assign(document.createElement('canvas'), { width: face.width, height: face.height });
    document.body.append(canvas);
    const created = await TryOn.create({ canvas });
    await created.setSource(picture);
    return created;
  }

  globalThis.wear = async ({ photo, frame, realism, x, y, width, height }) => {
    if (!tryOns.has(photo)) {
      tryOns.set(photo, await tryOn(photo));
    }
    const worn = tryOns.get(photo);
    worn.setRealism(realism);
    await worn.setFrame(frame ?? null);
    const shown = new OffscreenCanvas(width, height).getContext('2d');
    shown.drawImage(await createImageBitmap(await worn.snapshot({ type: 'image/png' })), -x, -y);
    return new Uint8Array(shown.getImageData(0, 0, width, height).data.buffer).toBase64();
  };
}
