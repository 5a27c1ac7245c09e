package io.shomei.certificate;

import java.time.Instant;
import java.util.UUID;

/** A place in the register's order of expiry. What stands after it is what ends later. */
public record ExpiryPlace(Instant notAfter, UUID id) {
    private static final UUID FIRST = new UUID(0, 0);

    /** Before everything that ends at this moment or later. */
    public static ExpiryPlace before(Instant moment) {
        return new ExpiryPlace(moment, FIRST);
    }

    public static ExpiryPlace of(Certificate certificate) {
        return new ExpiryPlace(certificate.notAfter(), certificate.id().value());
    }
}
