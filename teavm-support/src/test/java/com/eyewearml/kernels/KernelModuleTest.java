package com.eyewearml.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.dylibso.chicory.wabt.Wat2Wasm;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class KernelModuleTest {
    private static final int HEADER_BYTES = 8;
    private static final int TYPE = 1;
    private static final int IMPORT = 2;
    private static final int FUNCTION = 3;
    private static final int EXPORT = 7;
    private static final int CODE = 10;

    /** All memory belongs to TeaVM: no memory, globals, start function or data of the module's own. */
    @Test
    void assembledModuleHoldsFunctionsOnly() {
        ByteBuffer binary = ByteBuffer.wrap(Wat2Wasm.parse(KernelModule.text())).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0x6d736100, binary.getInt());
        List<Integer> sections = new ArrayList<>();
        binary.position(HEADER_BYTES);
        while (binary.hasRemaining()) {
            sections.add((int) binary.get());
            int length = unsignedLeb128(binary);
            binary.position(binary.position() + length);
        }
        assertEquals(List.of(TYPE, IMPORT, FUNCTION, EXPORT, CODE), sections);
    }

    private static int unsignedLeb128(ByteBuffer binary) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = binary.get();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
