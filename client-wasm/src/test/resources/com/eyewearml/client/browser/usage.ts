// A page written against the declarations; the compiler must accept all but the marked lines.
import { capabilities, EngineError, ErrorCode, load, loadPhoto, openCamera } from './eyewearml.js';
import type { Engine, NextStep, PictureSource, TrackedFace } from './eyewearml.js';

const everySource = (
  video: HTMLVideoElement, image: HTMLImageElement, canvas: HTMLCanvasElement, offscreen: OffscreenCanvas, bitmap: ImageBitmap,
  data: ImageData,
): PictureSource[] => [video, image, canvas, offscreen, bitmap, data];

async function follow(show: (face: TrackedFace) => void, offer: (step: NextStep) => void): Promise<Engine> {
  const engine = await load({ assetsUrl: '/assets/' });
  try {
    const camera = await openCamera({ width: 640, height: 480, facingMode: 'user' });
    camera.onEnded(error => offer(error.nextStep));
    camera.video.requestVideoFrameCallback(now => {
      const face = engine.track(camera.video, now);
      if (face.found) {
        const [x, y, z]: number[] = [...face.landmarks.subarray(0, 3)];
        show(face);
        console.log(x, y, z, face.pose[14], face.pdMm, face.pdUncertaintyMm, face.headShapeMm.length);
      } else {
        // @ts-expect-error: without a face there is nothing to measure
        console.log(face.pdMm);
      }
    });
  } catch (e) {
    if (e instanceof EngineError && e.code === ErrorCode.CAMERA_DENIED) {
      offer(e.nextStep);
    } else {
      throw e;
    }
  }
  return engine;
}

async function still(engine: Engine, file: File): Promise<boolean> {
  const photo = await loadPhoto(file);
  const { found } = engine.track(photo);
  photo.close();
  engine.reset();
  engine.close();
  // @ts-expect-error: a name is no picture
  engine.track('photo.jpg');
  // @ts-expect-error: no such code
  console.log(new EngineError('OUT_OF_COFFEE'));
  return found && capabilities().webgl2;
}

export { everySource, follow, still };
