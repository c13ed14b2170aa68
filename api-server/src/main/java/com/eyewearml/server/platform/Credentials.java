package com.eyewearml.server.platform;

import static com.eyewearml.db.schema.Tables.CREDENTIAL;

import com.eyewearml.db.Database;
import com.eyewearml.db.schema.tables.records.CredentialRecord;
import com.eyewearml.server.security.Sealed;
import com.eyewearml.server.security.TokenVault;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The credentials of connections, sealed in the database. */
public final class Credentials {
    private final Database database;
    private final TokenVault vault;

    /** Sealed by that vault. */
    public Credentials(Database database, TokenVault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Keeps a credential in a transaction of the connection's shop, in place of one of the same kind. */
    public void put(DSLContext transaction, Connection connection, Credential.Kind kind, Credential credential) {
        Sealed sealed = vault.seal(connection.shopId(), place(connection.id(), kind), credential.secret());
        CredentialRecord row = transaction.newRecord(CREDENTIAL);
        row.setShopId(connection.shopId());
        row.setConnectionId(connection.id());
        row.setKind(kind.name());
        row.setKeyId(sealed.keyId());
        row.setNonce(sealed.nonce());
        row.setCiphertext(sealed.ciphertext());
        row.setExpiresAt(credential.expiresAt().map(at -> OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).orElse(null));
        row.setUpdatedAt(OffsetDateTime.now(ZoneOffset.UTC));
        transaction.insertInto(CREDENTIAL).set(row)
                .onConflict(CREDENTIAL.SHOP_ID, CREDENTIAL.CONNECTION_ID, CREDENTIAL.KIND).doUpdate().set(row).execute();
    }

    /** A credential of a connection, where there is one. */
    public Optional<Credential> find(Connection connection, Credential.Kind kind) {
        return database.inShop(connection.shopId(), db -> find(db, connection, kind));
    }

    /** Like {@link #find(Connection, Credential.Kind)}, in a transaction of its shop. */
    public Optional<Credential> find(DSLContext transaction, Connection connection, Credential.Kind kind) {
        return transaction.selectFrom(CREDENTIAL)
                .where(CREDENTIAL.CONNECTION_ID.eq(connection.id())).and(CREDENTIAL.KIND.eq(kind.name()))
                .fetchOptional(row -> new Credential(open(row), Optional.ofNullable(row.getExpiresAt()).map(OffsetDateTime::toInstant)));
    }

    /** Secrets that a store's webhooks may be signed with: the current one and, while it is replaced, the previous one. */
    public List<String> webhookSecrets(Connection connection) {
        return database.inShop(connection.shopId(), db -> Stream.of(Credential.Kind.WEBHOOK_SECRET, Credential.Kind.PREVIOUS_WEBHOOK_SECRET)
                .flatMap(kind -> find(db, connection, kind).stream()).map(Credential::secret).toList());
    }

    private String open(CredentialRecord row) {
        return vault.open(row.getShopId(), place(row.getConnectionId(), Credential.Kind.valueOf(row.getKind())),
                new Sealed(row.getKeyId(), row.getNonce(), row.getCiphertext()));
    }

    private static String place(UUID connectionId, Credential.Kind kind) {
        return connectionId + "/" + kind;
    }

    /** Forgets all credentials of a connection in a transaction of its shop. */
    public static void forget(DSLContext transaction, Connection connection) {
        transaction.deleteFrom(CREDENTIAL).where(CREDENTIAL.CONNECTION_ID.eq(connection.id())).execute();
    }

    /**
     * Seals anew what is under older keys of a shop.
     *
     * @return how many there were
     */
    public int rotate(UUID shopId, String newestKeyId) {
        return database.inShop(shopId, db -> {
            var old = db.selectFrom(CREDENTIAL).where(CREDENTIAL.KEY_ID.ne(newestKeyId)).forUpdate().fetch();
            for (CredentialRecord row : old) {
                Sealed sealed = vault.seal(shopId, place(row.getConnectionId(), Credential.Kind.valueOf(row.getKind())), open(row));
                row.setKeyId(sealed.keyId());
                row.setNonce(sealed.nonce());
                row.setCiphertext(sealed.ciphertext());
                row.update();
            }
            return old.size();
        });
    }
}
