package io.shomei.kernel;

import java.util.Optional;
import java.util.UUID;

/** Identity of an account: what logs in. */
public record AccountId(UUID value) implements Comparable<AccountId> {

    /** Reads an id as the contract writes it; empty when it is not one, which a caller treats as unknown. */
    public static Optional<AccountId> parse(String text) {
        return Ids.parse(text).map(AccountId::new);
    }

    @Override
    public int compareTo(AccountId other) {
        return Ids.ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
