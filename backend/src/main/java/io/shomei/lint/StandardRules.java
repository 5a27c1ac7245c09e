package io.shomei.lint;

import java.util.List;

/** The rules by name. The container finds the same ones by itself; a test compares the two. */
final class StandardRules {
    private StandardRules() {}

    static List<Rule> all() {
        return List.of();
    }
}
