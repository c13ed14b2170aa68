package com.eyewearml.server.platform.woocommerce;

import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.PlatformContractTest;
import com.eyewearml.server.platform.contract.ShopPlatformSimulator;
import com.eyewearml.server.platform.simulator.WooCommerceSimulator;
import com.eyewearml.server.platform.webhook.WooCommerceWebhooks;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.URI;
import java.util.List;

class WooCommerceContractTest extends PlatformContractTest {
    static final URI PUBLIC_URL = URI.create("https://app.example.com");

    WooCommerceContractTest(Shops shops) {
        super(shops);
    }

    @Override
    protected boolean tellsOfUninstall() {
        return false;
    }

    @Override
    protected boolean retriesWebhooks() {
        return false;
    }

    @Override
    protected ShopPlatformSimulator start() {
        return start(ours);
    }

    static WooCommerceSimulator start(Ours ours) {
        WooCommerceSimulator platform = new WooCommerceSimulator(ours.clock, ours.addMerchant());
        ours.serve(new WooCommerceAdapter(platform.endpoints(), PUBLIC_URL, new StoreApi(ours.outbound), ours.credentials),
                List.of(new WooCommerceWebhooks()), new WooCommerceRoutes(platform.endpoints(), PUBLIC_URL, ours.hosted()).routes());
        platform.connectTo(ours.address());
        return platform;
    }
}
