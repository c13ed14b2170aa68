// Sets up the global test: a stage of the given size.
async ({ width, height }) => {
  const { loadModule, raise } = await import('/module.js');
  const { fetchBytes } = await import('/assets.js');
  const { readFrame } = await import('/frames.js');
  const folder = new URL('/', document.baseURI);
  const [exports, studio] = await Promise.all([loadModule(folder), fetchBytes('/studio.ewev')]);
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  document.body.append(canvas);
  const gl = canvas.getContext('webgl2', { alpha: false, antialias: false, depth: false, preserveDrawingBuffer: true });
  const viewer = new exports.ViewerExports(studio, raise);
  viewer.attach(gl);
  const identity = () => new Float32Array([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  const picture = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', { willReadFrequently: true });
  const shown = () => {
    viewer.draw(width, height);
    picture.drawImage(canvas, 0, 0);
    return picture.getImageData(0, 0, width, height);
  };
  globalThis.test = {
    viewer,
    async setFrame(url) {
      viewer.keepFrame(url, await readFrame(viewer, url));
      viewer.showFrame(url);
    },
    /** From straight in front; the focal length in half heights of the canvas. */
    through({ focal, distance }) {
      const near = 10;
      const far = 1000;
      const clip = new Float32Array(16);
      clip[0] = focal * height / width;
      clip[5] = focal;
      clip[10] = (far + near) / (near - far);
      clip[11] = -1;
      clip[14] = 2 * far * near / (near - far);
      const camera = identity();
      camera[14] = -distance;
      viewer.setCamera(clip, camera, identity());
      return shown();
    },
    orbit(yaw, pitch) {
      viewer.orbit(yaw, pitch, 620, 1, width / height);
      return shown();
    },
    centreOf({ data }, matches) {
      let count = 0;
      let x = 0;
      let y = 0;
      for (let i = 0; i < data.length; i += 4) {
        if (matches(data[i], data[i + 1], data[i + 2])) {
          count++;
          x += i / 4 % width + 0.5;
          y += Math.floor(i / 4 / width) + 0.5;
        }
      }
      return { count, x: x / count, y: y / count };
    },
  };
}
