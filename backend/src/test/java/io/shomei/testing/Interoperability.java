package io.shomei.testing;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Keeps account of what other implementations were seen to say of bytes of ours; docs/interoperability.md shows it. Which version
 * of them it was, {@link ToolVersions} knows.
 */
public final class Interoperability {
    /** Tests of the application are loaded apart from the others: what all of them see is kept where the JVM has one place. */
    private static final String PLACE = Interoperability.class.getName();

    private Interoperability() {}

    /**
     * To be called after the tool was content, and only then.
     *
     * @param what what we made, such as {@code OCSP response, delegated signer}
     * @param tool who accepted it, without a version, such as {@code OpenSSL}
     * @param operation how it was asked, such as {@code openssl ocsp -issuer … -cert …}
     */
    public static void accepted(String what, String tool, String operation) {
        seen(what, tool, operation, "accepted");
    }

    /** As {@link #accepted}, of what nobody may take: to be called after the tool refused it for the reason that it should have. */
    public static void refused(String what, String tool, String operation) {
        seen(what, tool, operation, "refused, as it should be");
    }

    private static void seen(String what, String tool, String operation, String result) {
        place().add("| %s | %s | `%s` | %s |".formatted(what, tool, operation, result));
    }

    /** The lines of the table, in order. */
    public static SortedSet<String> lines() {
        return new TreeSet<>(place());
    }

    /** Whose word a line of the table is. */
    public static String toolOf(String line) {
        return line.split(" \\| ", -1)[1];
    }

    @SuppressWarnings("unchecked") // Nobody else uses this name.
    private static SortedSet<String> place() {
        return (SortedSet<String>)
                System.getProperties().computeIfAbsent(PLACE, _ -> new ConcurrentSkipListSet<String>());
    }
}
