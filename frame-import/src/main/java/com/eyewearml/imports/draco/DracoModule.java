package com.eyewearml.imports.draco;

import com.dylibso.chicory.compiler.InterpreterFallback;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmFunctionHandle;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionType;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.ValType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/**
 * Google's Draco decoder (the glTF build of 1.5, as three.js ships it) on the JVM: WebAssembly compiled to Java bytecode, so no stream
 * can reach memory but its own, and that is bounded.
 */
final class DracoModule {
    /** Most memory of one decoder. */
    static final int MAX_BYTES = 384 << 20;
    private static final String RESOURCE = "draco_decoder.wasm";
    private static final String IMPORTS = "a";
    private static final ValType I32 = ValType.I32;

    private final Instance instance;

    private DracoModule(Instance instance) {
        this.instance = instance;
    }

    /** Compiled once, when a file first asks for it. */
    private static final class Compiled {
        static final WasmModule MODULE = parsed();
        static final Function<Instance, Machine> MACHINE = MachineFactoryCompiler.builder(MODULE)
                .withInterpreterFallback(InterpreterFallback.SILENT).compile();

        private static WasmModule parsed() {
            try (InputStream in = DracoModule.class.getResourceAsStream(RESOURCE)) {
                return Parser.parse(in);
            } catch (IOException e) {
                throw new UncheckedIOException("the Draco decoder cannot be read", e);
            }
        }
    }

    /** Thrown where the decoder gives up or wants more memory than it may have. */
    static final class Failed extends RuntimeException {
        Failed(String message) {
            super(message, null, false, false);
        }
    }

    /** A decoder with memory of its own. */
    static DracoModule start() {
        ImportValues imports = ImportValues.builder().addFunction(
                host("a", List.of(), List.of(), (instance, args) -> {
                    throw new Failed("the decoder stopped");
                }),
                host("b", List.of(I32, I32, I32), List.of(), (instance, args) -> {
                    throw new Failed("the decoder threw an exception");
                }),
                host("c", List.of(I32), List.of(I32), (instance, args) -> new long[] {grown(instance.memory(), args[0] & 0xFFFFFFFFL)}),
                host("d", List.of(I32, I32, I32), List.of(), (instance, args) -> {
                    instance.memory().copy((int) args[0], (int) args[1], (int) args[2]);
                    return null;
                })).build();
        Instance instance = Instance.builder(Compiled.MODULE).withMachineFactory(Compiled.MACHINE).withImportValues(imports)
                .withMemoryFactory(limits -> new ByteArrayMemory(new MemoryLimits(limits.initialPages(), MAX_BYTES / Memory.PAGE_SIZE))).build();
        DracoModule module = new DracoModule(instance);
        module.call(DracoExport.START);
        return module;
    }

    private static HostFunction host(String name, List<ValType> parameters, List<ValType> results,
                                     WasmFunctionHandle work) {
        return new HostFunction(IMPORTS, name, FunctionType.of(parameters, results), work);
    }

    /** Emscripten's resize_heap: by half as much again, so that large meshes do not copy the memory too often. */
    private static long grown(Memory memory, long bytes) {
        if (bytes > MAX_BYTES) {
            throw new Failed("the mesh needs more than " + (MAX_BYTES >> 20) + " MB");
        }
        long wanted = Math.min(MAX_BYTES, Math.max(bytes, memory.pages() * (long) Memory.PAGE_SIZE * 3 / 2));
        int pages = (int) ((wanted + Memory.PAGE_SIZE - 1) / Memory.PAGE_SIZE);
        return memory.grow(pages - memory.pages()) < 0 ? 0 : 1;
    }

    /** Calls a function; 0 where it returns nothing. */
    int call(DracoExport function, int... arguments) {
        long[] values = new long[arguments.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments[i];
        }
        long[] results = instance.export(function.exported()).apply(values);
        return results == null || results.length == 0 ? 0 : (int) results[0];
    }

    Memory memory() {
        return instance.memory();
    }

    /** Memory of the decoder's. */
    int allocated(long bytes) {
        if (bytes > MAX_BYTES) {
            throw new Failed("the mesh needs more than " + (MAX_BYTES >> 20) + " MB");
        }
        int at = call(DracoExport.MALLOC, (int) bytes);
        if (at == 0) {
            throw new Failed("the mesh needs more than " + (MAX_BYTES >> 20) + " MB");
        }
        return at;
    }
}
