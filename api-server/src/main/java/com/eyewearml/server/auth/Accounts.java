package com.eyewearml.server.auth;

import static com.eyewearml.db.schema.Tables.ACCOUNT;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.db.schema.tables.records.AccountRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** People who sign in. */
public final class Accounts {
    private static final int FAILURES_BEFORE_LOCK = 10;
    private static final Duration LOCK = Duration.ofMinutes(15);

    private final Database database;
    private final Clock clock;

    /** @param clock tells when locks end */
    public Accounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** An address as accounts are found by: without surrounding spaces, lower case. */
    public static String normalised(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The account of an address, made where there is none: whoever brings a ticket sent there owns the address. */
    public Account ofVerifiedEmail(String email) {
        String address = normalised(email);
        UUID id = UUID.randomUUID();
        return database.in(Scope.account(id).and(Scope.email(address)), db -> {
            db.insertInto(ACCOUNT).set(ACCOUNT.ID, id).set(ACCOUNT.EMAIL, address)
                    .set(ACCOUNT.DISPLAY_NAME, address.substring(0, address.indexOf('@'))).onConflictDoNothing().execute();
            return account(db.selectFrom(ACCOUNT).where(ACCOUNT.EMAIL.eq(address)).fetchSingle());
        });
    }

    /** Adds somebody known only to a shop platform. */
    public Account addOfPlatform(String displayName) {
        UUID id = UUID.randomUUID();
        database.in(Scope.account(id), db -> db.insertInto(ACCOUNT).set(ACCOUNT.ID, id).set(ACCOUNT.DISPLAY_NAME, displayName).execute());
        return new Account(id, Optional.empty(), displayName);
    }

    /** An account by its id. */
    public Optional<Account> find(UUID id) {
        return database.in(Scope.account(id), db -> db.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchOptional(Accounts::account));
    }

    private static Account account(AccountRecord row) {
        return new Account(row.getId(), Optional.ofNullable(row.getEmail()), row.getDisplayName());
    }

    /**
     * Signs in by password. After ten wrong ones in a row the account takes none for a quarter of an hour; links by e-mail still work.
     * An address without account and one with another password take the same time.
     */
    public Optional<Account> signIn(String email, String password) {
        String address = normalised(email);
        Optional<AccountRecord> found = database.in(Scope.email(address),
                db -> db.selectFrom(ACCOUNT).where(ACCOUNT.EMAIL.eq(address)).fetchOptional());
        OffsetDateTime now = OffsetDateTime.now(clock);
        boolean takesPasswords = found.isPresent() && found.get().getPasswordHash() != null
                && (found.get().getLockedUntil() == null || found.get().getLockedUntil().isBefore(now));
        if (!takesPasswords) {
            Passwords.pretendToMatch(password);
            return Optional.empty();
        }
        boolean right = Passwords.matches(password, found.get().getPasswordHash());
        noteAttempt(found.get().getId(), right, now);
        return right ? found.map(Accounts::account) : Optional.empty();
    }

    private void noteAttempt(UUID id, boolean right, OffsetDateTime now) {
        database.in(Scope.account(id), db -> {
            AccountRecord row = db.selectFrom(ACCOUNT).where(ACCOUNT.ID.eq(id)).forUpdate().fetchSingle();
            int failures = right ? 0 : row.getFailedSignIns() + 1;
            boolean lock = failures >= FAILURES_BEFORE_LOCK;
            return db.update(ACCOUNT).set(ACCOUNT.FAILED_SIGN_INS, lock ? 0 : failures)
                    .set(ACCOUNT.LOCKED_UNTIL, lock ? now.plus(LOCK) : null).where(ACCOUNT.ID.eq(id)).execute();
        });
    }

    /** Whether an account has a password. */
    public boolean hasPassword(UUID id) {
        return database.in(Scope.account(id), db -> db.fetchExists(ACCOUNT, ACCOUNT.ID.eq(id).and(ACCOUNT.PASSWORD_HASH.isNotNull())));
    }

    /** Changes how others see somebody. */
    public void rename(UUID id, String displayName) {
        database.in(Scope.account(id), db -> db.update(ACCOUNT).set(ACCOUNT.DISPLAY_NAME, displayName).where(ACCOUNT.ID.eq(id)).execute());
    }

    /** Sets the password of an account; its sessions are the caller's to end. */
    public void setPassword(UUID id, String password) {
        if (password.length() < Passwords.MIN_LENGTH || password.length() > Passwords.MAX_LENGTH) {
            throw new IllegalArgumentException("a password has " + Passwords.MIN_LENGTH + " to " + Passwords.MAX_LENGTH + " characters");
        }
        String hash = Passwords.hash(password);
        database.in(Scope.account(id), db -> db.update(ACCOUNT).set(ACCOUNT.PASSWORD_HASH, hash).set(ACCOUNT.FAILED_SIGN_INS, 0)
                .setNull(ACCOUNT.LOCKED_UNTIL).where(ACCOUNT.ID.eq(id)).execute());
    }
}
