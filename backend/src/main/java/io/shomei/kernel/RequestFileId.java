package io.shomei.kernel;

import java.util.Optional;
import java.util.UUID;

/** Identity of an uploaded request file. */
public record RequestFileId(UUID value) implements Comparable<RequestFileId> {

    /** Reads an id as the contract writes it; empty when it is not one, which a caller treats as unknown. */
    public static Optional<RequestFileId> parse(String text) {
        return Ids.parse(text).map(RequestFileId::new);
    }

    @Override
    public int compareTo(RequestFileId other) {
        return Ids.ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
