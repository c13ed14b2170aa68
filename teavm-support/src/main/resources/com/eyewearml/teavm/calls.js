function createFunction(...parametersAndText) {
    const key = JSON.stringify(parametersAndText);
    requestedBodies.add(key);
    const factory = bodies.get(key);
    return factory ? factory(wrapCallFromJavaToJs) : () => {
      throw new Error("bodies.js lacks " + key);
    };
  }
  const jso = imports.teavmJso;
  const bindFunction = (f, ...args) => f.bind(null, ...args);
