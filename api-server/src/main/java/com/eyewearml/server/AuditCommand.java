package com.eyewearml.server;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;
import static com.eyewearml.db.schema.Tables.SHOP;

import com.eyewearml.db.Database;
import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.db.Scope;
import com.eyewearml.embedded.EmbeddedServiceException;
import com.eyewearml.server.audit.AuditTrail;
import com.eyewearml.server.audit.AuditTrail.Verification;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code ./eyewearml audit [SHOP…]}: recomputes every hash of shops' audit trails. Exits with 1 where a trail is not sound. */
public final class AuditCommand {
    private static final int FAILED = 1;

    private AuditCommand() { }

    /** @param args slugs of shops; all that are connected to a platform where there are none */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> slugs) {
        try (Backends backends = Backends.start(ServerSettings.from(System.getenv()), step -> { })) {
            return verify(backends.database(), slugs, System.out) ? 0 : FAILED;
        } catch (StartupException | EmbeddedServiceException | DatabaseUnavailableException e) {
            System.err.println("eyewearml: " + e.getMessage());
            return FAILED;
        }
    }

    /** Whether all trails are sound. */
    static boolean verify(Database database, List<String> slugs, PrintStream out) {
        List<String> unsound = new ArrayList<>();
        for (String slug : slugs.isEmpty() ? connected(database) : slugs) {
            Optional<UUID> shop = database.in(Scope.slug(slug), db -> db.select(SHOP.ID).from(SHOP).where(SHOP.SLUG.eq(slug)).fetchOptional(SHOP.ID));
            String told = shop.map(id -> tell(new AuditTrail(Clock.systemUTC()).verify(database, id), slug, unsound)).orElseGet(() -> {
                unsound.add(slug);
                return "there is no such shop";
            });
            out.println(slug + ": " + told);
        }
        out.println(unsound.isEmpty() ? "All trails are sound. Note their heads elsewhere: what is cut off at the end shows against them only."
                : "Not sound: " + String.join(", ", unsound));
        return unsound.isEmpty();
    }

    private static String tell(Verification trail, String slug, List<String> unsound) {
        String sound = trail.entries() + " entries, head " + HexFormat.of().formatHex(trail.head());
        if (trail.fault().isEmpty()) {
            return sound;
        }
        unsound.add(slug);
        return trail.fault().get() + "; sound before it: " + sound;
    }

    private static List<String> connected(Database database) {
        List<UUID> shops = database.in(Scope.dispatch(),
                db -> db.selectDistinct(PLATFORM_CONNECTION.SHOP_ID).from(PLATFORM_CONNECTION).orderBy(1).fetch(PLATFORM_CONNECTION.SHOP_ID));
        return shops.stream().map(id -> database.inShop(id, db -> db.select(SHOP.SLUG).from(SHOP).where(SHOP.ID.eq(id)).fetchSingle(SHOP.SLUG)))
                .sorted().toList();
    }
}
