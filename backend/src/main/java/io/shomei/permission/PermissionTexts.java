package io.shomei.permission;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;

/** The names of functions, and what can be wrong with permissions. */
final class PermissionTexts {
    private static final Texts TEXTS = Texts.load("io/shomei/permission/permissions");

    private PermissionTexts() {}

    static String function(BusinessFunction function, Language language) {
        return TEXTS.get(language, function.name());
    }

    static String group(BusinessFunction.Group group, Language language) {
        return TEXTS.get(language, "group." + group.name());
    }

    static String fault(String code, Language language, Object... facts) {
        return TEXTS.get(language, "fault." + code, facts);
    }
}
