// A viewer of frames on a canvas, from the engine whose address the page names.
export async function openStage(canvas, engine) {
  const { FrameViewer } = await import(engine);
  return FrameViewer.create({ canvas, label: canvas.getAttribute('aria-label') });
}
