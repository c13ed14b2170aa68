function defineFunction(fn, vararg) {
    const fixed = fn.length - 1;
    return function(...args) {
      try {
        return vararg ? fn(...args.slice(0, fixed), args.slice(fixed)) : fn(...args);
      } catch (e) {
        rethrowJavaAsJs(e);
      }
    };
  }
  function renameConstructor(name, constructor) {
    const renamed = function(...args) {
      return constructor.apply(this, args);
    };
    Object.defineProperty(renamed, "name", { value: name });
    return renamed;
  }
  function methodOfAnyArity(fn) {
    const fixed = fn.length - 2;
    return function(...args) {
      try {
        return fn(this, ...args.slice(0, fixed), args.slice(fixed));
      } catch (e) {
        rethrowJavaAsJs(e);
      }
    };
  }
  const methodOfArity = [];
