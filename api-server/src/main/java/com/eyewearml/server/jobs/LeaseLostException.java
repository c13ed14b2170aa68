package com.eyewearml.server.jobs;

/** The job was taken over or cancelled in the meantime: what this worker still does about it must not be kept. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    LeaseLostException(LeasedJob job) {
        super("job " + job.id() + " (" + job.kind() + ") was taken over or cancelled");
    }
}
