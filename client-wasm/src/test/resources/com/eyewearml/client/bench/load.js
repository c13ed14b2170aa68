// Times load() in a fresh page: from the import of the module to an engine that is warm.
async () => {
  const begin = performance.now();
  const { load } = await import('/eyewearml.js');
  const engine = await load();
  const took = performance.now() - begin;
  engine.close();
  return took;
}
