package io.shomei.kernel;

import java.util.Optional;
import java.util.UUID;

/** Identity of a certificate in the register; not its serial number. */
public record CertificateId(UUID value) implements Comparable<CertificateId> {

    /** Reads an id as the contract writes it; empty when it is not one, which a caller treats as unknown. */
    public static Optional<CertificateId> parse(String text) {
        return Ids.parse(text).map(CertificateId::new);
    }

    @Override
    public int compareTo(CertificateId other) {
        return Ids.ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
