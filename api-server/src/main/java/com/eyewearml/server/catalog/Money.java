package com.eyewearml.server.catalog;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

/**
 * An amount.
 *
 * @param amountMinor in the smallest unit of the currency
 * @param currency    ISO 4217 code
 */
public record Money(long amountMinor, String currency) {
    /** The amount as people of that language write it; whole amounts without decimals. */
    public String format(Locale locale) {
        Currency unit = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(unit);
        BigDecimal amount = BigDecimal.valueOf(amountMinor, unit.getDefaultFractionDigits());
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : unit.getDefaultFractionDigits());
        format.setMaximumFractionDigits(whole ? 0 : unit.getDefaultFractionDigits());
        return format.format(amount);
    }
}
