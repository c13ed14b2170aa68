package com.eyewearml.server.platform;

import com.eyewearml.server.http.ErrorCode;
import com.eyewearml.server.http.RequestException;
import com.eyewearml.server.outbound.StoreOrigin;
import java.util.UUID;

/** A store belongs to one shop: whoever connects it to another one is told, rather than taken to where it was. */
public final class StoreTaken {
    private StoreTaken() { }

    /** @throws RequestException where the store is, or was, another shop's */
    public static void refuseOther(Connections connections, Platform platform, StoreOrigin store, UUID shopId) {
        boolean other = connections.ofStore(platform, store.toString()).filter(found -> !found.shopId().equals(shopId)).isPresent();
        if (other) {
            throw new RequestException(ErrorCode.STORE_TAKEN, "Sign in to the shop that " + store.host()
                    + " is connected to, or ask its owner to invite you there.");
        }
    }
}
