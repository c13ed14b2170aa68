defineMethod(cls, name, fn, vararg) {
      cls.prototype[name] = vararg ? methodOfAnyArity(fn) : methodOfArity[fn.length - 1](fn);
    },
    
