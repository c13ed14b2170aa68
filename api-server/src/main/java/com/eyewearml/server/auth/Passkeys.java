package com.eyewearml.server.auth;

import static com.eyewearml.db.schema.Tables.PASSKEY;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.db.schema.tables.records.PasskeyRecord;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Passkeys of people. */
public final class Passkeys {
    private final Database database;
    private final Clock clock;

    /** @param clock tells when they are used */
    public Passkeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds one; false where there is one with that credential id already, whoever's it is. */
    public boolean add(UUID accountId, byte[] credentialId, String name, byte[] publicKeyCose, long signatureCount) {
        return database.in(Scope.account(accountId), db -> db.insertInto(PASSKEY).set(PASSKEY.CREDENTIAL_ID, credentialId)
                .set(PASSKEY.ACCOUNT_ID, accountId).set(PASSKEY.NAME, name).set(PASSKEY.PUBLIC_KEY_COSE, publicKeyCose)
                .set(PASSKEY.SIGNATURE_COUNT, signatureCount).set(PASSKEY.CREATED_AT, OffsetDateTime.now(clock))
                .onConflictDoNothing().execute()) == 1;
    }

    /** The one with that credential id. */
    public Optional<Passkey> find(byte[] credentialId) {
        return database.in(Scope.passkey(credentialId),
                db -> db.selectFrom(PASSKEY).where(PASSKEY.CREDENTIAL_ID.eq(credentialId)).fetchOptional(Passkeys::passkey));
    }

    /** Those of an account, the oldest first. */
    public List<Passkey> list(UUID accountId) {
        return database.in(Scope.account(accountId), db -> db.selectFrom(PASSKEY).where(PASSKEY.ACCOUNT_ID.eq(accountId))
                .orderBy(PASSKEY.CREATED_AT, PASSKEY.CREDENTIAL_ID).fetch(Passkeys::passkey));
    }

    /** Notes a use. */
    public void used(Passkey passkey, long signatureCount) {
        database.in(Scope.account(passkey.accountId()), db -> db.update(PASSKEY).set(PASSKEY.SIGNATURE_COUNT, signatureCount)
                .set(PASSKEY.LAST_USED_AT, OffsetDateTime.now(clock)).where(PASSKEY.CREDENTIAL_ID.eq(passkey.credentialId())).execute());
    }

    /** Removes one of an account by its {@link Passkey#id}; false where it has none such. */
    public boolean remove(UUID accountId, String id) {
        if (!id.matches("([0-9a-f]{2}){1,1024}")) {
            return false;
        }
        return database.in(Scope.account(accountId), db -> db.deleteFrom(PASSKEY).where(PASSKEY.ACCOUNT_ID.eq(accountId))
                .and(PASSKEY.CREDENTIAL_ID.eq(HexFormat.of().parseHex(id))).execute()) == 1;
    }

    private static Passkey passkey(PasskeyRecord row) {
        return new Passkey(row.getCredentialId(), row.getAccountId(), row.getName(), row.getPublicKeyCose(), row.getSignatureCount(),
                row.getCreatedAt().toInstant(), Optional.ofNullable(row.getLastUsedAt()).map(OffsetDateTime::toInstant));
    }
}
