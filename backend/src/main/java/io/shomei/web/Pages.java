package io.shomei.web;

import io.shomei.api.Total;
import io.shomei.kernel.Page;

/** What every list of the contract has in common. */
public final class Pages {
    private Pages() {}

    public static Total total(Page<?> page) {
        return new Total(page.total().value(), page.total().exact());
    }
}
