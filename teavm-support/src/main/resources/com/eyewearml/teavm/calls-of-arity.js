  jso.createFunction$N = createFunction;
  jso.bindFunction$N = bindFunction;
  jso.callFunction$N = (f$TAIL) => {
    try {
      return f($LIST);
    } catch (e) {
      rethrowJsAsJava(e);
    }
  };
  jso.callMethod$N = (object, method$TAIL) => {
    try {
      return object !== null ? object[method]($LIST) : getGlobalName(method)($LIST);
    } catch (e) {
      rethrowJsAsJava(e);
    }
  };
  jso.construct$N = (type$TAIL) => {
    try {
      return new type($LIST);
    } catch (e) {
      rethrowJsAsJava(e);
    }
  };
  jso.arrayOf$N = ($LIST) => [$LIST];
