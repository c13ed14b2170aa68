package com.eyewearml.kernels;

import com.dylibso.chicory.wabt.Wat2Wasm;
import com.eyewearml.kernels.wat.Func;
import com.eyewearml.kernels.wat.Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the SIMD kernels of the browser engine as WebAssembly text and assembles them, without a native tool. The module
 * imports TeaVM's memory as {@code env.memory} and has neither data segments nor a stack: all of that memory belongs to TeaVM.
 */
public final class KernelModule {
    private static final int[] DEPTHWISE_KERNELS = {3, 5};
    private static final int[] DEPTHWISE_STRIDES = {1, 2};

    private KernelModule() { }

    /** Build step. @param args binary file to write; the text is written beside it */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: KernelModule <kernels.wasm>");
        }
        Path binary = Path.of(args[0]).toAbsolutePath();
        Files.createDirectories(binary.getParent());
        Files.write(binary, Wat2Wasm.parse(text()));
    }

    /** All kernels in WebAssembly's text format. */
    static String text() {
        List<Func> functions = new ArrayList<>();
        functions.add(ConvKernel.write("conv", 4));
        functions.add(ConvKernel.write("convPicture", 1));
        for (int kernel : DEPTHWISE_KERNELS) {
            for (int stride : DEPTHWISE_STRIDES) {
                functions.add(DepthwiseKernel.write("depthwise" + kernel + "s" + stride, kernel, stride));
            }
        }
        functions.add(DenseKernel.write("dense"));
        functions.add(AddKernel.write("add"));
        functions.add(UpsampleKernel.write("upsample"));
        functions.add(ExpectationKernel.write("expectation"));
        functions.add(PaddingKernel.write("pad"));
        functions.addAll(CropKernel.write("crop"));
        functions.add(SquareRoot.write("sqrt"));
        return new Module(functions).text();
    }
}
