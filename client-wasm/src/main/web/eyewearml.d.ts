/**
 * EyewearML in the browser: finds a face, follows it, solves its pose and measures it. All work is done on the device; no
 * picture and no measurement leaves it.
 *
 * Coordinates: pictures have their origin in the top-left corner, x to the right, y down, in pixels of the source's natural
 * size, pixel centres at half-integers, never mirrored. Space is right-handed, in millimetres: the head frame has its origin
 * midway between the inner eye corners, x to the wearer's left, y up, z out of the face; the camera frame has the camera at
 * its origin looking along -z with y up.
 */

export * from './camera.js';
export * from './capabilities.js';
export * from './engine.js';
export * from './errors.js';
export * from './lens.js';
export * from './photo.js';
export * from './try-on.js';
export * from './viewer.js';
