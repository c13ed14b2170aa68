package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.platform.CataloguePage;
import com.eyewearml.server.platform.Connection;
import com.eyewearml.server.platform.PlatformAdapter;
import com.eyewearml.server.platform.contract.ForwardingAdapter;
import java.util.Optional;

/** An adapter that tells of each page read. */
final class ObservedAdapter extends ForwardingAdapter {
    private final Runnable pageRead;

    ObservedAdapter(PlatformAdapter adapter, Runnable pageRead) {
        super(adapter);
        this.pageRead = pageRead;
    }

    @Override
    public CataloguePage products(Connection connection, Optional<String> cursor) {
        pageRead.run();
        return super.products(connection, cursor);
    }
}
