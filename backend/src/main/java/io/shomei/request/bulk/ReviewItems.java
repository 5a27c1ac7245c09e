package io.shomei.request.bulk;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;

/** The sentences of what officers affirm. */
public final class ReviewItems {
    private static final Texts TEXTS = Texts.load("io/shomei/request/bulk/review_items");

    private ReviewItems() {}

    public static String text(String item, Language language) {
        return TEXTS.get(language, item);
    }
}
