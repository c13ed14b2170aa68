async function compileModule(src, isNodeJs) {
  if (src instanceof WebAssembly.Module) {
    return src;
  }
  
