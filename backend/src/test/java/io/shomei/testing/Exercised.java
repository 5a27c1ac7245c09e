package io.shomei.testing;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps account of which tests ran and which answers of which operations they saw. */
public final class Exercised implements BeforeAllCallback, AfterEachCallback {
    private static final Set<String> CLASSES = Collections.synchronizedSet(new TreeSet<>());
    private static final Map<String, Set<String>> ANSWERS = Collections.synchronizedMap(new TreeMap<>());

    private static final Map<String, String> REFUSED = new ConcurrentHashMap<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        CLASSES.add(context.getRequiredTestClass().getName());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Mailbox.open();
    }

    static void answered(String operation, int status, String problem) {
        ANSWERS.computeIfAbsent(operation, _ -> Collections.synchronizedSet(new TreeSet<>()))
                .add(problem.isEmpty() ? String.valueOf(status) : problem);
    }

    /** Somebody who is logged in was refused what would have changed something. */
    static void refused(String requestId, String what) {
        REFUSED.put(requestId, what);
    }

    /** Operation and problem of what was refused to somebody who is logged in, by the id of the request. */
    public static Map<String, String> refusals() {
        return Map.copyOf(REFUSED);
    }

    /** Names of the test classes that were begun. */
    public static Set<String> classes() {
        return Set.copyOf(CLASSES);
    }

    /** Status of successes and codes of problems that an operation answered with. */
    public static Set<String> answersOf(String operation) {
        return Set.copyOf(ANSWERS.getOrDefault(operation, Set.of()));
    }
}
