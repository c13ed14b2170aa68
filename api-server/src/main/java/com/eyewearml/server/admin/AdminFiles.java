package com.eyewearml.server.admin;

import com.eyewearml.server.assets.StaticBundle;

/** Style sheets, scripts and drawings of the pages for merchants. */
public final class AdminFiles {
    /** They are part of the program. */
    public static final AdminFiles INSTANCE = new AdminFiles(StaticBundle.readResources("admin", "/web/admin"));
    private final StaticBundle bundle;

    private AdminFiles(StaticBundle bundle) {
        this.bundle = bundle;
    }

    /** To be delivered under their addresses. */
    public StaticBundle bundle() {
        return bundle;
    }

    /** Address of a file, for ever. */
    public String url(String name) {
        return bundle.url(name);
    }
}
