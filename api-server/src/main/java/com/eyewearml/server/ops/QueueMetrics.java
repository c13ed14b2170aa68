package com.eyewearml.server.ops;

import static com.eyewearml.db.schema.Tables.JOB;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.currentOffsetDateTime;
import static org.jooq.impl.DSL.min;

import com.eyewearml.db.Database;
import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.db.Scope;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.Function;
import org.jooq.DSLContext;

/** Tells how many jobs are due and for how long the oldest has been; not a number while the database is away. */
public final class QueueMetrics {
    private final Database database;

    private QueueMetrics(Database database) {
        this.database = database;
    }

    /** Has them told with the others. */
    public static void watch(Metrics metrics, Database database) {
        QueueMetrics queue = new QueueMetrics(database);
        metrics.watch("jobs.due", "Jobs that wait although they are due", () -> queue.ask(db -> (double) db.select(count()).from(JOB)
                .where(JOB.STATE.eq("WAITING")).and(JOB.RUN_AT.le(currentOffsetDateTime())).fetchSingle(0, Integer.class)));
        metrics.watch("jobs.oldest.due.seconds", "For how long the oldest of them has been due", () -> queue.ask(db -> {
            OffsetDateTime oldest = db.select(min(JOB.RUN_AT)).from(JOB).where(JOB.STATE.eq("WAITING"))
                    .and(JOB.RUN_AT.le(currentOffsetDateTime())).fetchSingle(0, OffsetDateTime.class);
            return oldest == null ? 0.0 : Duration.between(oldest, OffsetDateTime.now()).toMillis() / 1000.0;
        }));
    }

    private double ask(Function<DSLContext, Double> question) {
        try {
            return database.in(Scope.dispatch(), question);
        } catch (DatabaseUnavailableException e) {
            return Double.NaN;
        }
    }
}
