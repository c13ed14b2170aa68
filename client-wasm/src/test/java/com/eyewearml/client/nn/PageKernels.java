package com.eyewearml.client.nn;

import com.eyewearml.client.browsertest.TestPage;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The assembled kernels as an executor on the JVM sees them: calls are noted down, then made in a page over a copy of the
 * memory, which is copied back.
 */
final class PageKernels implements MemoryBlock.Allocator {
    private static final int PAGE_BYTES = 65536;

    private final TestPage page;
    private final ByteBuffer memory;
    private final Kernels kernels = (Kernels) Proxy.newProxyInstance(Kernels.class.getClassLoader(),
            new Class<?>[] {Kernels.class}, (_, method, arguments) -> note(method.getName(), arguments));
    private final List<Map<String, Object>> calls = new ArrayList<>();
    private boolean noting;
    /** Not zero, which is no address of a block in the real memory either. */
    private int allocatedBytes = PAGE_BYTES;

    PageKernels(TestPage page, int pages) {
        this.page = page;
        memory = ByteBuffer.allocate(pages * PAGE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        // Whatever kernels read beside their data must not matter.
        FloatBuffer floats = memory.asFloatBuffer();
        while (floats.hasRemaining()) {
            floats.put(Float.NaN);
        }
    }

    Kernels kernels() {
        return kernels;
    }

    @Override
    public MemoryBlock allocate(int floats) {
        int address = allocatedBytes;
        ByteBuffer block = allocateBytes(Float.BYTES * floats);
        for (int i = 0; i < floats; i++) {
            block.putFloat(Float.BYTES * i, 0);
        }
        return new MemoryBlock(block.asFloatBuffer(), address);
    }

    /** Copies bytes into memory of their own; returns their address. */
    int allocate(byte[] bytes) {
        int address = allocatedBytes;
        allocateBytes(bytes.length).put(0, bytes);
        return address;
    }

    private ByteBuffer allocateBytes(int bytes) {
        ByteBuffer block = memory.slice(allocatedBytes, bytes).order(ByteOrder.LITTLE_ENDIAN);
        allocatedBytes += bytes;
        return block;
    }

    /** What a calculation on the kernels returns: run once to learn its calls, and again on the memory they leave behind. */
    float[] run(Supplier<float[]> calculation) {
        noting = true;
        calls.clear();
        calculation.get();
        noting = false;
        byte[] before = new byte[(allocatedBytes + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES];
        memory.get(0, before);
        String after = (String) page.evaluate("""
                async ({ memory, calls }) => {
                  const bytes = Uint8Array.fromBase64(memory);
                  const shared = new WebAssembly.Memory({ initial: bytes.length / 65536 });
                  const view = new Uint8Array(shared.buffer);
                  view.set(bytes);
                  const module = await WebAssembly.compileStreaming(fetch('/kernels.wasm'));
                  const kernels = new WebAssembly.Instance(module, { env: { memory: shared } }).exports;
                  for (const { name, numbers } of calls) {
                    kernels[name](...numbers.map(Number));
                  }
                  return view.toBase64();
                }""", Map.of("memory", Base64.getEncoder().encodeToString(before), "calls", calls));
        memory.put(0, Base64.getDecoder().decode(after));
        return calculation.get();
    }

    private Object note(String name, Object[] arguments) {
        if (noting) {
            List<String> numbers = new ArrayList<>();
            for (Object argument : arguments) {
                numbers.add(argument.toString());
            }
            calls.add(Map.of("name", name, "numbers", numbers));
        }
        return null;
    }
}
