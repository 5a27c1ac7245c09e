package io.shomei.lint;

import java.util.stream.Stream;

/**
 * One demand on what we sign. Its class name is the demand as a sentence.
 *
 * @param <T> what the demand is on, as the rules see it
 */
public interface Rule<T> {

    /** The clause that makes the demand. */
    String source();

    Stream<Finding> check(T subject);

    default Stream<Finding> finding(String detail, Object... facts) {
        return Stream.of(new Finding(getClass().getSimpleName(), source(), detail.formatted(facts)));
    }

    /** A finding where the condition does not hold. */
    default Stream<Finding> require(boolean condition, String detail, Object... facts) {
        return condition ? Stream.empty() : finding(detail, facts);
    }
}
