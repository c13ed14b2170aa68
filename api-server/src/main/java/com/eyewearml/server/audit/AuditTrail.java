package com.eyewearml.server.audit;

import static com.eyewearml.db.schema.Tables.AUDIT_ENTRY;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.pojos.AuditEntry;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jooq.impl.DSL;

/**
 * Who did what in a shop. Entries are numbered from 1 and each holds the hash of the one before, so a changed, removed or inserted
 * entry shows. Entries cut off at the end show only against a {@link Verification#head head} noted elsewhere.
 */
public final class AuditTrail {
    private static final byte[] BEFORE_THE_FIRST = new byte[32];
    private static final int PAGE = 1000;

    private final Clock clock;

    /** @param clock tells when things are done */
    public AuditTrail(Clock clock) {
        this.clock = clock;
    }

    /** Adds an entry in the transaction that does the deed: both happen or neither. Entries of one shop wait for each other. */
    public void add(DSLContext transaction, UUID shopId, AuditEvent event) {
        transaction.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("audit:" + shopId));
        Optional<AuditEntry> last = transaction.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.SHOP_ID.eq(shopId))
                .orderBy(AUDIT_ENTRY.SEQUENCE.desc()).limit(1).fetchOptionalInto(AuditEntry.class);
        AuditEntry bare = new AuditEntry(shopId, last.map(AuditEntry::sequence).orElse(0L) + 1,
                OffsetDateTime.now(clock).withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS),
                event.actor().kind().name(), event.actor().name(), event.action(), event.subject(), json(event.before()),
                json(event.after()), event.address(), event.requestId(), last.map(AuditEntry::sha256).orElse(BEFORE_THE_FIRST), null);
        transaction.newRecord(AUDIT_ENTRY, bare).with(AUDIT_ENTRY.SHA256, EntryHash.of(bare)).insert();
    }

    private static JSON json(Optional<JsonObject> object) {
        return object.map(o -> JSON.json(o.toString())).orElse(null);
    }

    /** Entries of a shop below that number, newest first. */
    public List<AuditEntry> page(Database database, UUID shopId, long below, int limit) {
        return database.inShop(shopId, db -> db.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.SEQUENCE.lt(below))
                .orderBy(AUDIT_ENTRY.SEQUENCE.desc()).limit(limit).fetchInto(AuditEntry.class));
    }

    /** Like {@link #page(Database, UUID, long, int)}, of one thing: the part of the action before the dot. */
    public List<AuditEntry> page(Database database, UUID shopId, String thing, long below, int limit) {
        return database.inShop(shopId, db -> db.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.SEQUENCE.lt(below))
                .and(AUDIT_ENTRY.ACTION.startsWith(thing + ".")).orderBy(AUDIT_ENTRY.SEQUENCE.desc()).limit(limit).fetchInto(AuditEntry.class));
    }

    /** Reads the whole trail of a shop and recomputes every hash. */
    public Verification verify(Database database, UUID shopId) {
        long sequence = 0;
        byte[] previous = BEFORE_THE_FIRST;
        while (true) {
            long after = sequence;
            List<AuditEntry> page = database.inShop(shopId, db -> db.selectFrom(AUDIT_ENTRY).where(AUDIT_ENTRY.SEQUENCE.gt(after))
                    .orderBy(AUDIT_ENTRY.SEQUENCE).limit(PAGE).fetchInto(AuditEntry.class));
            if (page.isEmpty()) {
                return new Verification(sequence, previous, Optional.empty());
            }
            for (AuditEntry entry : page) {
                Optional<String> fault = fault(entry, sequence + 1, previous);
                if (fault.isPresent()) {
                    return new Verification(sequence, previous, fault);
                }
                sequence = entry.sequence();
                previous = entry.sha256();
            }
        }
    }

    private static Optional<String> fault(AuditEntry entry, long expected, byte[] previous) {
        if (entry.sequence() != expected) {
            return Optional.of("entry " + expected + " is missing");
        }
        if (!Arrays.equals(entry.previousSha256(), previous)) {
            return Optional.of("entry " + expected + " does not follow the one before it");
        }
        return Arrays.equals(entry.sha256(), EntryHash.of(entry)) ? Optional.empty()
                : Optional.of("entry " + expected + " was changed");
    }

    /**
     * What a trail looks like.
     *
     * @param entries entries that are sound, from the first
     * @param head    hash of the last sound entry; 32 zero bytes where there is none
     * @param fault   what is wrong with the entry after it, empty where nothing is
     */
    public record Verification(long entries, byte[] head, Optional<String> fault) { }
}
