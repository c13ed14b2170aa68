package com.eyewearml.server.jobs;

/** Does one kind of job. */
public interface JobHandler {
    /** Kind of the jobs it does. */
    String kind();

    /**
     * Does a job, or goes on with it from its cursor. May be called again for a job it has partly done: what it repeats must change
     * nothing.
     *
     * @throws RetryLaterException where it cannot be done now, but may be later
     * @throws LeaseLostException  from {@link JobQueue#checkpoint}, to be passed on
     */
    void run(LeasedJob job);
}
