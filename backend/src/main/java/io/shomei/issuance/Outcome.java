package io.shomei.issuance;

import io.shomei.kernel.CertificateId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.Profile;
import java.util.List;

/** What became of an order. */
public sealed interface Outcome {
    CertificateId id();

    /**
     * @param authority name of the generation that signed it
     */
    record Issued(
            CertificateId id,
            String authority,
            SerialNumber serial,
            CertificateDer certificate,
            Profile.Validity validity)
            implements Outcome {}

    /** Another certificate was there first, or there may never be one. */
    record Refused(CertificateId id, List<Conflict> conflicts) implements Outcome {}

    /** What may be certified only once, or never again, or not now. */
    enum Conflict {
        /** The name was used before: it is renewed, not issued anew. */
        NAME_USED,
        /** The key was certified before, by whomever. */
        KEY_USED,
        /** The key is in wrong hands; see {@link BlockedKeys}. */
        KEY_BLOCKED,
        /** The contract is used up; a revocation or the end of a certificate gives a licence back. */
        NO_LICENCE
    }
}
