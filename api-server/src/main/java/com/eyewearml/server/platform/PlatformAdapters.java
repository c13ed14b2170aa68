package com.eyewearml.server.platform;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The adapters of the platforms that this installation is set up for. */
public final class PlatformAdapters {
    private final Map<Platform, PlatformAdapter> byPlatform;

    /** One for each platform. */
    public PlatformAdapters(Collection<PlatformAdapter> adapters) {
        this.byPlatform = adapters.stream().collect(Collectors.toUnmodifiableMap(PlatformAdapter::platform, Function.identity()));
    }

    /** @throws IllegalStateException where this installation is not set up for it */
    public PlatformAdapter of(Platform platform) {
        PlatformAdapter adapter = byPlatform.get(platform);
        if (adapter == null) {
            throw new IllegalStateException("this installation is not set up for " + platform);
        }
        return adapter;
    }
}
