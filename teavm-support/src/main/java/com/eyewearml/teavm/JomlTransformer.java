package com.eyewearml.teavm;

import java.text.NumberFormat;
import java.util.function.Consumer;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Replaces what JOML 1.10.9 asks of a desktop virtual machine and TeaVM 0.15.0 cannot give: {@code sun.misc.Unsafe},
 * {@code Math.fma}, {@code DecimalFormat} patterns and reflection. Results differ from the JVM's only in the last bit, where a
 * fused multiply-add becomes a multiplication and an addition.
 */
public final class JomlTransformer implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        switch (cls.getName()) {
            case "org.joml.MemUtil" -> rewrite(cls, "createInstance", method ->
                    body(method, context).construct("org.joml.MemUtil$MemUtilNIO").returnValue());
            case "org.joml.Math" -> rewrite(cls, "fma", method -> {
                ProgramEmitter code = body(method, context);
                ValueType type = method.parameterType(0);
                code.var(1, type).mul(code.var(2, type)).add(code.var(3, type)).returnValue();
            });
            case "org.joml.Options" -> rewrite(cls, "decimalFormat", method ->
                    body(method, context).constantNull(NumberFormat.class).returnValue());
            case "org.joml.Runtime" -> {
                rewrite(cls, "format", method -> {
                    ProgramEmitter code = body(method, context);
                    code.invoke(Double.class, "toString", String.class, code.var(1, ValueType.DOUBLE)).returnValue();
                });
                // Its flags stay false, which selects JOML's portable code.
                rewrite(cls, "<clinit>", cls::removeMethod);
            }
            default -> { }
        }
    }

    private static void rewrite(ClassHolder cls, String name, Consumer<MethodHolder> change) {
        boolean found = false;
        for (MethodHolder method : cls.getMethods().toArray(new MethodHolder[0])) {
            if (method.getName().equals(name)) {
                change.accept(method);
                found = true;
            }
        }
        if (!found) {
            throw new IllegalStateException("unknown version of JOML: " + cls.getName() + " has no method " + name);
        }
    }

    private static ProgramEmitter body(MethodHolder method, ClassHolderTransformerContext context) {
        return ProgramEmitter.create(method, context.getHierarchy());
    }
}
