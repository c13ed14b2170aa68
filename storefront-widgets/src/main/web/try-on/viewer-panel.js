import { element, icon, icons } from './dom.js';

/**
 * The frame in 3D over the stage, for shoppers without a camera or who want to see it from all sides. The element is made when it is
 * first wanted and goes when the shopper leaves, so that it holds no graphics memory meanwhile.
 *
 * @param {ReturnType<import('./language/index.js').texts>} text
 * @param {{leaveViewer(): void, chooseLenses(lenses: object): void, chooseLook(name: string|null): void}} actions
 * @param {string} engineUrl
 */
export function viewerPanel(text, actions, engineUrl) {
  const backLabel = element('span');
  const back = element('button', { type: 'button', class: 'tool', onclick: actions.leaveViewer }, icon(icons.back), backLabel);
  const panel = element('div', { class: 'viewer', hidden: true }, back);
  let viewer;

  function open() {
    import('../viewer/eyewear-viewer.js');
    viewer = element('eyewear-viewer', { engine: engineUrl, lang: document.documentElement.lang });
    viewer.onlenses = actions.chooseLenses;
    viewer.onlook = actions.chooseLook;
    panel.prepend(viewer);
  }

  return {
    element: panel,
    update({ screen, frame, variant, pictured, choices }) {
      panel.hidden = screen !== 'viewer';
      if (panel.hidden) {
        viewer?.remove();
        viewer = undefined;
        return;
      }
      if (!viewer) open();
      viewer.choices = { lenses: choices.lenses, look: choices.looks[variant.sku] };
      backLabel.textContent = text(pictured ? 'backToMirror' : 'tryOnYou');
      if (viewer.getAttribute('model') !== variant.modelUrl) viewer.setAttribute('model', variant.modelUrl);
      viewer.setAttribute('label', text('frameInColour', { frame: frame.name, colour: variant.colour }));
    },
    focus: () => back.focus(),
  };
}
