package com.eyewearml.server.platform.magento;

import com.eyewearml.server.platform.StoreApi;
import com.eyewearml.server.platform.contract.Ours;
import com.eyewearml.server.platform.contract.PlatformContractTest;
import com.eyewearml.server.platform.contract.ShopPlatformSimulator;
import com.eyewearml.server.platform.simulator.MagentoSimulator;
import com.eyewearml.server.platform.webhook.StandardWebhooks;
import com.eyewearml.server.testing.TestShops.Shops;
import java.net.URI;
import java.util.List;

class MagentoContractTest extends PlatformContractTest {
    static final URI PUBLIC_URL = URI.create("https://app.example.com");

    MagentoContractTest(Shops shops) {
        super(shops);
    }

    @Override
    protected boolean tellsOfUninstall() {
        return false;
    }

    @Override
    protected ShopPlatformSimulator start() {
        return start(ours);
    }

    static MagentoSimulator start(Ours ours) {
        MagentoSimulator platform = new MagentoSimulator(ours.clock, ours.addMerchant());
        ours.serve(new MagentoAdapter(platform.endpoints(), PUBLIC_URL, new StoreApi(ours.outbound), ours.credentials, ours.clock),
                List.of(StandardWebhooks.ofMagento(ours.clock)), new MagentoRoutes(platform.endpoints(), ours.hosted()).routes());
        platform.connectTo(ours.address());
        return platform;
    }
}
