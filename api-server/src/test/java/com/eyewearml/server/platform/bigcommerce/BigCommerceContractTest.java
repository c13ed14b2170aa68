package com.eyewearml.server.platform.bigcommerce;

import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.PlatformContractTest;
import com.eyewearml.server.platform.contract.ShopPlatformSimulator;
import com.eyewearml.server.platform.simulator.BigCommerceSimulator;
import com.eyewearml.server.platform.webhook.ShopifyWebhooks;
import com.eyewearml.server.platform.webhook.StandardWebhooks;
import com.eyewearml.server.platform.webhook.WooCommerceWebhooks;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.URI;
import java.util.List;

class BigCommerceContractTest extends PlatformContractTest {
    static final PlatformApp APP = new PlatformApp("bc-client", List.of("bc_client_secret_0001"), URI.create("https://app.example.com"));

    BigCommerceContractTest(Shops shops) {
        super(shops);
    }

    @Override
    protected ShopPlatformSimulator start() {
        return start(ours);
    }

    static BigCommerceSimulator start(Ours ours) {
        BigCommerceSimulator platform = new BigCommerceSimulator(ours.clock, APP);
        ours.serve(new BigCommerceAdapter(platform.endpoints(), APP, new StoreApi(ours.outbound), ours.credentials),
                List.of(StandardWebhooks.ofBigCommerce(APP.secrets(), ours.clock), StandardWebhooks.ofMagento(ours.clock),
                        new ShopifyWebhooks(List.of("s")), new WooCommerceWebhooks()),
                new BigCommerceRoutes(platform.endpoints(), APP, ours.hosted()).routes());
        return platform;
    }
}
