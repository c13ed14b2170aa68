package com.eyewearml.server;

import com.eyewearml.db.DatabaseUnavailableException;
import com.eyewearml.embedded.EmbeddedServiceException;
import com.eyewearml.server.storage.ObjectCollector;
import com.eyewearml.server.storage.ObjectCollector.Collected;
import com.eyewearml.server.storage.StorageSettings;
import com.eyewearml.storage.ObjectStore;
import com.eyewearml.storage.StorageException;
import io.helidon.logging.common.LogConfig;
import java.time.Duration;
import java.util.Set;

/** {@code ./eyewearml collect}: deletes stored files that nothing refers to. Exits with 1 where it cannot, 2 on a wrong call. */
public final class CollectCommand {
    private static final int FAILED = 1;
    private static final int USAGE = 2;

    private CollectCommand() { }

    /** @param args hours for which a file must have been of no use; {@link ObjectCollector#GRACE} where absent */
    public static void main(String[] args) {
        LogConfig.configureRuntime();
        System.exit(run(args));
    }

    private static int run(String[] args) {
        Duration grace;
        try {
            grace = args.length == 0 ? ObjectCollector.GRACE : Duration.ofHours(Integer.parseUnsignedInt(args[0]));
        } catch (NumberFormatException e) {
            System.err.println("eyewearml: collect --grace-hours is \"" + args[0] + "\", expected a whole number of hours");
            return USAGE;
        }
        ServerSettings settings = ServerSettings.from(System.getenv());
        try (Backends backends = Backends.start(settings, step -> { });
                ObjectStore store = StorageSettings.from(settings.environment(), settings.dataDir()).open()) {
            Collected collected = new ObjectCollector(backends.database(), store, grace).run(Set.of());
            System.out.println("Deleted " + collected.objects() + " files of " + collected.bytes() + " bytes and " + collected.models() + " models.");
            return 0;
        } catch (StartupException | EmbeddedServiceException | DatabaseUnavailableException | StorageException e) {
            System.err.println("eyewearml: " + e.getMessage());
            return FAILED;
        }
    }
}
