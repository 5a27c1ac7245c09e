package io.shomei.download;

import io.shomei.certificate.Certificate;
import io.shomei.request.RequestField;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a downloaded list says of one certificate, or of one that there will be.
 *
 * @param issued null where its holder's browser has still to make the key
 * @param domain the tenant's domain it belongs to
 * @param replacedSerial number of the certificate that it took the place of
 * @param replacementAskedAt when people were reminded of revoking that one
 */
record ListRow(
        String id,
        String subjectDn,
        @Nullable String domain,
        @Nullable Issued issued,
        boolean client,
        String profile,
        Certificate.Status status,
        @Nullable String commonName,
        String dnsNames,
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
     * The certificate.
     *
     * @param serial in decimal
     */
    // Written to a file, compared nowhere.
    @SuppressWarnings("ArrayRecordComponent")
    record Issued(Instant at, String by, String serial, byte[] der, Instant notBefore, Instant notAfter) {}

    /**
     * How it was applied for; all but the CSR is absent where that was not in a file.
     *
     * @param cells the row
     * @param csrAlone what came without a file
     */
    record Application(
            @Nullable String file,
            @Nullable String onError,
            @Nullable Instant at,
            @Nullable String submitter,
            @Nullable String reviewItems,
            List<String> cells,
            @Nullable String csrAlone) {
        Application {
            cells = List.copyOf(cells);
        }

        /** Empty where somebody else made the key. */
        String csr() {
            return csrAlone == null ? stated(RequestField.CSR) : csrAlone;
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
