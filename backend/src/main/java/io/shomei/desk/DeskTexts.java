package io.shomei.desk;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy.Desk.Act;

/** What the desk says to people. */
final class DeskTexts {
    private static final Texts TEXTS = Texts.load("io/shomei/desk/desk");

    private DeskTexts() {}

    static String title(Act act, Language language) {
        return TEXTS.get(language, act.name());
    }

    /** What it does, in one or two sentences. */
    static String effect(Act act, Language language) {
        return TEXTS.get(language, act.name() + ".effect");
    }

    static String hindrance(DeskPlan.Hindrance hindrance, Language language) {
        return TEXTS.get(language, "hindrance." + hindrance.name());
    }
}
