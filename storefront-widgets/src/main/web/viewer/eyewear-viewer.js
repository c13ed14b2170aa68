import { element, icon, icons } from '../try-on/dom.js';
import { describeFailure } from '../try-on/failures.js';
import { texts } from '../try-on/language/index.js';
import { AS_DESIGNED, KINDS, order } from '../try-on/lens-order.js';
import { fetchEngine } from '../try-on/mirror.js';
import { dimensionOverlay } from './dimension-overlay.js';

/**
 * A frame in 3D. Attributes: `engine`, the address of the engine's module; `model`, that of the frame's GLB, which may change;
 * `label`, which frame it is; `lang`. A page may set `choices`, `{lenses, look}` to begin with, and be told of others by `onlenses` and
 * `onlook`. Needs neither camera nor face. Emits `eyewearml:viewed` once the frame stands there.
 */
export class EyewearViewer extends HTMLElement {
  static observedAttributes = ['model', 'label'];

  #text;
  #viewer;
  #canvas;
  #overlay;
  #hint;
  #announcement;
  #notice;
  #variants;
  #lenses;
  #chosenLenses = AS_DESIGNED;
  #dimensions;

  connectedCallback() {
    this.#text = texts(this.lang || document.documentElement.lang || 'en');
    this.#build();
    this.#open();
  }

  disconnectedCallback() {
    this.#close();
    this.shadowRoot.replaceChildren();
  }

  attributeChangedCallback(name, before) {
    if (!this.isConnected || before === null || this.#canvas === undefined) return;
    if (name === 'model') this.#show();
    else this.#canvas.setAttribute('aria-label', this.#label());
  }

  /** For pages that bring the viewer up: the canvas takes the keys. */
  focus(options) {
    this.#canvas?.focus(options);
  }

  #label() {
    return this.#text('viewerLabel', { frame: this.getAttribute('label') ?? '' });
  }

  #build() {
    const text = this.#text;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#canvas = element('canvas', { 'aria-describedby': 'how' });
    this.#overlay = dimensionOverlay(text);
    this.#hint = element('p', { class: 'hint', id: 'how' }, text('viewerHow'));
    this.#announcement = element('p', { class: 'visually-hidden', 'aria-live': 'polite' });
    this.#notice = element('p', { class: 'notice', role: 'status' }, text('viewerLoading'));
    this.#variants = element('fieldset', { class: 'variants', hidden: true });
    this.#lenses = element('fieldset', { class: 'variants', hidden: true });
    this.#dimensions = element('button', { type: 'button', class: 'tool', 'aria-pressed': 'false', onclick: () => this.#toggleDimensions() },
      icon(icons.ruler), element('span', {}, text('viewerDimensions')));
    const reset = element('button', { type: 'button', class: 'tool tool--icon', 'aria-label': text('viewerReset'), title: text('viewerReset'), onclick: () => this.#viewer?.reset() },
      icon(icons.reset));
    root.replaceChildren(
      element('link', { rel: 'stylesheet', href: new URL('eyewear-viewer.css', import.meta.url).href }),
      element('div', { class: 'stage' }, this.#canvas, this.#overlay.element, this.#notice, this.#hint,
        element('div', { class: 'choices' }, this.#variants, this.#lenses),
        element('div', { class: 'tools' }, this.#dimensions, reset), this.#announcement));
  }

  async #open() {
    const canvas = this.#canvas;
    try {
      const engineUrl = new URL(this.getAttribute('engine'), document.baseURI).href;
      const { FrameViewer } = await fetchEngine(engineUrl);
      const viewer = await FrameViewer.create({ canvas, assetsUrl: new URL('.', engineUrl).href, label: this.#label() });
      if (canvas !== this.#canvas || !this.isConnected) return viewer.close();
      this.#viewer = viewer;
      viewer.on('view', view => this.#moved(view));
      viewer.on('context-lost', error => this.#say(error));
      viewer.on('context-restored', () => this.#say(null));
      viewer.on('error', error => this.#say(error));
    } catch (e) {
      return this.#say(e);
    }
    return this.#show();
  }

  async #show() {
    const viewer = this.#viewer;
    if (!viewer) return;
    try {
      await viewer.setFrame(new URL(this.getAttribute('model'), document.baseURI).href);
    } catch (e) {
      if (viewer === this.#viewer) this.#say(e);
      return;
    }
    if (viewer !== this.#viewer) return;
    this.#say(null);
    this.#offerLenses();
    this.#offerVariants();
    this.#drawDimensions();
    this.dispatchEvent(new CustomEvent('eyewearml:viewed', { bubbles: true, composed: true, detail: {} }));
  }

  #offerVariants() {
    const names = this.#viewer.variants;
    const wished = this.choices?.look;
    const look = names.includes(wished) ? wished : null;
    if (look !== null) this.#viewer.setVariant(look);
    this.#variants.hidden = names.length === 0;
    this.#variants.replaceChildren(element('legend', { class: 'visually-hidden' }, this.#text('viewerVariants')),
      ...[null, ...names].map(name => chip('variant', name ?? this.#text('viewerAsShown'), name === look, () => {
        this.#viewer.setVariant(name);
        this.onlook?.(name);
      })));
  }

  #offerLenses() {
    this.#chosenLenses = this.choices?.lenses ?? this.#chosenLenses;
    this.#viewer.setLens(order(this.#chosenLenses));
    this.#lenses.hidden = false;
    this.#lenses.replaceChildren(element('legend', { class: 'visually-hidden' }, this.#text('lensTitle')),
      ...KINDS.map(kind => chip('lenses', this.#text(`lensKinds.${kind}`), kind === this.#chosenLenses.kind, () => this.#chooseLenses(kind))));
  }

  /** A light-adaptive lens is shown dark, as it is outdoors; clear it would look like any other. */
  #chooseLenses(kind) {
    this.#chosenLenses = { ...this.#chosenLenses, kind, activation: kind === 'photochromic' ? 1 : 0 };
    this.#viewer.setLens(order(this.#chosenLenses));
    this.onlenses?.(this.#chosenLenses);
  }

  #toggleDimensions() {
    const shown = this.#dimensions.getAttribute('aria-pressed') !== 'true';
    this.#dimensions.setAttribute('aria-pressed', String(shown));
    this.#drawDimensions();
    if (shown && this.#viewer) {
      const list = Object.entries(this.#viewer.dimensionsMm).map(([name, mm]) =>
        this.#text('viewerDimension', { name: this.#text(`dimensions.${name}`), mm: Math.round(mm) }));
      this.#announcement.textContent = list.join(', ');
    }
  }

  #drawDimensions() {
    const shown = this.#dimensions.getAttribute('aria-pressed') === 'true' && this.#viewer;
    this.#overlay.draw(shown ? this.#viewer.dimensionLines() : []);
  }

  #moved(view) {
    this.#hint.dataset.done = '';
    this.#drawDimensions();
    if (view.settled) this.#announcement.textContent = this.#text(`viewerSides.${view.side}`);
  }

  /** Shows what went wrong in the place of the frame; null when all is well. */
  #say(error) {
    this.#notice.hidden = error === null;
    if (error === null) return;
    const { title, explanation } = describeFailure(error, this.#text, { samples: false });
    this.#notice.replaceChildren(element('b', {}, title), ' ', explanation);
    this.#hint.dataset.done = '';
  }

  #close() {
    this.#viewer?.close();
    this.#viewer = undefined;
    this.#canvas = undefined;
  }
}

function chip(name, label, checked, onchange) {
  return element('label', { class: 'variant' }, element('input', { type: 'radio', name, checked, onchange }), label);
}

customElements.define('eyewear-viewer', EyewearViewer);
