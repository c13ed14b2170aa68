package com.eyewearml.server.access;

import static com.eyewearml.server.access.Permission.EDIT_CATALOGUE;
import static com.eyewearml.server.access.Permission.OWN;
import static com.eyewearml.server.access.Permission.READ_ANALYTICS;
import static com.eyewearml.server.access.Permission.READ_AUDIT;
import static com.eyewearml.server.access.Permission.READ_CATALOGUE;
import static com.eyewearml.server.access.Permission.READ_SETTINGS;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a member of a shop is there. The names are those in the database. */
public enum Role {
    /** Everything. A shop always has one. */
    OWNER(EnumSet.allOf(Permission.class)),
    /** Everything but giving the shop away. */
    ADMIN(EnumSet.complementOf(EnumSet.of(OWN))),
    /** Frames and products. */
    EDITOR(EnumSet.of(READ_CATALOGUE, EDIT_CATALOGUE, READ_SETTINGS)),
    /** Figures. */
    ANALYST(EnumSet.of(READ_CATALOGUE, READ_ANALYTICS)),
    /** Looks, to help; changes nothing. */
    SUPPORT(EnumSet.of(READ_CATALOGUE, READ_ANALYTICS, READ_SETTINGS, READ_AUDIT));

    private final Set<Permission> permissions;

    Role(EnumSet<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    /** For people. */
    public String label() {
        return this == SUPPORT ? "Support (read only)" : name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }

    /** Whether it includes a permission. */
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
