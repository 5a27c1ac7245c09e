package io.shomei.download;

import io.shomei.certificate.Certificate;
import io.shomei.request.RequestField;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a downloaded list says of one certificate.
 *
 * @param domain the tenant's domain it belongs to
 * @param replacedSerial number of the certificate that it took the place of
 * @param replacementAskedAt when people were reminded of revoking that one
 */
record ListRow(
        String id,
        String subjectDn,
        @Nullable String domain,
        Instant issuedAt,
        String issuedBy,
        boolean client,
        String profile,
        Certificate.Status status,
        String commonName,
        String dnsNames,
        String serial,
        byte[] der,
        Instant notBefore,
        Instant notAfter,
        @Nullable String subscriberName,
        @Nullable String subscriberUnit,
        @Nullable String subscriberEmail,
        @Nullable String subscriberSoftware,
        @Nullable Instant collectBy,
        @Nullable String holderEmail,
        Application application,
        @Nullable String replacedSerial,
        @Nullable Instant replacementAskedAt,
        @Nullable Revocation revocation,
        Instant updatedAt) {

    /**
     * How it was applied for; all is absent where that was not in a file.
     *
     * @param cells the row
     */
    record Application(
            @Nullable String file,
            @Nullable String onError,
            @Nullable Instant at,
            @Nullable String submitter,
            @Nullable String reviewItems,
            List<String> cells) {
        Application {
            cells = List.copyOf(cells);
        }

        /** What was stated in a column; empty where nothing was. */
        String stated(RequestField field) {
            int index = field.column() - 1;
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    /**
     * @param code of the reason (RFC 5280 5.3.1)
     * @param application by which it was asked for
     */
    record Revocation(
            Instant at, String by, int code, @Nullable String comment, Application application) {}
}
