package com.eyewearml.server.auth;

import static com.eyewearml.db.schema.Tables.ACCOUNT;
import static com.eyewearml.db.schema.Tables.MEMBERSHIP;
import static com.eyewearml.db.schema.Tables.TICKET;

import com.eyewearml.db.Database;
import com.eyewearml.db.Scope;
import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.audit.Actor;
import com.eyewearml.server.audit.AuditEvent;
import com.eyewearml.server.audit.AuditTrail;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The people of a shop: who they are, inviting and removing them. A shop always has an owner; only owners make, change or remove owners. */
public final class Team {
    /** How long an invitation may be accepted. */
    public static final Duration INVITATION_LIFETIME = Duration.ofDays(7);
    private static final String ROLE = "role";

    private final Database database;
    private final Tickets tickets;
    private final AuditTrail audit;
    private final Clock clock;

    /** @param clock tells which invitations have ended */
    public Team(Database database, Tickets tickets, AuditTrail audit, Clock clock) {
        this.database = database;
        this.tickets = tickets;
        this.audit = audit;
        this.clock = clock;
    }

    /** Members of a shop, owners first, then by name. */
    public List<TeamMember> members(UUID shopId) {
        return database.inShop(shopId, db -> db
                .select(MEMBERSHIP.ACCOUNT_ID, ACCOUNT.DISPLAY_NAME, ACCOUNT.EMAIL, MEMBERSHIP.ROLE, MEMBERSHIP.CREATED_AT)
                .from(MEMBERSHIP).join(ACCOUNT).on(ACCOUNT.ID.eq(MEMBERSHIP.ACCOUNT_ID)).where(MEMBERSHIP.SHOP_ID.eq(shopId))
                .orderBy(DSL.choose(MEMBERSHIP.ROLE).when(Role.OWNER.name(), 0).otherwise(1), ACCOUNT.DISPLAY_NAME, MEMBERSHIP.ACCOUNT_ID)
                .fetch(row -> new TeamMember(row.value1(), row.value2(), Optional.ofNullable(row.value3()).orElse(""),
                        Role.valueOf(row.value4()), row.value5().toInstant())));
    }

    /** Invitations of a shop that may still be accepted, the latest first. */
    public List<Invitation> invitations(UUID shopId) {
        return database.inShop(shopId, db -> db.selectFrom(TICKET)
                .where(TICKET.SHOP_ID.eq(shopId)).and(TICKET.PURPOSE.eq(Ticket.Purpose.INVITATION.name()))
                .and(TICKET.USED_AT.isNull()).and(TICKET.EXPIRES_AT.gt(OffsetDateTime.now(clock))).orderBy(TICKET.CREATED_AT.desc())
                .fetch(row -> new Invitation(HexFormat.of().formatHex(row.getSecretSha256()), row.getSubject(),
                        Role.valueOf(Json.createReader(new StringReader(row.getDetails().data())).readObject().getString(ROLE)),
                        row.getExpiresAt().toInstant())));
    }

    /**
     * Invites an address, in place of an earlier invitation of it.
     *
     * @return the secret of the link to be sent there
     * @throws TeamException where it belongs to a member, or an owner is made by somebody who is none
     */
    public String invite(Principal by, String email, Role role) {
        UUID shopId = by.shop().id();
        requireMayGive(by, role);
        String address = Accounts.normalised(email);
        if (members(shopId).stream().anyMatch(member -> member.email().equals(address))) {
            throw new TeamException("This address belongs to the team already. Change the role in the list instead.");
        }
        invitations(shopId).stream().filter(open -> open.email().equals(address)).forEach(open -> withdraw(by, open.id()));
        String secret = tickets.issue(new Ticket(Ticket.Purpose.INVITATION, address, Optional.of(shopId),
                Json.createObjectBuilder().add(ROLE, role.name()).build()), Optional.empty(), INVITATION_LIFETIME);
        database.changeShop(shopId, db -> note(db, by, "invitation.send", "", Optional.empty(), Optional.of(json(role))));
        return secret;
    }

    /** Takes an invitation back; false where there is none such. */
    public boolean withdraw(Principal by, String id) {
        UUID shopId = by.shop().id();
        return database.inShop(shopId, db -> {
            boolean withdrawn = db.deleteFrom(TICKET).where(TICKET.SHOP_ID.eq(shopId))
                    .and(TICKET.PURPOSE.eq(Ticket.Purpose.INVITATION.name())).and(TICKET.USED_AT.isNull())
                    .and(DSL.function("encode", String.class, TICKET.SECRET_SHA256, DSL.inline("hex")).eq(id)).execute() == 1;
            if (withdrawn) {
                note(db, by, "invitation.withdraw", "", Optional.empty(), Optional.empty());
            }
            return withdrawn;
        });
    }

    /** Makes the bearer of a redeemed invitation a member; whoever is one already keeps their role. */
    public void join(Ticket invitation, UUID accountId) {
        UUID shopId = invitation.shopId().orElseThrow();
        Role role = Role.valueOf(invitation.details().getString(ROLE));
        database.in(Scope.shop(shopId).and(Scope.account(accountId)), db -> {
            lock(db, shopId);
            if (!db.fetchExists(MEMBERSHIP, MEMBERSHIP.SHOP_ID.eq(shopId).and(MEMBERSHIP.ACCOUNT_ID.eq(accountId)))) {
                Members.put(db, shopId, accountId, role);
                audit.add(db, shopId, new AuditEvent(Actor.account(accountId), "member.join", accountId.toString(),
                        Optional.empty(), Optional.of(json(role)), "", ""));
            }
            return null;
        });
    }

    /**
     * Gives a member another role.
     *
     * @throws TeamException where it is the last owner's, or an owner's or an owner is made and somebody asks who is none
     */
    public void changeRole(Principal by, UUID accountId, Role role) {
        UUID shopId = by.shop().id();
        database.changeShop(shopId, db -> {
            lock(db, shopId);
            Role before = requireChangeable(db, by, accountId, role != Role.OWNER);
            requireMayGive(by, role);
            if (before != role) {
                Members.put(db, shopId, accountId, role);
                note(db, by, "member.change", accountId.toString(), Optional.of(json(before)), Optional.of(json(role)));
            }
        });
    }

    /** @throws TeamException where it is the last owner, or an owner and somebody asks who is none */
    public void remove(Principal by, UUID accountId) {
        UUID shopId = by.shop().id();
        database.changeShop(shopId, db -> {
            lock(db, shopId);
            Role before = requireChangeable(db, by, accountId, true);
            db.deleteFrom(MEMBERSHIP).where(MEMBERSHIP.SHOP_ID.eq(shopId)).and(MEMBERSHIP.ACCOUNT_ID.eq(accountId)).execute();
            note(db, by, "member.remove", accountId.toString(), Optional.of(json(before)), Optional.empty());
        });
    }

    private static void lock(DSLContext db, UUID shopId) {
        db.fetch("select pg_advisory_xact_lock(hashtextextended({0}, 0))", DSL.val("members:" + shopId));
    }

    private static Role requireChangeable(DSLContext db, Principal by, UUID accountId, boolean leavesOwners) {
        Role before = db.select(MEMBERSHIP.ROLE).from(MEMBERSHIP)
                .where(MEMBERSHIP.SHOP_ID.eq(by.shop().id())).and(MEMBERSHIP.ACCOUNT_ID.eq(accountId))
                .fetchOptional(MEMBERSHIP.ROLE).map(Role::valueOf)
                .orElseThrow(() -> new TeamException("This person does not belong to the team any more."));
        if (before == Role.OWNER) {
            if (!by.role().may(Permission.OWN)) {
                throw new TeamException("Only an owner changes or removes an owner.");
            }
            if (leavesOwners && db.fetchCount(MEMBERSHIP, MEMBERSHIP.SHOP_ID.eq(by.shop().id()).and(MEMBERSHIP.ROLE.eq(Role.OWNER.name()))) == 1) {
                throw new TeamException("A shop always has an owner. Make somebody else an owner first.");
            }
        }
        return before;
    }

    private static void requireMayGive(Principal by, Role role) {
        if (role == Role.OWNER && !by.role().may(Permission.OWN)) {
            throw new TeamException("Only an owner makes somebody an owner.");
        }
    }

    private void note(DSLContext db, Principal by, String action, String subject, Optional<JsonObject> before, Optional<JsonObject> after) {
        audit.add(db, by.shop().id(), new AuditEvent(by.actor(), action, subject, before, after, "", ""));
    }

    private static JsonObject json(Role role) {
        return Json.createObjectBuilder().add(ROLE, role.name()).build();
    }
}
