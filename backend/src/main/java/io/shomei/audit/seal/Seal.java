package io.shomei.audit.seal;

import io.shomei.pki.CertificateDer;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the platform vouches for: how many events there are, and the root of their tree.
 *
 * @param text what is signed, octet by octet
 * @param signature by the key of the first certificate
 * @param certificates of the signer, with the ones above it
 * @param timeStamp RFC 3161, of the text; null where the time could not be told at the moment
 */
// Compared nowhere.
@SuppressWarnings("ArrayRecordComponent")
record Seal(Head head, String text, byte[] signature, List<CertificateDer> certificates, byte @Nullable [] timeStamp) {

    Seal {
        certificates = List.copyOf(certificates);
    }

    /**
     * A tree at a moment.
     *
     * @param size leaves
     */
    // Compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    record Head(long size, byte[] root, Instant at) {

        /**
         * The head in words: what is signed.
         *
         * @param origin whose history it is
         */
        String text(String origin) {
            return """
                    shomei-audit-seal 1
                    origin %s
                    size %d
                    root %s
                    at %s
                    """.formatted(origin, size, Base64.getEncoder().encodeToString(root), at);
        }
    }
}
