export const KINDS = ['file', 'clear', 'sun', 'photochromic'];
export const TINTS = { grey: '#5c6066', brown: '#7a5436', green: '#4f6650', blue: '#4a678c', rose: '#b07482', yellow: '#cfb04c' };
export const MIRRORS = ['none', 'silver', 'blue', 'gold'];
export const VLT_PERCENT = { min: 8, max: 85, step: 1 };

/** The lenses of the file: what a shopper begins with. */
export const AS_DESIGNED = Object.freeze({
  kind: 'file', tint: 'grey', vltPercent: 15, gradient: false, mirror: 'none', polarised: false, activation: 0, rightSphereD: 0, leftSphereD: 0,
});

/** What the engine is asked for; null for the lenses of the file. */
export function order({ kind, tint, vltPercent, gradient, mirror, polarised, activation, rightSphereD, leftSphereD }) {
  if (kind === 'file') return null;
  const prescription = rightSphereD === 0 && leftSphereD === 0 ? {} : { prescription: { rightSphereD, leftSphereD } };
  switch (kind) {
    case 'sun':
      return { tint, vltPercent, ...(gradient ? { bottomVltPercent: Math.min(85, 3 * vltPercent) } : {}), mirror, polarised, ...prescription };
    case 'photochromic':
      return { tint: 'grey', photochromic: { activation }, antiReflective: true, ...prescription };
    default:
      return { antiReflective: true, ...prescription };
  }
}

/** What may be kept of a choice: not the strength, which tells about the eyes, and not how dark a lens happens to be. */
export function keepable({ kind, tint, vltPercent, gradient, mirror, polarised }) {
  return { kind, tint, vltPercent, gradient, mirror, polarised };
}

/** The choice that was kept; as designed where it is not one of ours. */
export function restored(kept) {
  const valid = kept !== null && typeof kept === 'object' && KINDS.includes(kept.kind) && Object.hasOwn(TINTS, kept.tint) && MIRRORS.includes(kept.mirror)
    && kept.vltPercent >= VLT_PERCENT.min && kept.vltPercent <= VLT_PERCENT.max
    && typeof kept.gradient === 'boolean' && typeof kept.polarised === 'boolean';
  return valid ? { ...AS_DESIGNED, ...keepable(kept) } : AS_DESIGNED;
}
