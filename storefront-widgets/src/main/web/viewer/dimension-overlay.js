const SVG = 'http://www.w3.org/2000/svg';
const TICK_PX = 5;
/** A line that is seen at a flatter angle than this would mislead. */
const FACING_LEAST = 0.45;
const FACING_FULL = 0.7;

/**
 * Dimension lines with their lengths over the viewer's canvas.
 *
 * @param {ReturnType<import('../try-on/language/index.js').texts>} text
 */
export function dimensionOverlay(text) {
  const svg = shape('svg', { class: 'dimensions', 'aria-hidden': 'true' });
  return {
    element: svg,
    /** @param {{name: string, mm: number, facing: number, points: [number, number][]}[]} lines */
    draw(lines) {
      svg.replaceChildren(...lines.filter(line => line.facing > FACING_LEAST).map(line => dimension(line, text)));
    },
  };
}

function dimension({ name, mm, facing, points }, text) {
  const opacity = Math.min(1, (facing - FACING_LEAST) / (FACING_FULL - FACING_LEAST));
  const [x, y] = middle(points);
  const path = `M${points.map(point => point.map(round).join(' ')).join('L')}`
    + tick(points[0], points[1]) + tick(points.at(-1), points.at(-2));
  const label = shape('text', { x: round(x), y: round(y) });
  label.append(String(Math.round(mm)), shape('tspan', { class: 'unit' }, ` ${text('viewerUnit')}`));
  return shape('g', { 'data-dimension': name, opacity: opacity.toFixed(2) }, shape('path', { d: path }), label);
}

function tick([x, y], [towardsX, towardsY]) {
  const length = Math.hypot(towardsX - x, towardsY - y) || 1;
  const dx = -(towardsY - y) / length * TICK_PX;
  const dy = (towardsX - x) / length * TICK_PX;
  return `M${round(x - dx)} ${round(y - dy)}L${round(x + dx)} ${round(y + dy)}`;
}

function middle(points) {
  const low = points[Math.floor((points.length - 1) / 2)];
  const high = points[Math.ceil((points.length - 1) / 2)];
  return [(low[0] + high[0]) / 2, (low[1] + high[1]) / 2];
}

const round = value => Math.round(10 * value) / 10;

function shape(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => node.setAttribute(key, value));
  node.append(...children);
  return node;
}
