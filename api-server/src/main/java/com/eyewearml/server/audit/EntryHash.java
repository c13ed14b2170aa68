package com.eyewearml.server.audit;

import com.eyewearml.db.schema.tables.pojos.AuditEntry;
import com.eyewearml.server.security.Secrets;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jooq.JSON;

/**
 * SHA-256 over an entry without its own hash. Every field is written with its length, so that no two entries give the same bytes:
 * hash of the entry before (32 bytes), shop id as text, sequence and microseconds since 1970 (8 bytes each, big-endian), then the
 * texts, each as 4 bytes of length and UTF-8; an absent one has length -1.
 */
final class EntryHash {
    private EntryHash() { }

    static byte[] of(AuditEntry entry) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(entry.previousSha256());
            write(out, entry.shopId().toString());
            out.writeLong(entry.sequence());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at().toInstant()));
            write(out, entry.actorKind());
            write(out, entry.actor());
            write(out, entry.action());
            write(out, entry.subject());
            write(out, text(entry.before()));
            write(out, text(entry.after()));
            write(out, entry.address());
            write(out, entry.requestId());
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return Secrets.sha256(bytes.toByteArray());
    }

    private static String text(JSON json) {
        return json == null ? null : json.data();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }
}
