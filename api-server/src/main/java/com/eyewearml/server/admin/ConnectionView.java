package com.eyewearml.server.admin;

import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A connection as the overview shows it.
 *
 * @param id        of the connection
 * @param platform  where the store is
 * @param store     its name there
 * @param state     whether it works
 * @param reason    why it must be connected again; empty where it need not
 * @param syncedAt  when its catalogue was last read to the end
 * @param importing the latest import
 */
public record ConnectionView(UUID id, Platform platform, String store, Connection.State state, String reason, Optional<Instant> syncedAt,
                             Optional<ImportProgress> importing) {
    /** The platform's name as it writes it. */
    public String platformName() {
        return name(platform);
    }

    static String name(Platform platform) {
        return switch (platform) {
            case SHOPIFY -> "Shopify";
            case WOOCOMMERCE -> "WooCommerce";
            case MAGENTO -> "Magento";
            case BIGCOMMERCE -> "BigCommerce";
        };
    }

    /** The state in a word or two. */
    public String stateLabel() {
        return switch (state) {
            case PENDING -> "Not confirmed";
            case ACTIVE -> "Connected";
            case RECONNECT -> "Connect again";
            case UNINSTALLED -> "Removed";
        };
    }

    /** Whether the store's own pages lead back to us: opening the app there connects it again. */
    public Optional<String> reopenUrl() {
        return switch (platform) {
            case SHOPIFY -> Optional.of("https://" + store + "/admin/apps");
            case BIGCOMMERCE -> Optional.of("https://store-" + store + ".mybigcommerce.com/manage/apps");
            case WOOCOMMERCE, MAGENTO -> Optional.empty();
        };
    }

    /** Whether it is at work now, or about to be. */
    public boolean busy() {
        return importing.map(ImportProgress::unfinished).orElse(false);
    }
}
