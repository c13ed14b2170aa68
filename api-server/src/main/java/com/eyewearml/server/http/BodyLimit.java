package com.eyewearml.server.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;

/**
 * Bounds what bodies may hold, each and all together: handlers that take them whole never hold more memory than there is. Bodies of
 * more than {@link #WHOLE_BYTES} are for handlers that pass them on as they come.
 */
public final class BodyLimit {
    /** Most that a handler takes into memory. */
    public static final int WHOLE_BYTES = 4 << 20;
    private static final int TOGETHER_BYTES = 64 << 20;

    private final Semaphore free = new Semaphore(TOGETHER_BYTES);

    /**
     * Reserves memory for the request's body until it is answered.
     *
     * @param maxBytes of a body of this route
     * @throws RequestException with {@code PAYLOAD_TOO_LARGE}, or {@code UNAVAILABLE} where others fill the memory at the moment
     */
    public void require(ServerRequest req, ServerResponse res, long maxBytes) {
        if (!req.content().hasEntity()) {
            return;
        }
        long announced = req.headers().contentLength().orElse(maxBytes);
        if (announced > maxBytes) {
            throw tooLarge(maxBytes);
        }
        if (maxBytes <= WHOLE_BYTES && !req.headers().contains(HeaderNames.CONTENT_LENGTH)) {
            throw new RequestException(ErrorCode.LENGTH_REQUIRED, "Send the body's Content-Length; here it is not taken in chunks.");
        }
        if (announced < 0 || req.headers().contains(HeaderNames.CONTENT_ENCODING)) {
            throw new RequestException(ErrorCode.BAD_REQUEST, "Send a body as it is, without Content-Encoding, and its length.");
        }
        int reserved = (int) Math.min(announced, WHOLE_BYTES);
        if (!free.tryAcquire(reserved)) {
            throw new RequestException(ErrorCode.UNAVAILABLE, "Too much is being sent at the moment. Try again in a few seconds.");
        }
        Exchange.of(req).ifPresentOrElse(exchange -> exchange.atEnd(() -> free.release(reserved)),
                () -> res.whenSent(() -> free.release(reserved)));
        req.streamFilter(in -> new Bounded(in, maxBytes));
    }

    private static RequestException tooLarge(long maxBytes) {
        return new RequestException(ErrorCode.PAYLOAD_TOO_LARGE, "Bodies for this address have at most " + maxBytes + " bytes.");
    }

    private static final class Bounded extends FilterInputStream {
        private final long maxBytes;
        private long read;

        Bounded(InputStream in, long maxBytes) {
            super(in);
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > maxBytes) {
                throw tooLarge(maxBytes);
            }
        }
    }
}
