package io.shomei.issuancejob;

import io.shomei.kernel.Ids;
import java.util.Optional;
import java.util.UUID;

/** Identity of an issuance job. */
record IssuanceJobId(UUID value) {

    /** Reads an id as the contract writes it; empty when it is not one, which a caller treats as unknown. */
    static Optional<IssuanceJobId> parse(String text) {
        return Ids.parse(text).map(IssuanceJobId::new);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
