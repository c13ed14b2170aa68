import { fetchCatalogue } from './catalogue.js';
import { describeFailure } from './failures.js';
import { NOT_ADJUSTED } from './fit.js';
import { texts } from './language/index.js';
import { order } from './lens-order.js';
import { Mirror } from './mirror.js';
import { forgetAll, NO_CHOICES, rememberChoices, rememberedChoices, rememberedSource, rememberSource } from './preferences.js';
import { tryOnView } from './try-on-view.js';

const CLOSED = Object.freeze({
  screen: 'closed', // closed | choice | loading | mirror | snapshot | failure | viewer
  source: null, // camera | photo | sample
  photo: null, // the shopper's own, where that is the source
  pictured: false, // whether the mirror has a picture of that source
  catalogue: null,
  frame: null,
  variant: null,
  choices: NO_CHOICES, // lenses, and of each frame how it sits and in which variant of its file
  lookNames: Object.freeze([]), // variants in the file of the worn frame
  faceFound: false,
  measurement: null,
  loadingStep: '',
  failure: null,
  snapshot: null,
  comparing: false, // whether the picture is shown without the glasses
  matchesLight: true, // whether the glasses take on the picture's light
  bagged: null, // sku put into the bag since it was last changed
});

/**
 * The try-on dialog. Attributes: `catalogue` and `engine`, the addresses of the shop's frames (JSON) and of the engine's module;
 * `lang`. All state is in one object; the view is drawn from it and calls the methods below.
 */
export class EyewearTryOn extends HTMLElement {
  #text;
  #view;
  #mirror;
  #state = CLOSED;
  #attempt = 0;
  #repeat;
  #asleep = false;

  #visibility = () => this.#pauseOrResume();

  /**
   * @param {{frame: string, sku?: string}} wanted slug of a frame, and the colour to begin with
   */
  async open({ frame: slug, sku }) {
    this.#text ??= texts(this.lang || document.documentElement.lang || 'en');
    this.#view ??= tryOnView(this.attachShadow({ mode: 'open' }), this.#text, this.#actions(), this.#engineUrl());
    this.#set({ ...CLOSED, screen: 'loading', loadingStep: this.#text('stepEngine'), choices: rememberedChoices() });
    document.addEventListener('visibilitychange', this.#visibility);
    await Promise.all([this.#begin(slug, sku), this.#show(slug)]);
  }

  close() {
    this.#view?.close();
  }

  get isOpen() {
    return this.#state !== CLOSED;
  }

  disconnectedCallback() {
    this.close();
  }

  async #show(slug) {
    await this.#view.open();
    this.#emit('open', { frame: slug });
  }

  async #begin(slug, sku) {
    this.#repeat = () => this.#begin(slug, sku);
    await this.#attemptTo(async stillWanted => {
      this.#renewMirror();
      const [catalogue, source] = await Promise.all([fetchCatalogue(this.getAttribute('catalogue')), this.#sourceToBeginWith()]);
      if (!stillWanted()) return;
      const frame = catalogue.frames.find(each => each.slug === slug) ?? catalogue.frames[0];
      const variant = frame.variants.find(each => each.sku === sku) ?? frame.variants[0];
      this.#set({ catalogue, frame, variant });
      if (source === 'camera') await this.#useCamera();
      else if (source === 'sample' && catalogue.samples.length > 0) await this.#useSample(catalogue.samples[0].url);
      else this.#set({ screen: 'choice' });
    });
  }

  /** The shopper's last choice; without one, the camera if this shop already has permission; else null: ask. */
  async #sourceToBeginWith() {
    const remembered = rememberedSource();
    if (remembered || !navigator.permissions) return remembered;
    try {
      const { state } = await navigator.permissions.query({ name: 'camera' });
      return state === 'granted' ? 'camera' : null;
    } catch (e) {
      if (e instanceof TypeError) return null; // This browser does not tell about cameras.
      throw e;
    }
  }

  #actions() {
    return {
      useCamera: () => this.#useCamera(),
      choosePhoto: () => this.#view.choosePhoto(),
      usePhoto: photo => this.#usePhoto(photo),
      useSample: url => this.#useSample(url),
      askAgain: () => this.#askAgain(),
      view3d: () => this.#view3d(),
      leaveViewer: () => this.#leaveViewer(),
      matchLight: enabled => this.#matchLight(enabled),
      compare: comparing => this.#compare(comparing),
      chooseLenses: lenses => this.#chooseLenses(lenses),
      chooseLook: name => this.#chooseLook(name),
      forget: () => this.#forget(),
      photochromicActivation: exposure => this.#mirror.photochromicActivation(exposure),
      adjust: fit => this.#adjust(fit),
      keepAdjustment: () => rememberChoices(this.#state.choices),
      wear: (frame, variant) => this.#wear(frame, variant),
      step: direction => this.#step(direction),
      addToBag: () => this.#addToBag(),
      takeSnapshot: () => this.#takeSnapshot(),
      leaveSnapshot: () => this.#backToMirror(),
      shared: () => this.#emit('share', this.#worn()),
      retry: () => this.#repeat(),
      otherFrame: () => this.#backToMirror(),
      carryOn: () => this.#backToMirror(),
      reload: () => location.reload(),
      close: () => this.close(),
      closed: () => this.#closed(),
    };
  }

  #useCamera() {
    return this.#look('camera', 'stepCamera', mirror => mirror.useCamera());
  }

  #usePhoto(photo) {
    if (!this.#state.frame) return undefined; // Dropped before there is anything to wear.
    return this.#look('photo', 'stepPhoto', mirror => mirror.usePhoto(photo), photo);
  }

  #useSample(url) {
    return this.#look('sample', 'stepPhoto', async mirror => mirror.usePhoto(await (await fetch(url)).blob()));
  }

  /** Points the mirror at a new source while the worn frame is fetched, and remembers the choice once it worked. */
  #look(source, step, point, photo = null) {
    this.#repeat = () => this.#look(source, step, point, photo);
    return this.#attemptTo(async stillWanted => {
      this.#asleep = false;
      this.#set({
        screen: 'loading', source, photo, pictured: false, loadingStep: this.#text(step),
        failure: null, faceFound: false, measurement: null, snapshot: null,
      });
      const mirror = this.#mirror.failed ? this.#renewMirror() : this.#mirror;
      await Promise.all([point(mirror).then(() => this.#set({ pictured: true })), this.#putOn(mirror)]);
      if (!stillWanted()) return;
      if (source === 'camera') this.#emit('camera-granted', {});
      rememberSource(source);
      // A doubt about the photo, such as several faces in it, stays until the shopper has decided.
      if (this.#state.screen === 'loading') this.#set({ screen: 'mirror' });
      this.#emit('ready', this.#worn());
    });
  }

  #askAgain() {
    this.#attempt++;
    this.#mirror.stopCamera();
    this.#set({ screen: 'choice', source: null, photo: null, pictured: false });
  }

  /** The frame alone; the camera is off meanwhile. */
  #view3d() {
    this.#attempt++;
    if (this.#state.source === 'camera') {
      this.#asleep = true;
      this.#mirror.stopCamera();
    }
    this.#set({ screen: 'viewer', failure: null });
  }

  #leaveViewer() {
    return this.#state.pictured ? this.#backToMirrorWearing() : this.#set({ screen: 'choice' });
  }

  /** The frame may have been changed in the viewer. */
  #backToMirrorWearing() {
    if (this.#asleep) return this.#useCamera();
    return this.#attemptTo(async stillWanted => {
      await this.#putOn(this.#mirror);
      if (stillWanted()) this.#backToMirror();
    });
  }

  /** Puts the chosen frame on as the shopper wants it. */
  async #putOn(mirror) {
    const { variant } = this.#state;
    const lookNames = await mirror.wear(variant.modelUrl, () => this.#wishes());
    if (variant === this.#state.variant) this.#set({ lookNames });
  }

  #wishes() {
    const { choices: { lenses, fits, looks }, frame, variant } = this.#state;
    return { lens: order(lenses), fit: fits[frame.slug] ?? NOT_ADJUSTED, look: looks[variant.sku] };
  }

  #choose(part) {
    this.#set({ choices: { ...this.#state.choices, ...part } });
    rememberChoices(this.#state.choices);
  }

  #chooseLenses(lenses) {
    this.#choose({ lenses });
    return this.#state.pictured ? this.#mirror.setLens(order(lenses)) : undefined;
  }

  /** Worn at once; kept when the hand is taken off. */
  #adjust(fit) {
    const { choices, frame } = this.#state;
    this.#set({ choices: { ...choices, fits: { ...choices.fits, [frame.slug]: fit } } });
    return this.#mirror.adjust(fit);
  }

  #chooseLook(name) {
    const { [this.#state.variant.sku]: before, ...others } = this.#state.choices.looks;
    this.#choose({ looks: name === null ? others : { ...others, [this.#state.variant.sku]: name } });
    return this.#state.screen === 'mirror' ? this.#mirror.setLook(name) : undefined;
  }

  async #forget() {
    forgetAll();
    this.#set({ choices: NO_CHOICES });
    await Promise.all([this.#mirror.setLens(null), this.#mirror.adjust(NOT_ADJUSTED), this.#mirror.setLook(null)]);
    this.#view.say(this.#text('memoryForgotten'));
  }

  #matchLight(matchesLight) {
    this.#set({ matchesLight });
    return this.#attemptTo(() => this.#mirror.matchLight(matchesLight));
  }

  #compare(comparing) {
    this.#set({ comparing });
    return this.#mirror.showGlasses(!comparing);
  }

  #wear(frame, variant) {
    const before = this.#state.variant;
    this.#set({ frame, variant, bagged: null });
    if (this.#state.screen === 'viewer') return undefined;
    if (!this.#state.pictured || variant === before) return undefined;
    this.#repeat = () => this.#wear(frame, variant);
    return this.#attemptTo(async stillWanted => {
      await this.#putOn(this.#mirror);
      if (!stillWanted()) return;
      this.#set({ screen: 'mirror', failure: null, snapshot: null });
      this.#view.say(this.#text('wearing', { frame: frame.name, colour: variant.colour }));
      this.#emit('frame-loaded', this.#worn());
    });
  }

  #step(direction) {
    const { frames } = this.#state.catalogue;
    const next = frames[(frames.indexOf(this.#state.frame) + direction + frames.length) % frames.length];
    return this.#wear(next, next.variants[0]);
  }

  #takeSnapshot() {
    return this.#attemptTo(async stillWanted => {
      const blob = await this.#mirror.snapshot();
      if (!stillWanted()) return;
      const { frame, variant } = this.#state;
      this.#set({ screen: 'snapshot', snapshot: { blob, wearing: { frame: frame.name, colour: variant.colour } } });
      this.#emit('snapshot', this.#worn());
    });
  }

  #addToBag() {
    const { frame, variant } = this.#state;
    const unhandled = this.#emit('add-to-cart', { ...this.#worn(), name: frame.name, colour: variant.colour, price: frame.price, pictureUrl: variant.pictureUrl });
    if (unhandled) return;
    this.#set({ bagged: variant.sku });
    this.#view.say(this.#text('addedToBag', { frame: frame.name }));
  }

  #engineUrl() {
    return new URL(this.getAttribute('engine'), document.baseURI).href;
  }

  #renewMirror() {
    this.#mirror?.close();
    this.#set({ matchesLight: true, comparing: false });
    this.#mirror = new Mirror(this.#engineUrl(), this.#view.newCanvas(), {
      onFace: found => this.#faceSeen(found),
      onMeasurement: measurement => this.#measured(measurement),
      onFailure: e => this.#fail(e),
      onRecovery: () => this.#backToMirror(),
    });
    return this.#mirror;
  }

  #faceSeen(faceFound) {
    if (faceFound === this.#state.faceFound) return;
    this.#set({ faceFound });
    this.#emit(faceFound ? 'face-found' : 'face-lost', {});
  }

  #measured(measurement) {
    const before = this.#state.measurement;
    if (!before || Object.keys(measurement).some(key => measurement[key] !== before[key])) this.#set({ measurement });
  }

  /** Runs one thing the shopper asked for. A later wish makes its outcome void; a failure becomes a message with next steps. */
  async #attemptTo(task) {
    const attempt = ++this.#attempt;
    const stillWanted = () => attempt === this.#attempt;
    try {
      await task(stillWanted);
    } catch (e) {
      if (stillWanted()) this.#fail(e);
    }
  }

  #fail(e) {
    const failure = describeFailure(e, this.#text, { samples: this.#state.catalogue?.samples.length > 0 });
    if (failure.code === 'UNKNOWN') console.error(e);
    this.#set({ screen: 'failure', failure });
    if (failure.code.startsWith('CAMERA_')) this.#emit('camera-denied', { code: failure.code });
    if (failure.code.startsWith('FRAME_')) this.#emit('frame-error', this.#worn());
    this.#emit('error', { code: failure.code });
  }

  #pauseOrResume() {
    if (this.#state.source !== 'camera') return undefined;
    if (document.hidden) {
      this.#asleep = true;
      return this.#mirror.stopCamera();
    }
    return this.#asleep && this.#state.screen === 'mirror' ? this.#useCamera() : undefined;
  }

  #closed() {
    this.#attempt++;
    document.removeEventListener('visibilitychange', this.#visibility);
    this.#mirror.close();
    this.#mirror = undefined;
    this.#state = CLOSED;
    this.#view.update(CLOSED);
    this.#emit('close', {});
  }

  #backToMirror() {
    if (this.#asleep) return this.#useCamera();
    return this.#set({ screen: 'mirror', failure: null, snapshot: null });
  }

  #worn() {
    return { frame: this.#state.frame.slug, sku: this.#state.variant.sku };
  }

  #set(change) {
    this.#state = Object.freeze({ ...this.#state, ...change });
    this.#view.update(this.#state);
  }

  /** Events tell what was done with which frame, never anything about the face. Returns false where a listener took it over. */
  #emit(name, detail) {
    return this.dispatchEvent(new CustomEvent(`eyewearml:${name}`, { detail, bubbles: true, composed: true, cancelable: name === 'add-to-cart' }));
  }
}

customElements.define('eyewear-try-on', EyewearTryOn);
