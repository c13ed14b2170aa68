// Compiles and links a vertex shader with each fragment shader under each set of preprocessor lines; returns what the driver minds.
({ variants, vertex, fragments }) => {
  const gl = document.createElement('canvas').getContext('webgl2');
  const version = '#version 300 es\n';
  const problems = [];
  for (const defines of variants) {
    for (const fragment of fragments) {
      const program = gl.createProgram();
      for (const [type, source] of [[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]]) {
        const shader = gl.createShader(type);
        gl.shaderSource(shader, version + defines + source.slice(version.length));
        gl.compileShader(shader);
        if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) {
          problems.push(defines + gl.getShaderInfoLog(shader));
        }
        gl.attachShader(program, shader);
      }
      gl.linkProgram(program);
      if (!gl.getProgramParameter(program, gl.LINK_STATUS)) {
        problems.push(defines + gl.getProgramInfoLog(program));
      }
      gl.deleteProgram(program);
    }
  }
  return problems;
}
