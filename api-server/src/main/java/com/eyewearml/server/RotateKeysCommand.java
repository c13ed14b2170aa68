package com.eyewearml.server;

import static com.eyewearml.db.schema.Tables.PLATFORM_CONNECTION;

import com.eyewearml.db.Database;
import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.db.Scope;
import com.eyewearml.embedded.EmbeddedServiceException;
import com.eyewearml.server.platform.Credentials;
import com.eyewearml.server.security.Keyring;
import com.eyewearml.server.security.TokenVault;
import com.eyewearml.server.security.VaultException;
import java.io.PrintStream;
import java.util.List;
import java.util.UUID;

/**
 * {@code ./eyewearml rotate-keys}: seals what is under older keys of {@code EYEWEARML_TOKEN_KEYS} with the newest. Exits with 1 where
 * something could not be.
 */
public final class RotateKeysCommand {
    private static final int FAILED = 1;

    private RotateKeysCommand() { }

    /** Takes no arguments. */
    public static void main(String[] args) {
        System.exit(run());
    }

    private static int run() {
        try {
            ServerSettings settings = ServerSettings.from(System.getenv());
            Keyring keys = Keyring.parse(settings.environment().getOrDefault("EYEWEARML_TOKEN_KEYS", ""));
            try (Backends backends = Backends.start(settings, step -> { })) {
                return rotate(backends.database(), keys, System.out) ? 0 : FAILED;
            }
        } catch (IllegalArgumentException e) {
            System.err.println("eyewearml: EYEWEARML_TOKEN_KEYS cannot be used: " + e.getMessage());
        } catch (StartupException | EmbeddedServiceException | DatabaseUnavailableException e) {
            System.err.println("eyewearml: " + e.getMessage());
        }
        return FAILED;
    }

    /** Whether everything is under the newest key now. A shop that fails keeps what it had and does not stop the others. */
    static boolean rotate(Database database, Keyring keys, PrintStream out) {
        Credentials credentials = new Credentials(database, new TokenVault(keys));
        List<UUID> shops = database.in(Scope.dispatch(),
                db -> db.selectDistinct(PLATFORM_CONNECTION.SHOP_ID).from(PLATFORM_CONNECTION).orderBy(1).fetch(PLATFORM_CONNECTION.SHOP_ID));
        int sealed = 0;
        int failed = 0;
        for (int i = 0; i < shops.size(); i++) {
            try {
                sealed += credentials.rotate(shops.get(i), keys.newestId());
            } catch (VaultException e) {
                failed++;
                out.println("Shop " + shops.get(i) + " is left as it was: " + e.getMessage());
            }
            if ((i + 1) % 100 == 0) {
                out.println((i + 1) + " of " + shops.size() + " shops …");
            }
        }
        out.println("Sealed " + sealed + " credentials of " + shops.size() + " shops anew, under the key " + keys.newestId() + ".");
        out.println(failed == 0 ? "Nothing is under older keys any more: they may be taken out of EYEWEARML_TOKEN_KEYS."
                : failed + " shops failed: keep the older keys.");
        return failed == 0;
    }
}
