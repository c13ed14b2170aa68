package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformEvent;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.StockPage;
import com.eyewearml.server.platform.webhook.Delivery;
import java.util.Optional;

/** An adapter that tells of each page read. */
record ObservedAdapter(PlatformAdapter adapter, Runnable pageRead) implements PlatformAdapter {
    @Override
    public Platform platform() {
        return adapter.platform();
    }

    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        pageRead.run();
        return adapter.products(connection, cursor);
    }

    @Override
    public StockPage stock(Connection connection, Optional<String> cursor) {
        return adapter.stock(connection, cursor);
    }

    @Override
    public Optional<PlatformProduct> product(Connection connection, String productId) {
        return adapter.product(connection, productId);
    }

    @Override
    public boolean subscribe(Connection connection) {
        return adapter.subscribe(connection);
    }

    @Override
    public PlatformEvent event(Delivery delivery) {
        return adapter.event(delivery);
    }
}
