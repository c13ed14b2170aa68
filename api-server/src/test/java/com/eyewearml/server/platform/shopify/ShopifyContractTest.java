package com.eyewearml.server.platform.shopify;

import com.eyewearml.server.platform.PlatformApp;
import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.PlatformContractTest;
import com.eyewearml.server.platform.contract.ShopPlatformSimulator;
import com.eyewearml.server.platform.simulator.ShopifySimulator;
import com.eyewearml.server.platform.webhook.ShopifyWebhooks;
import com.eyewearml.server.platform.webhook.StandardWebhooks;
import com.eyewearml.server.platform.webhook.WooCommerceWebhooks;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.URI;
import java.util.List;

class ShopifyContractTest extends PlatformContractTest {
    static final PlatformApp APP = new PlatformApp("client0001", List.of("shpss_test_secret_0001"), URI.create("https://app.example.com"));

    ShopifyContractTest(Shops shops) {
        super(shops);
    }

    @Override
    protected ShopPlatformSimulator start() {
        return start(ours);
    }

    static ShopifySimulator start(Ours ours) {
        ShopifySimulator platform = new ShopifySimulator(ours.clock, APP);
        ShopifyLogin login = new ShopifyLogin(platform.endpoints(), APP, ours.outbound, ours.clock);
        ours.serve(new ShopifyAdapter(platform.endpoints(), APP, new StoreApi(ours.outbound), login, ours.accessTokens),
                List.of(new ShopifyWebhooks(APP.secrets()), StandardWebhooks.ofBigCommerce(List.of("b"), ours.clock),
                        StandardWebhooks.ofMagento(ours.clock), new WooCommerceWebhooks()),
                new ShopifyRoutes(platform.endpoints(), APP, login, ours.hosted()).routes());
        platform.connectTo(ours.address());
        return platform;
    }
}
