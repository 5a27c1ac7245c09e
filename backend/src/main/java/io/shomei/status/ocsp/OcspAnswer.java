package io.shomei.status.ocsp;

import io.shomei.pki.Digests;
import io.shomei.pki.OcspError;
import io.shomei.pki.OcspStatus;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * What goes back to whoever asked.
 *
 * @param der the OCSPResponse
 * @param outcome what it says, for the count
 * @param lasting what an HTTP cache needs to know of an answer it may keep
 */
// A record of DER is compared nowhere; copying its arrays would cost more than sending them.
@SuppressWarnings("ArrayRecordComponent")
record OcspAnswer(byte[] der, Outcome outcome, Optional<Lasting> lasting) {

    /** What an answer says of the first certificate, or why it says nothing. */
    enum Outcome {
        GOOD,
        REVOKED,
        UNKNOWN,
        MALFORMED_REQUEST,
        INTERNAL_ERROR,
        TRY_LATER,
        UNAUTHORIZED;

        static Outcome of(OcspStatus status) {
            return switch (status) {
                case OcspStatus.Good good -> GOOD;
                case OcspStatus.Revoked revoked -> REVOKED;
                case OcspStatus.Unknown unknown -> UNKNOWN;
            };
        }

        static Outcome of(OcspError error) {
            return switch (error) {
                case MALFORMED_REQUEST -> MALFORMED_REQUEST;
                case INTERNAL_ERROR -> INTERNAL_ERROR;
                case TRY_LATER -> TRY_LATER;
                case UNAUTHORIZED -> UNAUTHORIZED;
            };
        }
    }

    /**
     * An answer that is good for the next who asks, as HTTP says it (RFC 5019 5, 6.2).
     *
     * @param tag SHA-256 of the OCSPResponse in hexadecimal, quoted
     */
    record Lasting(String tag, String lastModified, String expires, Instant end) {
        /** RFC 9110 5.6.7. */
        static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                        "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                .withZone(ZoneOffset.UTC);

        static Lasting of(byte[] der, Instant producedAt, Instant nextUpdate) {
            return new Lasting(
                    '"' + HexFormat.of().formatHex(Digests.sha256(der)) + '"',
                    HTTP_DATE.format(producedAt),
                    HTTP_DATE.format(nextUpdate),
                    nextUpdate);
        }
    }

    /** Whether it says what is so, as opposed to what is not known or why nothing is said (RFC 5019 6.2). */
    boolean isAuthoritative() {
        return outcome == Outcome.GOOD || outcome == Outcome.REVOKED;
    }

    static OcspAnswer refusal(OcspError error) {
        return new OcspAnswer(error.encoded(), Outcome.of(error), Optional.empty());
    }
}
