package com.eyewearml.server.access;

/** What somebody may do in a shop. */
public enum Permission {
    /** See products, frames and how they are linked. */
    READ_CATALOGUE,
    /** Upload, edit and link frames; start imports. */
    EDIT_CATALOGUE,
    /** See the figures of the dashboard. */
    READ_ANALYTICS,
    /** See settings and the state of connections. */
    READ_SETTINGS,
    /** Change settings and public keys. */
    EDIT_SETTINGS,
    /** Connect, repair and disconnect shop platforms. */
    MANAGE_CONNECTIONS,
    /** Invite and remove people, and change their roles, below the owner's. */
    MANAGE_TEAM,
    /** See who did what. */
    READ_AUDIT,
    /** Hand the shop over to somebody else, or erase it. */
    OWN
}
