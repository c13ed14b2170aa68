package com.eyewearml.server.auth;

import static com.eyewearml.db.schema.Tables.ACCOUNT;
import static com.eyewearml.db.schema.Tables.SESSION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.testing.TestClock;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestShops.class)
class AuthTest {
    static final String PASSWORD = "correct horse battery staple";
    final TestClock clock = new TestClock();
    final Database database;
    final Accounts accounts;
    final Sessions sessions;
    final Tickets tickets;
    final String email = "p" + UUID.randomUUID() + "@shop.example";

    AuthTest(Shops shops) {
        database = shops.database();
        accounts = new Accounts(database, clock);
        sessions = new Sessions(database, clock);
        tickets = new Tickets(database, clock);
    }

    @Test
    void anAddressHasOneAccountHoweverItIsWritten() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            var ids = threads.invokeAll(IntStream.range(0, 6).<Callable<UUID>>mapToObj(
                    n -> () -> accounts.ofVerifiedEmail(n % 2 == 0 ? email : " " + email.toUpperCase() + " ").id()).toList());
            for (Future<UUID> id : ids) {
                assertEquals(ids.getFirst().get(), id.get());
            }
        }
    }

    @Test
    void signsInWithTheRightPasswordOnly() {
        Account account = accounts.ofVerifiedEmail(email);
        assertEquals(Optional.empty(), accounts.signIn(email, PASSWORD));
        accounts.setPassword(account.id(), PASSWORD);
        assertEquals(Optional.of(account), accounts.signIn(email, PASSWORD));
        assertEquals(Optional.empty(), accounts.signIn(email, PASSWORD + " "));
        assertEquals(Optional.empty(), accounts.signIn("nobody-" + email, PASSWORD));
        assertThrows(IllegalArgumentException.class, () -> accounts.setPassword(account.id(), "too short"));
    }

    @Test
    void keepsPasswordsAsArgon2idWithASaltEach() {
        String one = Passwords.hash(PASSWORD);
        assertTrue(one.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), one);
        assertFalse(one.equals(Passwords.hash(PASSWORD)));
        // Recorded from the reference implementation: argon2 somesalt -id -t 2 -m 16 -p 1 -l 32, "password" (RFC 9106's authors).
        assertTrue(Passwords.matches("password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    }

    @Test
    void tenWrongPasswordsLockForAQuarterOfAnHour() {
        Account account = accounts.ofVerifiedEmail(email);
        accounts.setPassword(account.id(), PASSWORD);
        for (int i = 0; i < 10; i++) {
            accounts.signIn(email, "wrong");
        }
        assertEquals(Optional.empty(), accounts.signIn(email, PASSWORD));
        clock.advance(Duration.ofMinutes(15).plusSeconds(1));
        assertTrue(accounts.signIn(email, PASSWORD).isPresent());
        int failures = database.in(Scope.account(account.id()), db -> db.select(ACCOUNT.FAILED_SIGN_INS).from(ACCOUNT)
                .fetchSingle(ACCOUNT.FAILED_SIGN_INS));
        assertEquals(0, failures);
    }

    @Test
    void aSessionIsFoundByItsSecretUntilItEnds() {
        UUID account = accounts.ofVerifiedEmail(email).id();
        SessionKey key = sessions.open(account, Optional.empty());
        Session session = sessions.find(key.secret()).orElseThrow();
        assertEquals(account, session.accountId());
        assertTrue(session.owns(key.csrf()));
        assertFalse(session.owns(key.csrf() + "x"));
        assertEquals(Optional.empty(), sessions.find(key.csrf()));
        sessions.close(key.secret());
        assertEquals(Optional.empty(), sessions.find(key.secret()));
    }

    @Test
    void sessionsEndWhenIdleAndInTheEndAnyway() {
        UUID account = accounts.ofVerifiedEmail(email).id();
        SessionKey idle = sessions.open(account, Optional.empty());
        SessionKey busy = sessions.open(account, Optional.empty());
        for (Duration passed = Duration.ZERO; passed.compareTo(Duration.ofDays(14)) < 0; passed = passed.plusHours(11)) {
            assertTrue(sessions.find(busy.secret()).isPresent(), "after " + passed);
            clock.advance(Duration.ofHours(11));
            if (passed.isPositive()) {
                assertEquals(Optional.empty(), sessions.find(idle.secret()));
            }
        }
        assertEquals(Optional.empty(), sessions.find(busy.secret()));
    }

    @Test
    void theDatabaseHoldsNoSecretOfASession() {
        UUID account = accounts.ofVerifiedEmail(email).id();
        SessionKey key = sessions.open(account, Optional.empty());
        String row = database.in(Scope.account(account), db -> db.selectFrom(SESSION).fetch().formatJSON());
        assertFalse(row.contains(key.secret()));
        sessions.closeAll(account);
        assertEquals(Optional.empty(), sessions.find(key.secret()));
    }

    private Ticket ticket() {
        return new Ticket(Ticket.Purpose.SIGN_IN, email, Optional.empty(), Json.createObjectBuilder().add("next", "/a").build());
    }

    @Test
    void ofManyWhoBringATicketOneGetsIt() throws Exception {
        String secret = tickets.issue(ticket(), Optional.empty(), Duration.ofMinutes(10));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            int granted = 0;
            for (Future<Optional<Ticket>> redeemed : threads.invokeAll(IntStream.range(0, 20).<Callable<Optional<Ticket>>>mapToObj(
                    n -> () -> tickets.redeem(secret, Ticket.Purpose.SIGN_IN, Optional.empty())).toList())) {
                if (redeemed.get().isPresent()) {
                    assertEquals(ticket(), redeemed.get().get());
                    granted++;
                }
            }
            assertEquals(1, granted);
        }
    }

    @Test
    void aTicketIsGoodForItsPurposeItsBrowserAndItsTime() {
        String secret = tickets.issue(ticket(), Optional.of("browser"), Duration.ofMinutes(10));
        assertEquals(Optional.empty(), tickets.redeem(secret, Ticket.Purpose.INSTALLATION, Optional.of("browser")));
        assertEquals(Optional.empty(), tickets.redeem(secret, Ticket.Purpose.SIGN_IN, Optional.of("another")));
        assertEquals(Optional.empty(), tickets.redeem(secret, Ticket.Purpose.SIGN_IN, Optional.empty()));
        assertTrue(tickets.redeem(secret, Ticket.Purpose.SIGN_IN, Optional.of("browser")).isPresent());
        String late = tickets.issue(ticket(), Optional.empty(), Duration.ofMinutes(10));
        clock.advance(Duration.ofMinutes(10));
        assertEquals(Optional.empty(), tickets.redeem(late, Ticket.Purpose.SIGN_IN, Optional.empty()));
    }
}
