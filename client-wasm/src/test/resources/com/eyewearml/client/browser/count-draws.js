// Counts draw calls in test.draws.
() => {
  test.draws = 0;
  for (const name of ['drawArrays', 'drawElements']) {
    const original = WebGL2RenderingContext.prototype[name];
    WebGL2RenderingContext.prototype[name] = function (...args) {
      test.draws++;
      return original.apply(this, args);
    };
  }
}
