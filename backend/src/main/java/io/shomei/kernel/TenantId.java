package io.shomei.kernel;

import java.util.Optional;
import java.util.UUID;

/** Identity of a tenant. Every read of tenant data asks for one. */
public record TenantId(UUID value) implements Comparable<TenantId> {

    /** The organisation that runs the platform: its operators and the platform's own certificates belong to it. */
    public static final TenantId PLATFORM = new TenantId(new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0000L));

    /** Reads an id as the contract writes it; empty when it is not one, which a caller treats as unknown. */
    public static Optional<TenantId> parse(String text) {
        return Ids.parse(text).map(TenantId::new);
    }

    @Override
    public int compareTo(TenantId other) {
        return Ids.ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
