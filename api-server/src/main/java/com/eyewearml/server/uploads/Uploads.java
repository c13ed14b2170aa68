package com.eyewearml.server.uploads;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.storage.ObjectStore;
import com.eyewearml.storage.ObjectTooLargeException;
import io.helidon.webserver.http.ServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes files from clients: as a stream, of known kinds, within their size. What is wrong by its head or length is refused unread. */
public final class Uploads {
    /** Most that any file may have. */
    public static final long MAX_BYTES = FileKind.GLB.maxBytes();
    /** Pictures. */
    public static final Set<FileKind> PICTURES = Set.of(FileKind.PNG, FileKind.JPEG, FileKind.WEBP);
    /** Models. */
    public static final Set<FileKind> MODELS = Set.of(FileKind.GLB);

    private final ObjectStore store;

    /** @param store takes the bytes */
    public Uploads(ObjectStore store) {
        this.store = store;
    }

    /** Receives the body of a request, which is the file itself. */
    public Upload receive(ServerRequest req, Set<FileKind> accepted) {
        if (!req.content().hasEntity()) {
            throw new RequestException(ErrorCode.UNSUPPORTED_FILE, "The request has no file. Send its bytes as the body.");
        }
        OptionalLong declared = req.headers().contentLength();
        return receive(req.content().inputStream(), declared, accepted);
    }

    /**
     * Receives a file.
     *
     * @param content  is read to its end, not closed
     * @param declared length that the client announced
     * @throws RequestException with {@code PAYLOAD_TOO_LARGE} or {@code UNSUPPORTED_FILE}; nothing is left of it then
     * @throws com.eyewearml.storage.StorageException where there is no room, or the client broke off; likewise
     */
    public Upload receive(InputStream content, OptionalLong declared, Set<FileKind> accepted) {
        long most = accepted.stream().mapToLong(FileKind::maxBytes).max().orElseThrow();
        if (declared.isPresent() && declared.getAsLong() > most) {
            throw tooLarge(declared.getAsLong() / 1_000_000 + " MB", most);
        }
        byte[] head = head(content);
        FileKind kind = FileKind.of(head).filter(accepted::contains).orElseThrow(() -> unsupported(head, accepted));
        try {
            return new Upload(kind, store.receive(new SequenceInputStream(new ByteArrayInputStream(head), content), kind.maxBytes()));
        } catch (ObjectTooLargeException e) {
            throw tooLarge("more", kind.maxBytes());
        }
    }

    private static byte[] head(InputStream content) {
        try {
            return content.readNBytes(FileKind.HEAD_BYTES);
        } catch (IOException e) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "The file broke off. Send it again.");
        }
    }

    private static RequestException tooLarge(String has, long maxBytes) {
        return new RequestException(ErrorCode.PAYLOAD_TOO_LARGE, "The file has " + has + "; at most " + (maxBytes >> 20) + " MB are taken.");
    }

    private static RequestException unsupported(byte[] head, Set<FileKind> accepted) {
        String expected = accepted.stream().sorted().map(FileKind::displayName).collect(Collectors.joining(", "));
        return new RequestException(ErrorCode.UNSUPPORTED_FILE, FileKind.of(head)
                .map(kind -> "The file is " + kind.displayName() + "; expected " + expected + ".")
                .orElseGet(() -> head.length == 0 ? "The file is empty. Expected " + expected + "."
                        : "The file's first bytes are those of no " + expected + ", whatever its name says."));
    }
}
