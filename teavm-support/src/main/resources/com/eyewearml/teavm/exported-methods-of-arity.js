  methodOfArity[$N] = fn => function($LIST) {
    try {
      return fn(this$TAIL);
    } catch (e) {
      rethrowJavaAsJs(e);
    }
  };
