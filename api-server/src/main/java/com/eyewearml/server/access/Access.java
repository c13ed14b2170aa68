package com.eyewearml.server.access;

/** Who may ask for a route. Every route declares one; {@link RouteTable} enforces it. */
public sealed interface Access {
    /**
     * Anybody.
     *
     * @param reason why nothing there needs protection
     */
    record Open(String reason) implements Access { }

    /**
     * Whoever can sign: the handler verifies the signature before anything else.
     *
     * @param by who signs, and with what
     */
    record Signed(String by) implements Access { }

    /** Whoever runs the server: with the operator's token, or from the machine itself where there is none. */
    record Operator() implements Access { }

    /** A storefront page that carries a shop's public key, from one of the key's origins. */
    record Storefront() implements Access { }

    /** Anybody signed in, about themselves. */
    record SignedIn() implements Access { }

    /**
     * A member of the shop named in the path as {@code {shop}}, whose role includes the permission.
     *
     * @param permission what the role must include
     */
    record Member(Permission permission) implements Access { }
}
