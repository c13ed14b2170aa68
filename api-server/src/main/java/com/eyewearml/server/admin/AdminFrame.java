package com.eyewearml.server.admin;

import com.eyewearml.server.access.Permission;
import com.eyewearml.server.access.Role;
import com.eyewearml.server.catalog.Shop;

/**
 * What stands around every page of the admin.
 *
 * @param shop     it is about
 * @param role     of whoever looks
 * @param csrf     what forms repeat
 * @param section  page that is open, as in the navigation
 * @param notice   what was done just now; empty where nothing
 * @param embedded whether a platform's admin shows the page in a frame of its own
 */
public record AdminFrame(Shop shop, Role role, String csrf, String section, String notice, boolean embedded) {
    /** Whether whoever looks may do something; what they may not is not offered. */
    public boolean may(Permission permission) {
        return role.may(permission);
    }

    /** Address of a page of this shop's admin. */
    public String path(String tail) {
        return "/admin/" + shop.slug() + tail;
    }

    /** With a message about what was done. */
    public AdminFrame saying(String message) {
        return new AdminFrame(shop, role, csrf, section, message, embedded);
    }
}
