package com.eyewearml.server.http;

import io.helidon.http.Status;

/** What can go wrong with a request, as told to the client. The names are stable: clients decide by them. */
public enum ErrorCode {
    BAD_REQUEST(Status.BAD_REQUEST_400, "The request is malformed"),
    NOT_SIGNED_IN(Status.UNAUTHORIZED_401, "Sign in first"),
    SIGNATURE_INVALID(Status.UNAUTHORIZED_401, "The request is not signed as it must be"),
    KEY_UNKNOWN(Status.UNAUTHORIZED_401, "There is no such public key"),
    REQUEST_REFUSED(Status.FORBIDDEN_403, "The request looks like an attack"),
    FORBIDDEN(Status.FORBIDDEN_403, "Your role does not include this"),
    FORGED_REQUEST(Status.FORBIDDEN_403, "The request does not come from a page of this session"),
    LINK_INVALID(Status.FORBIDDEN_403, "The link is no longer good"),
    ORIGIN_NOT_ALLOWED(Status.FORBIDDEN_403, "The key may not be used from this site"),
    NOT_FOUND(Status.NOT_FOUND_404, "There is nothing at this address"),
    SHOP_NOT_FOUND(Status.NOT_FOUND_404, "There is no such shop"),
    FRAME_NOT_FOUND(Status.NOT_FOUND_404, "The shop has no such frame"),
    PRODUCT_NOT_FOUND(Status.NOT_FOUND_404, "The shop has no such product to try on"),
    ASSET_NOT_FOUND(Status.NOT_FOUND_404, "There is no such file"),
    STORE_TAKEN(Status.CONFLICT_409, "The store is connected to another shop"),
    HOST_UNKNOWN(Status.MISDIRECTED_REQUEST_421, "This server does not answer for that host"),
    METHOD_NOT_ALLOWED(Status.METHOD_NOT_ALLOWED_405, "This address does not take that method"),
    CONFLICT(Status.CONFLICT_409, "It is no longer as you saw it"),
    LENGTH_REQUIRED(Status.LENGTH_REQUIRED_411, "The request does not tell how large it is"),
    PAYLOAD_TOO_LARGE(Status.REQUEST_ENTITY_TOO_LARGE_413, "The request is too large"),
    UNSUPPORTED_FILE(Status.UNSUPPORTED_MEDIA_TYPE_415, "The file is of no kind that is taken here"),
    RANGE_NOT_SATISFIABLE(Status.REQUESTED_RANGE_NOT_SATISFIABLE_416, "There is no such part of it"),
    FILE_DAMAGED(Status.UNPROCESSABLE_CONTENT_422, "The file cannot be read"),
    INVALID_INPUT(Status.UNPROCESSABLE_CONTENT_422, "Something that was entered cannot be"),
    TOO_MANY_REQUESTS(Status.TOO_MANY_REQUESTS_429, "Too many requests"),
    INTERNAL(Status.INTERNAL_SERVER_ERROR_500, "The server failed"),
    STORAGE_FULL(Status.create(507, "Insufficient Storage"), "There is no room for the file"),
    UNAVAILABLE(Status.SERVICE_UNAVAILABLE_503, "The shop is not available at the moment");

    private final Status status;
    private final String title;

    ErrorCode(Status status, String title) {
        this.status = status;
        this.title = title;
    }

    /** HTTP status. */
    public Status status() {
        return status;
    }

    /** One line for people. */
    public String title() {
        return title;
    }
}
