package io.shomei.lint;

import io.shomei.pki.DerException;

/**
 * One demand on what we sign. Its class name is the demand as a sentence; docs/lints.md is made from it.
 *
 * @param <T> what the demand is on, as the rules see it
 */
public interface Rule<T> {
    /** The demand. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** The clause that makes the demand. */
    String source();

    /**
     * Adds what is wrong to the findings, and nothing where all is well.
     *
     * @throws DerException where what the rule is about cannot be read, which is a finding too
     */
    void check(T subject, Findings findings) throws DerException;
}
