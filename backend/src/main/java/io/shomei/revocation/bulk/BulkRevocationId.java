package io.shomei.revocation.bulk;

import io.shomei.kernel.Ids;
import java.util.Optional;
import java.util.UUID;

/** Identity of a bulk revocation. */
public record BulkRevocationId(UUID value) {

    /** Reads an id as the contract writes it; empty when it is not one, which a caller treats as unknown. */
    static Optional<BulkRevocationId> parse(String text) {
        return Ids.parse(text).map(BulkRevocationId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
