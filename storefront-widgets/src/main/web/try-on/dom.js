/**
 * Builds an element: `element('button', {class: 'round', onclick: close, hidden: true}, 'Close')`.
 * Names starting with `on` become listeners, booleans become present or absent attributes, everything else attributes.
 */
export function element(name, properties = {}, ...children) {
  return furnish(document.createElement(name), properties, children);
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line icon of a 24-unit box, decorative: the control that holds it carries the name. */
export function icon(path) {
  const shape = furnish(document.createElementNS(SVG, 'path'), { d: path }, []);
  return furnish(document.createElementNS(SVG, 'svg'), { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, [shape]);
}

/** A filled disc that shows a colour without a style attribute, which a content security policy would refuse. */
export function swatch(colour) {
  const disc = furnish(document.createElementNS(SVG, 'circle'), { cx: 12, cy: 12, r: 11, fill: colour }, []);
  return furnish(document.createElementNS(SVG, 'svg'), { viewBox: '0 0 24 24', class: 'swatch', 'aria-hidden': 'true' }, [disc]);
}

function furnish(node, properties, children) {
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (typeof value === 'boolean') node.toggleAttribute(key, value);
    else if (value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

export const icons = {
  close: 'M5 5l14 14M19 5L5 19',
  camera: 'M3 8.500h4l1.5-2.500h7L17 8.500h4v11H3zM12 17.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  photo: 'M3.5 5h17v14h-17zM4 16.500l5-5 4 4 2.5-2.5 5 4.500M15.5 9.500h.01',
  face: 'M5.5 10c0-5 2.8-7 6.5-7s6.5 2 6.5 7c0 6-3 11-6.5 11S5.5 16 5.5 10zM9.5 10.500h.01M14.5 10.500h.01M9.8 15.500q2.2 1.3 4.4 0',
  swap: 'M4 8h13l-3.5-3.500M20 16H7l3.5 3.5',
  lock: 'M5.5 11h13v9.500h-13zM8.5 11V7.500a3.5 3.5 0 0 1 7 0V11',
  save: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.500M4.5 20h15',
  share: 'M12 15V4M8 7.500L12 3.500l4 4M6 11.500H4.500v9h15v-9H18',
  cube: 'M12 3l8 4.5v9L12 21l-8-4.500v-9zM4 7.500l8 4.500 8-4.500M12 12v9',
  ruler: 'M3 8.500h18v7H3zM7 8.500v3M11 8.500v4M15 8.500v3M19 8.500v3',
  sliders: 'M4 7.500h9M19 7.500h1M4 16.500h1M11 16.500h9M16 4.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 13.500a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  reset: 'M4.5 12a7.5 7.5 0 1 0 2.4-5.500M4.500 4v4h4',
  compare: 'M2.500 12c2.500-4.500 5.700-6.500 9.500-6.500s7 2 9.500 6.500c-2.500 4.500-5.700 6.500-9.500 6.500s-7-2-9.500-6.500zM12 15.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z',
  back: 'M10 5l-7 7 7 7M3.5 12H21',
};
