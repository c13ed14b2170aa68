package com.eyewearml.teavm;

import java.util.function.Consumer;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.emit.ProgramEmitter;

/** Writing other bodies into methods of libraries while TeaVM compiles them. */
final class MethodBodies {
    private MethodBodies() { }

    /**
     * Lets all methods of a name be changed.
     *
     * @throws IllegalStateException where the class has none, so that an upgrade of the library fails the build
     */
    static void rewrite(ClassHolder cls, String name, Consumer<MethodHolder> change) {
        boolean found = false;
        for (MethodHolder method : cls.getMethods().toArray(new MethodHolder[0])) {
            if (method.getName().equals(name)) {
                change.accept(method);
                found = true;
            }
        }
        if (!found) {
            throw new IllegalStateException("unknown version of " + cls.getName() + ": it has no method " + name);
        }
    }

    /** An empty body to fill. */
    static ProgramEmitter body(MethodHolder method, ClassHolderTransformerContext context) {
        return ProgramEmitter.create(method, context.getHierarchy());
    }
}
