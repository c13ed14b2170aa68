package com.eyewearml.teavm;

import com.dylibso.chicory.wabt.Wat2Wasm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Assembles WebAssembly text, fixed-width SIMD included, without a native tool. The modules it makes import TeaVM's memory as
 * {@code env.memory} and must hold no data segments: all of that memory belongs to TeaVM.
 */
public final class KernelAssembler {
    private KernelAssembler() { }

    /**
     * @param args WebAssembly text file to read, binary file to write
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: KernelAssembler <file.wat> <file.wasm>");
        }
        Path output = Path.of(args[1]);
        Files.createDirectories(output.toAbsolutePath().getParent());
        Files.write(output, Wat2Wasm.parse(Path.of(args[0]).toFile()));
    }
}
