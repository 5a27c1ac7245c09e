package io.shomei.pki;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer about one certificate (RFC 6960 4.2.1).
 *
 * @param thisUpdate when this was known to be right
 * @param nextUpdate until when it may be relied upon; null where newer information may come at any moment
 * @param archiveCutoff since when revocations are kept beyond the expiry of the certificate; null for one that has not expired
 */
public record SingleOcspResponse(
        CertId certificate,
        OcspStatus status,
        Instant thisUpdate,
        @Nullable Instant nextUpdate,
        @Nullable Instant archiveCutoff) {

    private static final byte[] GOOD = Der.contextPrimitive(0, new byte[0]);
    private static final byte[] UNKNOWN = Der.contextPrimitive(2, new byte[0]);
    private static final byte[] NOTHING = {};

    byte[] encoded() {
        return Der.sequence(
                certificate.sharedEncoding(),
                encoded(status),
                Der.generalizedTime(thisUpdate),
                nextUpdate == null ? NOTHING : Der.context(0, Der.generalizedTime(nextUpdate)),
                archiveCutoff == null ? NOTHING : Der.context(1, Der.sequence(archiveCutoff(archiveCutoff))));
    }

    private static byte[] encoded(OcspStatus status) {
        return switch (status) {
            case OcspStatus.Good good -> GOOD;
            case OcspStatus.Unknown unknown -> UNKNOWN;
            case OcspStatus.Revoked(Instant at, RevocationReason reason) ->
                Der.context(1, Der.generalizedTime(at), reason(reason));
        };
    }

    /** BR 7.3: unspecified is said by saying nothing. */
    private static byte[] reason(@Nullable RevocationReason reason) {
        return reason == null || reason == RevocationReason.UNSPECIFIED
                ? NOTHING
                : Der.context(0, Der.enumerated(reason.code()));
    }

    /** RFC 6960 4.4.4. */
    private static byte[] archiveCutoff(Instant since) {
        return new Extension(Oids.OCSP_ARCHIVE_CUTOFF, false, Der.generalizedTime(since)).encoded();
    }
}
