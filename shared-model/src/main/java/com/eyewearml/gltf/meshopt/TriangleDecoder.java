package com.eyewearml.gltf.meshopt;

import com.eyewearml.gltf.GlbFormatException;

/**
 * Mode TRIANGLES (EXT_meshopt_compression, appendix A, mode 1): most triangles share an edge with a recent one and take a byte. The
 * third index of a triangle is named {@code c}, the edge {@code a}, {@code b}, as in the specification.
 */
final class TriangleDecoder {
    static final int HEADER = 0xE1;
    static final int TABLE_BYTES = 16;
    static final int FIFO = 16;

    private final ByteSource source;
    private final ByteSource codes;
    private final int[] table = new int[TABLE_BYTES];
    private final int count;
    private final int stride;
    private final int[] edgeFifo = new int[2 * FIFO];
    private final int[] vertexFifo = new int[FIFO];
    private final byte[] out;
    private int edgeAt;
    private int vertexAt;
    private int next;
    private int last;
    private int written;

    TriangleDecoder(ByteSource source, int count, int stride) throws GlbFormatException {
        this.count = count;
        this.stride = stride;
        source.requireHeader(HEADER);
        if (count % 3 != 0) {
            throw source.bad("has " + count + " indices of triangles, expected a multiple of three");
        }
        int data = source.left() - count / 3 - TABLE_BYTES;
        if (data < 0) {
            throw source.bad("is too short for " + count / 3 + " triangles");
        }
        codes = source.part(count / 3);
        this.source = source.part(data);
        for (int i = 0; i < TABLE_BYTES; i++) {
            table[i] = source.next();
        }
        out = new byte[count * stride];
    }

    byte[] decode() throws GlbFormatException {
        while (written < count) {
            int code = codes.next();
            if (code < 0xF0) {
                onEdge(code >> 4, code & 15);
            } else if (code < 0xFE) {
                int pair = table[code & 15];
                explicit(next++, pair >> 4, pair & 15);
            } else {
                int pair = source.next();
                if (pair == 0) {
                    next = 0;
                }
                explicit(code == 0xFE ? next++ : delta(), pair >> 4, pair & 15);
            }
        }
        source.requireEnd();
        return out;
    }

    private void onEdge(int edge, int vertex) throws GlbFormatException {
        int slot = edgeAt - 1 - edge & FIFO - 1;
        int a = edgeFifo[2 * slot];
        int b = edgeFifo[2 * slot + 1];
        int c;
        if (vertex == 0) {
            c = next++;
        } else if (vertex < 13) {
            c = recent(vertex);
        } else if (vertex < 15) {
            last += vertex == 13 ? -1 : 1;
            c = last;
        } else {
            c = delta();
        }
        if (vertex == 0 || vertex >= 13) {
            pushVertex(c);
        }
        emit(a, b, c);
        pushEdge(c, b);
        pushEdge(a, c);
    }

    private void explicit(int a, int forB, int forC) throws GlbFormatException {
        int b = forB == 0 ? next++ : forB < 15 ? recent(forB - 1) : delta();
        int c = forC == 0 ? next++ : forC < 15 ? recent(forC - 1) : delta();
        pushVertex(a);
        if (forB == 0 || forB == 15) {
            pushVertex(b);
        }
        if (forC == 0 || forC == 15) {
            pushVertex(c);
        }
        emit(a, b, c);
        pushEdge(b, a);
        pushEdge(c, b);
        pushEdge(a, c);
    }

    private int recent(int age) {
        return vertexFifo[vertexAt - 1 - age & FIFO - 1];
    }

    private int delta() throws GlbFormatException {
        int value = source.varint();
        last += (value & 1) != 0 ? ~(value >>> 1) : value >>> 1;
        return last;
    }

    private void pushVertex(int vertex) {
        vertexFifo[vertexAt & FIFO - 1] = vertex;
        vertexAt++;
    }

    private void pushEdge(int a, int b) {
        edgeFifo[2 * (edgeAt & FIFO - 1)] = a;
        edgeFifo[2 * (edgeAt & FIFO - 1) + 1] = b;
        edgeAt++;
    }

    private void emit(int a, int b, int c) {
        put(out, written, stride, a);
        put(out, written + 1, stride, b);
        put(out, written + 2, stride, c);
        written += 3;
    }

    /** Stores an index of two or four bytes; whether it names a vertex is checked by who reads the indices. */
    static void put(byte[] out, int element, int stride, int index) {
        for (int i = 0; i < stride; i++) {
            out[element * stride + i] = (byte) (index >>> 8 * i);
        }
    }
}
