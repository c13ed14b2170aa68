/**
 * A small path tracer: the reference that the browser's renderer is measured against. Written from the papers, for clarity before speed;
 * shares nothing with the shaders. Not part of what runs in the browser.
 */
package com.eyewearml.trace;
