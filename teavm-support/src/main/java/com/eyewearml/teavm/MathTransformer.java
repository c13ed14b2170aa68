package com.eyewearml.teavm;

import static com.eyewearml.teavm.MethodBodies.body;
import static com.eyewearml.teavm.MethodBodies.rewrite;

import java.util.stream.IntStream;
import org.teavm.interop.Import;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/** Computes {@link Elementary} functions within the module instead of asking JavaScript, so that a picture leaves no boxed numbers behind. */
public final class MathTransformer implements ClassHolderTransformer {
    private static final String[] FUNCTIONS = {"sin", "cos", "tan", "asin", "acos", "atan", "atan2", "exp", "log", "pow", "floor", "ceil"};

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (cls.getName().equals("java.lang.Math")) {
            for (String function : FUNCTIONS) {
                rewrite(cls, function, method -> compute(method, context));
            }
        }
    }

    private static void compute(MethodHolder method, ClassHolderTransformerContext context) {
        if (method.getModifiers().remove(ElementModifier.NATIVE)) {
            method.getAnnotations().remove(Import.class.getName());
        }
        ProgramEmitter code = body(method, context);
        ValueEmitter[] arguments = IntStream.rangeClosed(1, method.parameterCount())
                .mapToObj(i -> code.var(i, ValueType.DOUBLE)).toArray(ValueEmitter[]::new);
        code.invoke(Elementary.class, method.getName(), double.class, arguments).returnValue();
    }
}
