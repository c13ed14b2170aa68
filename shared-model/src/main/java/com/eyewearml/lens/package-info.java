/**
 * What spectacle lenses do to light: form and power, coatings, tints, and what of it a bystander sees. Wavelengths in nanometres,
 * lengths in millimetres, powers in dioptres; colours are linear sRGB.
 */
package com.eyewearml.lens;
