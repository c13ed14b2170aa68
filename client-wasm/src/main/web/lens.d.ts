/** Lenses as a shopper orders them. What is left out is as stated. */
export interface LensOrder {
  /** Colour of the body; default `none`, under which a lower transmission is reached by grey. */
  tint?: 'none' | 'grey' | 'brown' | 'green' | 'blue' | 'rose' | 'yellow';
  /**
   * Visible transmission of the whole lens, surfaces included, weighted by daylight and the eye's sensitivity: 3 to 100. Of a gradient
   * lens, at its top. Default, and where surfaces and polariser let less pass: as much as passes (92 without coating, 99 with an
   * anti-reflective one, about 40 when polarised).
   */
  vltPercent?: number;
  /** The same at the bottom; default `vltPercent`, which must be given with it. */
  bottomVltPercent?: number;
  /** Mirror on the front; its colour changes with the angle. Default `none`. */
  mirror?: 'none' | 'silver' | 'blue' | 'gold';
  /** Anti-reflective coating on the back and, without a mirror, on the front. Default: true for clear lenses without mirror. */
  antiReflective?: boolean;
  /** Polariser in the lens: to others a neutral grey-brown tint. Default false. */
  polarised?: boolean;
  /** Photochromic dye, from 0, clear, to 1, as dark as in full winter sun; see `TryOn.photochromicActivation`. */
  photochromic?: { activation: number };
  /**
   * Spherical powers in dioptres, −20 to 20. What lies behind is shown as large and where such a lens shows it, the optical centres
   * before the pupils. Default: none.
   */
  prescription?: { rightSphereD: number; leftSphereD: number };
}

/** Light and time that a photochromic lens is exposed to. */
export interface PhotochromicExposure {
  /** Activation at the start, 0 to 1. */
  from: number;
  /** Ultraviolet light as a share of full sun: 1 outdoors, 0 indoors. */
  sun: number;
  /** Time passed, 0 or more. */
  seconds: number;
  /** Temperature of the lens, −40 to 60 °C; default 21. Cold lenses get darker and fade slower. */
  temperatureC?: number;
}
