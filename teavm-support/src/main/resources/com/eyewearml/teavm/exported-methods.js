defineMethod(cls, name, fn, vararg) {
      const fixed = fn.length - 2;
      cls.prototype[name] = function(...args) {
        try {
          return vararg ? fn(this, ...args.slice(0, fixed), args.slice(fixed)) : fn(this, ...args);
        } catch (e) {
          rethrowJavaAsJs(e);
        }
      };
    },
    
