package com.eyewearml.teavm;

import static com.eyewearml.teavm.MethodBodies.body;
import static com.eyewearml.teavm.MethodBodies.rewrite;

import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;

/**
 * Leaves out of the module TeaVM's tables for the exact decimal text of doubles, two of 9 kB each. Messages show a double with the digits
 * of a float; {@link DecimalText} reads numbers.
 */
public final class NumberTransformer implements ClassHolderTransformer {
    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        switch (cls.getName()) {
            case "java.lang.AbstractStringBuilder" -> rewrite(cls, "insert", method -> {
                if (method.parameterCount() == 2 && method.parameterType(1) == ValueType.DOUBLE) {
                    ProgramEmitter code = body(method, context);
                    code.var(0, ValueType.object(cls.getName())).invokeVirtual("insert", ValueType.object(cls.getName()),
                            code.var(1, ValueType.INTEGER), code.var(2, ValueType.DOUBLE).cast(ValueType.FLOAT)).returnValue();
                }
            });
            case "java.lang.Double" -> rewrite(cls, "parseDouble", method -> {
                ProgramEmitter code = body(method, context);
                code.invoke(DecimalText.class, "parse", double.class, code.var(1, ValueType.object("java.lang.String"))).returnValue();
            });
            default -> { }
        }
    }
}
