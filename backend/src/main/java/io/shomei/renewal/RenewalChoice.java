package io.shomei.renewal;

import io.shomei.kernel.CertificateId;
import java.util.List;

/** The certificates that something is done with at once. */
sealed interface RenewalChoice {

    /** Those that somebody selected. */
    record Selected(List<CertificateId> certificates) implements RenewalChoice {
        public Selected {
            certificates = List.copyOf(certificates);
        }
    }

    /** All that a filter lets through. */
    record Filtered(RenewalFilter filter) implements RenewalChoice {}
}
