// Runs TypeScript's compiler, loaded as the global ts, over usage.ts and eyewearml.d.ts with all it refers to.
async ({ usage, libraries }) => {
  const options = {
    strict: true, noEmit: true, noUnusedLocals: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ES2022,
    moduleResolution: ts.ModuleResolutionKind.Bundler, lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [],
  };
  const text = async url => (await fetch(url)).text();
  const files = new Map([['/usage.ts', usage]]);
  const add = async name => {
    files.set(name, '');
    files.set(name, await text(name));
    const named = [...files.get(name).matchAll(/from '\.(\/[\w-]+)\.js'/g)].map(match => match[1] + '.d.ts');
    await Promise.all(named.filter(other => !files.has(other)).map(add));
  };
  await add('/eyewearml.d.ts');
  await Promise.all(libraries.map(async name => files.set('/' + name, await text('/typescript/' + name))));
  const sources = new Map();
  const source = name => {
    if (!sources.has(name)) sources.set(name, ts.createSourceFile(name, files.get(name), options.target, true));
    return sources.get(name);
  };
  const host = {
    getSourceFile: name => files.has(name) ? source(name) : undefined,
    getDefaultLibFileName: () => '/lib.es2022.d.ts',
    getDefaultLibLocation: () => '/',
    writeFile() { },
    getCurrentDirectory: () => '/',
    getCanonicalFileName: name => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    fileExists: name => files.has(name),
    readFile: name => files.get(name),
  };
  const program = ts.createProgram(['/usage.ts', '/eyewearml.d.ts'], options, host);
  const problems = ts.getPreEmitDiagnostics(program).map(d => {
    const line = d.file ? d.file.fileName + ':' + (d.file.getLineAndCharacterOfPosition(d.start).line + 1) + ' ' : '';
    return line + ts.flattenDiagnosticMessageText(d.messageText, ' ');
  });
  const checker = program.getTypeChecker();
  const exported = checker.getExportsOfModule(checker.getSymbolAtLocation(source('/eyewearml.d.ts')));
  const values = exported.filter(s => s.flags & ts.SymbolFlags.Value);
  const codes = values.find(s => s.name === 'ErrorCode');
  return {
    problems,
    declared: values.map(s => s.name).sort(),
    actual: Object.keys(await import('/eyewearml.js')).sort(),
    declaredCodes: checker.getTypeOfSymbol(codes).getProperties().map(s => s.name).sort(),
    actualCodes: Object.keys((await import('/eyewearml.js')).ErrorCode).sort(),
    undocumented: exported.filter(s => s.getDocumentationComment(checker).length === 0).map(s => s.name),
  };
}
