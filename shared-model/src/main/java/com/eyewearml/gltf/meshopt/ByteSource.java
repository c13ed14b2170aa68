package com.eyewearml.gltf.meshopt;

import com.eyewearml.gltf.GlbFormatException;
import com.eyewearml.gltf.GlbFormatException.Code;

/** The bytes of one compressed view, read forwards; never beyond their end. */
final class ByteSource {
    private final byte[] data;
    private final int start;
    private final int end;
    private final String where;
    private int at;

    ByteSource(byte[] data, int start, int length, String where) {
        this.data = data;
        this.start = start;
        this.end = start + length;
        this.where = where;
        this.at = start;
    }

    int next() throws GlbFormatException {
        if (at >= end) {
            throw bad("ends in the middle of its data, after " + (end - start) + " bytes");
        }
        return data[at++] & 0xFF;
    }

    /** Seven bits a byte, the lowest first. */
    int varint() throws GlbFormatException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int b = next();
            value |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw bad("holds a number of more than five bytes");
    }

    int left() {
        return end - at;
    }

    /** A byte counted from the end: 1 is the last. */
    int fromEnd(int distance) {
        return data[end - distance] & 0xFF;
    }

    /** Another source of a part of these bytes, which are skipped here. */
    ByteSource part(int length) throws GlbFormatException {
        if (length > left()) {
            throw bad("ends in the middle of its data, after " + (end - start) + " bytes");
        }
        ByteSource part = new ByteSource(data, at, length, where);
        at += length;
        return part;
    }

    void requireHeader(int expected) throws GlbFormatException {
        int header = next();
        if (header != expected) {
            throw bad("starts with " + header + ", expected " + expected + "");
        }
    }

    void requireEnd() throws GlbFormatException {
        if (at != end) {
            throw bad("has " + left() + " bytes more than its elements need");
        }
    }

    GlbFormatException bad(String what) {
        return new GlbFormatException(Code.BAD_COMPRESSION, where + " " + what);
    }
}
