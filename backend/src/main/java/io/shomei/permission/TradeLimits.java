package io.shomei.permission;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Within which limits somebody trades.
 *
 * @param buyCurrencies which ones customers of the bank may buy (ISO 4217); null for every one
 * @param sellCurrencies which ones they may sell; null for every one
 * @param maxPerTrade the highest amount of one trade in yen; null for no limit
 */
public record TradeLimits(
        @Nullable List<String> buyCurrencies,
        @Nullable List<String> sellCurrencies,
        @Nullable Long maxPerTrade) {
    public static final TradeLimits NONE = new TradeLimits(null, null, null);

    /** To which ones buying and selling can be restricted. */
    public static final List<String> CURRENCIES = List.of(
            "USD", "EUR", "GBP", "CHF", "AUD", "NZD", "CAD", "CNY", "HKD", "SGD", "THB", "KRW", "TWD", "INR", "IDR",
            "MYR", "PHP", "VND", "ZAR", "MXN", "TRY", "BRL", "SEK", "NOK", "DKK");

    public TradeLimits {
        buyCurrencies = buyCurrencies == null ? null : ordered(buyCurrencies);
        sellCurrencies = sellCurrencies == null ? null : ordered(sellCurrencies);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** Once each, in one order. */
    private static List<String> ordered(List<String> currencies) {
        return currencies.stream().distinct().sorted().toList();
    }
}
