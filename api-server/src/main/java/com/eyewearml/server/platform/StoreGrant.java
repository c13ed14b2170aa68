package com.eyewearml.server.platform;

import java.util.Map;
import java.util.Set;

/**
 * What a store gives when a merchant installs the app.
 *
 * @param store       its immutable name there
 * @param storeName   as its merchant calls it
 * @param currency    three letters, ISO 4217
 * @param scopes      what the merchant granted
 * @param credentials what proves that to the platform
 */
public record StoreGrant(Platform platform, String store, String storeName, String currency, Set<String> scopes,
                         Map<Credential.Kind, Credential> credentials) { }
