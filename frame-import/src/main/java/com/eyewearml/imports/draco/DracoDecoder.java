package com.eyewearml.imports.draco;

import com.dylibso.chicory.wasm.ChicoryException;
import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbFormatException.Code;
import com.eyewearml.gltf.GlbReader;
import com.eyewearml.gltf.MeshDecompressor;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Decompresses the Draco meshes of one file, within {@value #SECONDS_PER_FILE} seconds for all of them. Not for several threads. */
public final class DracoDecoder implements MeshDecompressor {
    private static final int SECONDS_PER_FILE = 30;
    private static final String EXPORT_WITHOUT = "; export the model again, or without Draco compression";

    private long nanosLeft = TimeUnit.SECONDS.toNanos(SECONDS_PER_FILE);
    private long elementsLeft = GlbReader.MAX_ELEMENTS;

    @Override
    public Mesh decompress(byte[] data, int start, int length, int[] attributeIds, String where) throws GlbFormatException {
        FutureTask<Mesh> work = new FutureTask<>(() -> new DracoMesh(where, elementsLeft).read(data, start, length, attributeIds));
        long before = System.nanoTime();
        Thread thread = Thread.ofPlatform().daemon().name("draco").start(work);
        try {
            Mesh mesh = work.get(nanosLeft, TimeUnit.NANOSECONDS);
            nanosLeft -= System.nanoTime() - before;
            elementsLeft -= mesh.pointCount() + (long) mesh.indices().length;
            return mesh;
        } catch (TimeoutException e) {
            throw new GlbFormatException(Code.TOO_LARGE, where + " takes longer than " + SECONDS_PER_FILE + " s to decompress" + EXPORT_WITHOUT);
        } catch (ExecutionException e) {
            throw failure(e.getCause(), where);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GlbFormatException(Code.BAD_COMPRESSION, where + " was not decompressed: the import was interrupted");
        } finally {
            // Compiled WebAssembly looks for interruption in its loops.
            thread.interrupt();
        }
    }

    private static GlbFormatException failure(Throwable cause, String where) {
        return switch (cause) {
            case GlbFormatException e -> e;
            case DracoModule.Failed e -> new GlbFormatException(Code.BAD_COMPRESSION, where + " cannot be decompressed: " + e.getMessage()
                    + EXPORT_WITHOUT);
            case ChicoryException e -> new GlbFormatException(Code.BAD_COMPRESSION, where + " is damaged: " + e.getMessage() + EXPORT_WITHOUT);
            case OutOfMemoryError e -> new GlbFormatException(Code.TOO_LARGE, where + " needs more memory than there is; simplify the model");
            default -> throw new IllegalStateException("the Draco decoder failed", cause);
        };
    }
}
