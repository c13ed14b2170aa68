/**
 * The try-on dialog as an element. Put one into the page, name buttons that open it, and load `loader.js` as a module:
 *
 * ```html
 * <button data-eyewearml-try-on="aldine" data-eyewearml-sku="ALD-HAV">Try on</button>
 * <eyewear-try-on catalogue="/api/catalogue" engine="/engine/1.0/eyewearml.js"></eyewear-try-on>
 * <script type="module" src="/widgets/loader.js"></script>
 * ```
 *
 * The page's policy must allow `script-src 'self' 'wasm-unsafe-eval'`, `style-src 'self'` and `img-src 'self' blob:`. Colours and
 * type follow the custom properties `--eyewearml-ink`, `-paper`, `-accent`, `-display` and `-text`.
 *
 * No picture, landmark or measurement ever leaves the element: not in a request, not in an event, not in storage.
 */
export interface EyewearTryOn extends HTMLElement {
  /** Opens the dialog with a frame; an unknown slug opens the first frame of the catalogue. */
  open(wanted: { frame: string; sku?: string }): Promise<void>;
  /** Closes it, switches the camera off and releases the engine. */
  close(): void;
  readonly isOpen: boolean;
}

/** What the shopper is wearing. */
export interface Worn {
  frame: string;
  sku: string;
}

/** Bubbling, composed events. `detail` tells about frames, never about the face. */
export interface EyewearTryOnEvents {
  'eyewearml:open': CustomEvent<{ frame: string }>;
  /** The first picture with glasses can be seen. */
  'eyewearml:ready': CustomEvent<Worn>;
  'eyewearml:camera-granted': CustomEvent<{}>;
  'eyewearml:camera-denied': CustomEvent<{ code: string }>;
  'eyewearml:face-found': CustomEvent<{}>;
  'eyewearml:face-lost': CustomEvent<{}>;
  'eyewearml:frame-loaded': CustomEvent<Worn>;
  'eyewearml:frame-error': CustomEvent<Worn>;
  'eyewearml:snapshot': CustomEvent<Worn>;
  'eyewearml:share': CustomEvent<Worn>;
  /** Cancelable: `preventDefault()` says that the page has put the frame into its bag. */
  'eyewearml:add-to-cart': CustomEvent<Worn & { name: string; colour: string; price: string; pictureUrl?: string }>;
  'eyewearml:error': CustomEvent<{ code: string }>;
  'eyewearml:close': CustomEvent<{}>;
}

declare global {
  interface HTMLElementTagNameMap {
    'eyewear-try-on': EyewearTryOn;
  }
}
