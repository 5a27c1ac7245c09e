package io.shomei.testing;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/** Keeps account of which bytes of ours which other implementations were seen to accept; docs/interoperability.md shows it. */
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
        place().add("| %s | %s | `%s` |".formatted(what, tool, operation));
    }

    /** The lines of the table, in order. */
    public static SortedSet<String> lines() {
        return new TreeSet<>(place());
    }

    @SuppressWarnings("unchecked") // Nobody else uses this name.
    private static SortedSet<String> place() {
        return (SortedSet<String>)
                System.getProperties().computeIfAbsent(PLACE, unused -> new ConcurrentSkipListSet<String>());
    }
}
