package io.shomei.lint;

import io.shomei.pki.DerException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Applies all rules on one kind of thing to what is about to be signed. It has no state and may be shared by all threads.
 *
 * @param <T> the thing as its rules see it
 */
public final class Linter<T> {
    private final Rule<T>[] rules;

    // An array of one erased type; nothing else is ever put into it.
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Linter(List<? extends Rule<T>> rules) {
        this.rules = rules.toArray(new Rule[0]);
    }

    /** In the order in which they are asked. */
    public List<Rule<T>> rules() {
        return List.of(rules);
    }

    /** Reads the thing once and asks every rule. */
    public List<Finding> check(Reading<T> reading) {
        T subject;
        try {
            subject = reading.read();
        } catch (DerException e) {
            return List.of(Finding.unreadable(String.valueOf(e.getMessage())));
        }
        var findings = new Findings();
        for (Rule<T> rule : rules) {
            findings.of(rule);
            try {
                rule.check(subject, findings);
            } catch (DerException e) {
                findings.add("cannot be read: %s", String.valueOf(e.getMessage()));
            }
        }
        return findings.all();
    }

    /** Refuses with {@link LintProblem#LINT_FAILED}, naming every finding. */
    public void require(Reading<T> reading) {
        requireNone(check(reading));
    }

    /** As {@link #require}, of what was found in several parts. */
    public static void requireNone(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw LintProblem.LINT_FAILED.because(
                    "%s", findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
        }
    }

    /** How the bytes become what the rules see. */
    @FunctionalInterface
    public interface Reading<T> {
        T read() throws DerException;
    }
}
