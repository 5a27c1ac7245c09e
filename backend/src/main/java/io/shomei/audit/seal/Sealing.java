package io.shomei.audit.seal;

import io.shomei.pki.CertificateDer;
import java.util.List;
import java.util.Optional;

/** Who vouches for the history: the key and the clock come from features above. */
public interface Sealing {
    /** Whose history it is: the address people know this installation by. */
    String origin();

    Signed sign(byte[] text);

    /** A time stamp of a text (RFC 3161); empty while the time cannot be told. */
    Optional<byte[]> timeStamp(byte[] text);

    /**
     * A signature with what it is verified by.
     *
     * @param certificates the signer's first, then those above it
     */
    // Compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    record Signed(byte[] signature, List<CertificateDer> certificates) {
        public Signed {
            certificates = List.copyOf(certificates);
        }
    }
}
