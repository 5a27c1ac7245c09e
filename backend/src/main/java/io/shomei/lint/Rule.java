package io.shomei.lint;

import java.util.stream.Stream;

/** One demand on every certificate we sign. Its class name is the demand as a sentence. */
public interface Rule {

    /** The clause that makes the demand. */
    String source();

    Stream<Finding> check(LintTarget certificate);

    default Stream<Finding> finding(String detail, Object... facts) {
        return Stream.of(new Finding(getClass().getSimpleName(), source(), detail.formatted(facts)));
    }

    /** A finding where the condition does not hold. */
    default Stream<Finding> require(boolean condition, String detail, Object... facts) {
        return condition ? Stream.empty() : finding(detail, facts);
    }
}
