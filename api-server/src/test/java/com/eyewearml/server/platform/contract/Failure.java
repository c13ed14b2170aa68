package com.eyewearml.server.platform.contract;

/** How a platform's interface can fail. */
public enum Failure {
    /** It answers 500. */
    SERVER_ERROR,
    /** It asks to wait: 429 with a second to wait, or the platform's own way of saying so. */
    THROTTLED,
    /** It ends the connection without an answer. */
    CONNECTION_DROPPED,
    /** It answers nothing for longer than anybody waits. */
    SILENT
}
