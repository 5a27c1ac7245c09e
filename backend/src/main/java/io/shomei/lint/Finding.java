package io.shomei.lint;

/**
 * One thing a rule found wrong.
 *
 * @param rule the rule's class name, which is a sentence
 * @param source the clause that asks for it
 * @param detail what was found instead
 */
public record Finding(String rule, String source, String detail) {
    /** What is to be signed cannot be read at all, so no rule was asked. */
    static Finding unreadable(String reason) {
        return new Finding("WhatIsSignedIsDer", "X.690 10", reason);
    }

    @Override
    public String toString() {
        return rule + " (" + source + "): " + detail;
    }
}
