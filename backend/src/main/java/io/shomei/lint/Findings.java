package io.shomei.lint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where rules put what they find wrong. As long as nothing is wrong, nothing is made. */
public final class Findings {
    private @Nullable List<Finding> found;
    private @Nullable Rule<?> rule;

    Findings() {}

    /** Something is wrong: what was found instead of what the rule demands. */
    public void add(String detail, Object... facts) {
        put(facts.length == 0 ? detail : detail.formatted(facts));
    }

    /** A finding where the condition does not hold. */
    public void require(boolean condition, String detail) {
        if (!condition) {
            put(detail);
        }
    }

    /** Whose findings follow. */
    void of(Rule<?> next) {
        this.rule = next;
    }

    List<Finding> all() {
        return found == null ? List.of() : List.copyOf(found);
    }

    private void put(String detail) {
        if (rule == null) {
            throw new IllegalStateException("a finding of no rule");
        }
        if (found == null) {
            found = new ArrayList<>(2);
        }
        found.add(new Finding(rule.name(), rule.source(), detail));
    }
}
