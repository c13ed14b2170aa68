package com.eyewearml.server.platform;

/** A shop platform. The names are those in the database. */
public enum Platform { SHOPIFY, WOOCOMMERCE, MAGENTO, BIGCOMMERCE }
