package com.eyewearml.server.platform;

import com.eyewearml.server.jobs.RetryLaterException;
import com.eyewearml.server.platform.webhook.Delivery;
import java.util.Optional;

/**
 * What the catalogue needs of a shop platform. All methods that ask the platform throw {@link ReconnectException} where it refuses our
 * credential (the caller notes that), {@link RetryLaterException} where it asks to wait or fails, and
 * {@link com.eyewearml.server.outbound.OutboundException} where it cannot be reached.
 */
public interface PlatformAdapter {
    /** Which platform. */
    Platform platform();

    /**
     * Some products of a store, in an order that does not change while they are read.
     *
     * @param cursor from the page before; empty for the first
     */
    CataloguePage products(Connection connection, Optional<String> cursor);

    /** Has the platform stop preparing what a cursor of {@link #products} waits for: nobody will ask for it. */
    default void abandon(Connection connection, String cursor) { }

    /** One product as it is now; empty where the store has it no more. */
    Optional<PlatformProduct> product(Connection connection, String productId);

    /**
     * What a store sells, by ids only, in an order that does not change while it is read.
     *
     * @param cursor from the page before; empty for the first
     */
    StockPage stock(Connection connection, Optional<String> cursor);

    /**
     * Has the store send its webhooks to us, each topic once, however often this is called.
     *
     * @return false where the store cannot, so that it must be asked what changed
     */
    boolean subscribe(Connection connection);

    /** Takes our webhooks back out of a store that disconnects, as far as its platform does not do so by itself. */
    default void unsubscribe(Connection connection) { }

    /** What a verified delivery says. */
    PlatformEvent event(Delivery delivery);
}
