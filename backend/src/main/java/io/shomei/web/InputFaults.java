package io.shomei.web;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;

/** Faults of form, with their sentences. */
public final class InputFaults {
    private static final Texts SENTENCES = Texts.load("io/shomei/web/faults");

    private InputFaults() {}

    /**
     * @param pointer JSON pointer, or name of a parameter or form field
     * @param code name of the rule that is broken
     */
    public static InputFault of(String pointer, String code, Language language) {
        return new InputFault(
                pointer, code, SENTENCES.find(language, code).orElseGet(() -> SENTENCES.get(language, "Other")));
    }
}
