package com.eyewearml.teavm;

import static com.eyewearml.teavm.MethodBodies.body;
import static com.eyewearml.teavm.MethodBodies.rewrite;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.MethodHolder;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Replaces what JOML 1.10.9 asks of a desktop virtual machine and TeaVM 0.15.0 cannot give: {@code sun.misc.Unsafe},
 * {@code Math.fma}, {@code DecimalFormat} patterns and reflection. Results differ from the JVM's only in the last bit, where a
 * fused multiply-add becomes a multiplication and an addition. Matrices as text and options by system properties are left out:
 * the page has neither.
 */
public final class JomlTransformer implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!cls.getName().startsWith("org.joml.")) {
            return;
        }
        switch (cls.getName()) {
            case "org.joml.MemUtil" -> rewrite(cls, "createInstance", method ->
                    body(method, context).construct("org.joml.MemUtil$MemUtilNIO").returnValue());
            case "org.joml.Math" -> rewrite(cls, "fma", method -> {
                ProgramEmitter code = body(method, context);
                ValueType type = method.parameterType(0);
                code.var(1, type).mul(code.var(2, type)).add(code.var(3, type)).returnValue();
            });
            // Their flags stay false, which selects JOML's portable code.
            case "org.joml.Options", "org.joml.Runtime" -> rewrite(cls, "<clinit>", cls::removeMethod);
            default -> removeTexts(cls);
        }
    }

    private static void removeTexts(ClassHolder cls) {
        for (MethodHolder method : cls.getMethods().toArray(new MethodHolder[0])) {
            if (method.getName().equals("toString")) {
                cls.removeMethod(method);
            }
        }
    }
}
