package com.eyewearml.db;

/**
 * Where the database is, as JDBC addresses with accounts and passwords in them; never printed.
 *
 * @param ownerUrl account that migrates the schema
 * @param appUrl   account that serves requests; a member of the role {@value Database#APP_ROLE} or that role itself
 */
public record DatabaseAddresses(String ownerUrl, String appUrl) {
    /** The same account for both. */
    public static DatabaseAddresses single(String url) {
        return new DatabaseAddresses(url, url);
    }

    /** Does not tell the passwords. */
    @Override
    public String toString() {
        return "DatabaseAddresses[…]";
    }
}
