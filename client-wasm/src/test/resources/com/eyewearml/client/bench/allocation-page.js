// Sets up globalThis.bench: the pictures of one video, followed by the try-on and, for comparison, by a loop that does with each what no
// program that tracks and draws can leave out. Pictures are small, because what is allocated for one does not depend on its size.
async ({ frame }) => {
  const { TryOn } = await import('/eyewearml.js');
  const [width, height] = [640, 480];
  const [shownWidth, shownHeight] = [64, 48];
  const canvas = () => document.body.appendChild(Object.assign(document.createElement('canvas'), { width: shownWidth, height: shownHeight }));
  const scene = Object.assign(document.createElement('canvas'), { width, height });
  const face = await createImageBitmap(await (await fetch('/face.jpg')).blob());
  const scale = Math.min(width / face.width, height / face.height);
  const context = scene.getContext('2d', { alpha: false });
  context.drawImage(face, (width - scale * face.width) / 2, 0, scale * face.width, scale * face.height);
  const stream = scene.captureStream(0);
  const [track] = stream.getVideoTracks();
  const video = Object.assign(document.createElement('video'), { muted: true, srcObject: stream });

  let left = 0;
  let done = null;
  let shown = 0;
  const show = () => {
    // A canvas that has not been drawn to gives no further picture.
    context.fillStyle = shown++ % 2 ? '#000' : '#111';
    context.fillRect(0, 0, 2, 2);
    track.requestFrame();
  };
  const seen = () => {
    if (--left > 0) {
      setTimeout(show);
    } else if (left === 0) {
      done();
    }
  };
  const follow = pictures => new Promise(resolve => {
    left = pictures;
    done = resolve;
    show();
  });
  const started = video.play();
  show();
  await started;

  const tryOn = await TryOn.create({ canvas: canvas() });
  await tryOn.setFrame(frame);
  tryOn.on('measure', seen);

  const held = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { alpha: false });
  const read = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  const gl = canvas().getContext('webgl2', { alpha: false, antialias: false });
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
  let followed = false;
  const onFrame = () => {
    if (!followed) {
      return;
    }
    video.requestVideoFrameCallback(onFrame);
    held.drawImage(video, 0, 0, width, height);
    read.drawImage(held.canvas, 0, 0, width, height);
    read.getImageData(0, 0, width, height);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, 0, 0, gl.RGBA, gl.UNSIGNED_BYTE, held.canvas);
    gl.clear(gl.COLOR_BUFFER_BIT);
    seen();
  };

  globalThis.bench = {
    async begin(which) {
      if (which === 'tryOn') {
        await tryOn.setSource(video);
      } else {
        tryOn.pause();
        followed = true;
        video.requestVideoFrameCallback(onFrame);
      }
    },
    follow,
    /** Draws the last picture again and again. */
    redraw(pictures) {
      for (let i = 0; i < pictures; i++) {
        tryOn.setRealism(true);
      }
    },
    nothing(pictures) {
      for (let i = 0; i < pictures; i++) {
        gl.isContextLost();
      }
    },
  };
}
