package com.eyewearml.server.http;

/** A request that cannot be answered. */
public final class RequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** @param detail what was wrong with this request and what to do; shown to the client */
    public RequestException(ErrorCode code, String detail) {
        super(detail);
        this.code = code;
    }

    /** Kind of failure. */
    public ErrorCode code() {
        return code;
    }
}
