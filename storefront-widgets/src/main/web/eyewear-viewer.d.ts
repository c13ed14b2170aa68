/**
 * A frame in 3D as an element: `<eyewear-viewer engine="/engine/1.0/eyewearml.js" model="aldine.glb" label="Aldine in Havana">`.
 * Load `viewer/eyewear-viewer.js` as a module, or let `loader.js` bring it up where a button asks for it:
 *
 * ```html
 * <div><img src="aldine.jpg" alt="…"><button type="button" data-eyewearml-view="aldine.glb" data-label="Aldine in Havana">View in 3D</button></div>
 * ```
 *
 * The viewer then covers the element around the button until the button is pressed again. It is turned by pointer, touch and keys,
 * offers the variants of the file and kinds of lenses, and shows the dimensions in millimetres. It needs neither camera nor face.
 */
export interface EyewearViewer extends HTMLElement {
  /** What it begins with; read whenever a model is shown. The `lenses` are those that `onlenses` told. */
  choices?: { lenses?: object; look?: string };
  /** Told of other lenses. */
  onlenses?: (lenses: object) => void;
  /** Told of another variant; null for the frame as its file has it. */
  onlook?: (name: string | null) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    'eyewear-viewer': EyewearViewer;
  }
  interface HTMLElementEventMap {
    /** The frame stands there. */
    'eyewearml:viewed': CustomEvent<{}>;
  }
}
