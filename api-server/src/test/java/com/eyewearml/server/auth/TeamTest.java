package com.eyewearml.server.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.eyewearml.db.Database;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.catalog.Shop;
import com.eyewearml.server.testing.TestClock;
import com.eyewearml.server.testing.TestShops;
import com.eyewearml.server.testing.TestShops.Shops;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever the members of a shop do to each other, it keeps an owner. */
@ExtendWith(TestShops.class)
class TeamTest {
    private final Database database;
    private final Accounts accounts;
    private final Members members;
    private final Team team;
    private final Shop shop;

    TeamTest(Shops shops) {
        TestClock clock = new TestClock();
        database = shops.database();
        accounts = new Accounts(database, clock);
        members = new Members(database);
        team = new Team(database, new Tickets(database, clock), new AuditTrail(clock), clock);
        UUID id = shops.add();
        shop = new Shop(id, "shop-" + id, "Shop", "EUR");
    }

    private Principal member(Role role) {
        UUID account = accounts.ofVerifiedEmail(UUID.randomUUID() + "@shop.example").id();
        database.changeShop(shop.id(), db -> Members.put(db, shop.id(), account, role));
        return new Principal(new Session(account, Optional.empty(), new byte[32]), shop, role);
    }

    private static UUID account(Principal principal) {
        return principal.session().accountId();
    }

    private Optional<Role> role(Principal principal) {
        return members.role(shop.id(), account(principal));
    }

    @Test
    void theLastOwnerNeitherLeavesNorBecomesLess() {
        Principal owner = member(Role.OWNER);
        Principal editor = member(Role.EDITOR);
        assertThrows(TeamException.class, () -> team.remove(owner, account(owner)));
        assertThrows(TeamException.class, () -> team.changeRole(owner, account(owner), Role.ADMIN));
        assertEquals(Optional.of(Role.OWNER), role(owner));

        team.changeRole(owner, account(editor), Role.OWNER);
        team.remove(owner, account(owner));
        assertEquals(Optional.empty(), role(owner));
        assertEquals(Optional.of(Role.OWNER), role(editor));
    }

    @Test
    void adminsNeitherTouchNorMakeOwners() {
        Principal owner = member(Role.OWNER);
        member(Role.OWNER);
        Principal admin = member(Role.ADMIN);
        assertThrows(TeamException.class, () -> team.remove(admin, account(owner)));
        assertThrows(TeamException.class, () -> team.changeRole(admin, account(owner), Role.SUPPORT));
        assertThrows(TeamException.class, () -> team.changeRole(admin, account(admin), Role.OWNER));
        assertThrows(TeamException.class, () -> team.invite(admin, "friend@shop.example", Role.OWNER));
        assertEquals(Optional.of(Role.OWNER), role(owner));
        assertEquals(Optional.of(Role.ADMIN), role(admin));
    }

    @RepeatedTest(10)
    void ofTwoOwnersWhoRemoveEachOtherAtOnceOneStays() throws Exception {
        Principal one = member(Role.OWNER);
        Principal other = member(Role.OWNER);
        List<Callable<Boolean>> removals = List.of(() -> removes(one, other), () -> removes(other, one));
        int removed = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> removal : threads.invokeAll(removals)) {
                removed += removal.get() ? 1 : 0;
            }
        }
        assertEquals(1, removed);
        assertEquals(1, team.members(shop.id()).size());
    }

    private boolean removes(Principal by, Principal whom) {
        try {
            team.remove(by, account(whom));
            return true;
        } catch (TeamException e) {
            return false;
        }
    }
}
