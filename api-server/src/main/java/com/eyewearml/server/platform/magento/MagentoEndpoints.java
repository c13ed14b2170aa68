package com.eyewearml.server.platform.magento;

import com.eyewearml.server.outbound.StoreOrigin;
import java.net.URI;

/** Where a store's own interface is. */
public interface MagentoEndpoints {
    /** The real ones. */
    MagentoEndpoints OFFICIAL = origin -> URI.create(origin.toString());

    /** Address of a store, without a slash at its end. */
    URI of(StoreOrigin origin);
}
