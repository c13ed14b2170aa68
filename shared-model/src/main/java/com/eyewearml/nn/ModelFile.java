package com.eyewearml.nn;

import com.eyewearml.nn.ModelFormatException.Code;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The compact client file of a network ({@code .ewml}): 8-bit weights with half-precision scales, see {@link ParameterCoding}.
 *
 * <p>Layout, little-endian:
 * <pre>
 * offset  bytes  content
 *      0      4  "EWML"
 *      4      2  format version, {@value #FORMAT_VERSION}
 *      6      2  graph version
 *      8      4  number of parameters, n
 *     12      1  length of the graph's name, g
 *     13      1  length of the release's name, r
 *     14      g  graph's name, UTF-8
 *   14+g      r  release's name, UTF-8
 * 14+g+r      p  parameters, layer after layer, as {@link ParameterCoding} writes them
 *    end      4  CRC-32 (as in ZIP) of everything before
 * </pre>
 *
 * @param weights parameters as stored, that is rounded
 * @param release name of the released weights, for people; may be empty
 */
public record ModelFile(Weights weights, String release) {
    /** Version of the layout above. */
    public static final int FORMAT_VERSION = 2;

    private static final byte[] MAGIC = {'E', 'W', 'M', 'L'};
    private static final int HEADER_BYTES = 14;
    /** Levels on either side of zero that weights are rounded to, see decision 0014. */
    private static final int MAX_LEVEL = 63;
    private static final int CHECKSUM_BYTES = 4;
    private static final int MAX_NAME_BYTES = 255;
    private static final String FETCH_AGAIN = "; fetch the file again, and if that does not help deploy it again";
    private static final String MATCH_RELEASES = "; deploy engine and model files of the same release";

    /**
     * Writes parameters, rounded to what the file can hold.
     *
     * @throws IllegalArgumentException where a parameter or scale is not finite in half precision, or a name is longer than
     *         {@value #MAX_NAME_BYTES} bytes
     */
    public static byte[] encode(Weights weights, String release) {
        return encode(weights, MAX_LEVEL, release);
    }

    /**
     * Writes a file whose weights have {@code 2 maxLevel + 1} levels.
     *
     * @param maxLevel 1 to 127
     */
    public static byte[] encode(Weights weights, int maxLevel, String release) {
        Graph graph = weights.graph();
        byte[] graphName = nameBytes(graph.name());
        byte[] releaseName = nameBytes(release);
        int start = HEADER_BYTES + graphName.length + releaseName.length;
        byte[] file = new byte[start + ParameterCoding.byteLength(graph) + CHECKSUM_BYTES];
        System.arraycopy(MAGIC, 0, file, 0, MAGIC.length);
        putShort(file, 4, FORMAT_VERSION);
        putShort(file, 6, graph.version());
        putInt(file, 8, graph.parameterCount());
        file[12] = (byte) graphName.length;
        file[13] = (byte) releaseName.length;
        System.arraycopy(graphName, 0, file, HEADER_BYTES, graphName.length);
        System.arraycopy(releaseName, 0, file, HEADER_BYTES + graphName.length, releaseName.length);
        ParameterCoding.encode(weights, maxLevel, file, start);
        putInt(file, file.length - CHECKSUM_BYTES, checksum(file));
        return file;
    }

    /**
     * Reads and checks a file written for a graph.
     *
     * @throws ModelFormatException where the file is incomplete, damaged, or of another network or version
     */
    public static ModelFile parse(byte[] file, Graph graph) {
        requireMagic(file);
        requireLength(file, HEADER_BYTES);
        int formatVersion = getShort(file, 4);
        if (formatVersion != FORMAT_VERSION) {
            throw new ModelFormatException(Code.WRONG_VERSION, "model file has format version " + formatVersion
                    + ", this engine reads version " + FORMAT_VERSION + MATCH_RELEASES);
        }
        int graphNameBytes = file[12] & 0xff;
        int releaseBytes = file[13] & 0xff;
        int start = HEADER_BYTES + graphNameBytes + releaseBytes;
        int count = getInt(file, 8);
        requireLength(file, start + CHECKSUM_BYTES);
        String name = new String(file, HEADER_BYTES, graphNameBytes, StandardCharsets.UTF_8);
        requireGraph(graph, name, getShort(file, 6), count);
        int expectedBytes = start + ParameterCoding.byteLength(graph) + CHECKSUM_BYTES;
        requireLength(file, expectedBytes);
        if (file.length != expectedBytes || getInt(file, file.length - CHECKSUM_BYTES) != checksum(file)) {
            throw new ModelFormatException(Code.BAD_CHECKSUM, "model file of " + file.length
                    + " bytes is damaged: its checksum or length is not the one it was written with" + FETCH_AGAIN);
        }
        String release = new String(file, HEADER_BYTES + graphNameBytes, releaseBytes, StandardCharsets.UTF_8);
        return new ModelFile(new Weights(graph, ParameterCoding.decode(graph, file, start)), release);
    }

    private static void requireMagic(byte[] file) {
        for (int i = 0; i < Math.min(MAGIC.length, file.length); i++) {
            if (file[i] != MAGIC[i]) {
                throw new ModelFormatException(Code.NOT_A_MODEL, "not a model file: expected it to begin with EWML"
                        + "; check the address it is fetched from, the server may have answered with an error page");
            }
        }
    }

    private static void requireLength(byte[] file, long expectedBytes) {
        if (file.length < expectedBytes) {
            throw new ModelFormatException(Code.TRUNCATED, "model file ends after " + file.length + " bytes, expected "
                    + expectedBytes + FETCH_AGAIN);
        }
    }

    private static void requireGraph(Graph graph, String name, int version, int count) {
        if (!name.equals(graph.name())) {
            throw new ModelFormatException(Code.WRONG_GRAPH, "model file holds the network " + name + ", expected "
                    + graph.name() + "; check which file is loaded for which network");
        }
        if (version != graph.version()) {
            throw new ModelFormatException(Code.WRONG_VERSION, "model file holds version " + version + " of the network "
                    + name + ", this engine runs version " + graph.version() + MATCH_RELEASES);
        }
        if (count != graph.parameterCount()) {
            throw new ModelFormatException(Code.WRONG_GRAPH, "model file holds " + count + " parameters of the network "
                    + name + ", this engine's has " + graph.parameterCount() + MATCH_RELEASES);
        }
    }

    private static byte[] nameBytes(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_NAME_BYTES) {
            throw new IllegalArgumentException("name of " + bytes.length + " bytes, at most " + MAX_NAME_BYTES + " fit: " + name);
        }
        return bytes;
    }

    private static int checksum(byte[] file) {
        CRC32 crc = new CRC32();
        crc.update(file, 0, file.length - CHECKSUM_BYTES);
        return (int) crc.getValue();
    }

    private static int getShort(byte[] file, int at) {
        return file[at] & 0xff | (file[at + 1] & 0xff) << 8;
    }

    private static int getInt(byte[] file, int at) {
        return getShort(file, at) | getShort(file, at + 2) << 16;
    }

    private static void putShort(byte[] file, int at, int value) {
        file[at] = (byte) value;
        file[at + 1] = (byte) (value >> 8);
    }

    private static void putInt(byte[] file, int at, int value) {
        putShort(file, at, value);
        putShort(file, at + 2, value >> 16);
    }
}
