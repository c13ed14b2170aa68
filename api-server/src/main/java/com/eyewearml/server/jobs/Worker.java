package com.eyewearml.server.jobs;

import com.eyewearml.db.DatabaseUnavailableException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leases jobs as they fall due and has their handlers do them, some at a time. */
public final class Worker implements AutoCloseable {
    /** How long a job is held between two checkpoints. */
    public static final Duration LEASE = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final int MAX_ATTEMPTS = 12;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final JobQueue queue;
    private final Map<String, JobHandler> handlers;
    private final Semaphore free;
    private final Semaphore wake = new Semaphore(0);
    private final ExecutorService running = Executors.newVirtualThreadPerTaskExecutor();
    private final Thread dispatcher;
    private volatile boolean stopping;

    private Worker(JobQueue queue, Collection<JobHandler> handlers, int parallel) {
        this.queue = queue;
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(JobHandler::kind, Function.identity()));
        this.free = new Semaphore(parallel);
        this.dispatcher = Thread.ofVirtual().name("job-dispatcher").unstarted(this::dispatch);
    }

    /** @param parallel jobs done at one time */
    public static Worker start(JobQueue queue, Collection<JobHandler> handlers, int parallel) {
        Worker worker = new Worker(queue, handlers, parallel);
        worker.dispatcher.start();
        return worker;
    }

    /** Looks for due jobs now rather than at the next poll. */
    public void wake() {
        wake.release();
    }

    private void dispatch() {
        while (!stopping) {
            try {
                free.acquire();
                List<LeasedJob> leased = leaseOne();
                if (leased.isEmpty()) {
                    free.release();
                    wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                    wake.drainPermits();
                } else {
                    running.execute(() -> runAndFree(leased.getFirst()));
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<LeasedJob> leaseOne() {
        try {
            return queue.lease(handlers.keySet(), 1, LEASE);
        } catch (DatabaseUnavailableException e) {
            LOG.warn("no jobs can be leased: {}", e.getMessage());
            return List.of();
        }
    }

    private void runAndFree(LeasedJob job) {
        try {
            run(job);
        } catch (LeaseLostException e) {
            LOG.info(e.getMessage());
        } catch (DatabaseUnavailableException e) {
            LOG.warn("job {} ({}) is left to be taken over: {}", job.id(), job.kind(), e.getMessage());
        } finally {
            free.release();
        }
    }

    private void run(LeasedJob job) {
        if (job.attempts() > MAX_ATTEMPTS) {
            queue.fail(job, "It was begun " + MAX_ATTEMPTS + " times and never finished.");
            return;
        }
        try {
            handlers.get(job.kind()).run(job);
            queue.finish(job);
        } catch (LeaseLostException | DatabaseUnavailableException e) {
            throw e;
        } catch (RetryLaterException e) {
            if (e.isAsked()) {
                queue.postpone(job, e.waiting(), e.getMessage());
            } else {
                retryOrFail(job, e.waiting(), e.getMessage());
            }
        } catch (RuntimeException e) {
            LOG.error("job {} ({}), attempt {}, failed", job.id(), job.kind(), job.attempts(), e);
            retryOrFail(job, backOff(job.attempts()), "It failed on our side; this has been recorded.");
        }
    }

    private void retryOrFail(LeasedJob job, Duration wait, String error) {
        if (job.attempts() >= MAX_ATTEMPTS) {
            queue.fail(job, error);
        } else {
            queue.retry(job, wait, error);
        }
    }

    /** Twice as long after each attempt. */
    static Duration backOff(int attempts) {
        Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(attempts - 1, 20));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    /** Takes no new job and waits for those running; what is still running then is interrupted and left to be taken over. */
    @Override
    public void close() {
        stopping = true;
        dispatcher.interrupt();
        running.shutdown();
        try {
            if (!running.awaitTermination(20, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
