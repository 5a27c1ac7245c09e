package io.shomei.testing;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Keeps account of which bytes of ours which other implementations were seen to accept; docs/interoperability.md shows it. */
public final class Interoperability {
    private static final SortedSet<Accepted> ACCEPTED = Collections.synchronizedSortedSet(new TreeSet<>());

    private Interoperability() {}

    /**
     * Something that was accepted.
     *
     * @param what what we made, such as {@code OCSP response, delegated signer}
     * @param tool who accepted it, without a version, such as {@code OpenSSL}
     * @param operation how it was asked, such as {@code openssl ocsp -issuer … -cert …}
     */
    public record Accepted(String what, String tool, String operation) implements Comparable<Accepted> {
        @Override
        public int compareTo(Accepted other) {
            return toString().compareTo(other.toString());
        }
    }

    /** To be called after the tool was content, and only then. */
    public static void accepted(String what, String tool, String operation) {
        ACCEPTED.add(new Accepted(what, tool, operation));
    }

    public static SortedSet<Accepted> all() {
        return new TreeSet<>(ACCEPTED);
    }
}
