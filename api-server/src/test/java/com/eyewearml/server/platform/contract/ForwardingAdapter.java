package com.eyewearml.server.platform.contract;

import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.Platform;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.PlatformEvent;
import com.eyewearml.server.platform.PlatformProduct;
import com.eyewearml.server.platform.StockPage;
import com.eyewearml.server.platform.webhook.Delivery;
import java.util.Optional;

/** Asks another adapter everything, for tests that change one answer. */
public abstract class ForwardingAdapter implements PlatformAdapter {
    private final PlatformAdapter adapter;

    /** @param adapter who is asked */
    protected ForwardingAdapter(PlatformAdapter adapter) {
        this.adapter = adapter;
    }

    @Override
    public Platform platform() {
        return adapter.platform();
    }

    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        return adapter.products(connection, cursor);
    }

    @Override
    public void abandon(Connection connection, String cursor) {
        adapter.abandon(connection, cursor);
    }

    @Override
    public Optional<PlatformProduct> product(Connection connection, String productId) {
        return adapter.product(connection, productId);
    }

    @Override
    public StockPage stock(Connection connection, Optional<String> cursor) {
        return adapter.stock(connection, cursor);
    }

    @Override
    public boolean subscribe(Connection connection) {
        return adapter.subscribe(connection);
    }

    @Override
    public void unsubscribe(Connection connection) {
        adapter.unsubscribe(connection);
    }

    @Override
    public PlatformEvent event(Delivery delivery) {
        return adapter.event(delivery);
    }
}
