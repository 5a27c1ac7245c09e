package io.shomei.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking an application for a server certificate.
 *
 * @param errors everything that is wrong, in column order
 * @param issue present exactly when nothing is wrong
 * @param commonName the server's name in lower case, where it could be read, also of a faulty application
 * @param keyFingerprint SHA-256 of the key in hexadecimal, where the CSR is good
 */
public record CsrApplicationResult(
        List<RowError> errors,
        @Nullable CsrIssue issue,
        @Nullable String commonName,
        @Nullable String keyFingerprint) {

    public CsrApplicationResult {
        errors = errors.isEmpty()
                ? List.of()
                : errors.stream().sorted(RowError.COLUMN_ORDER).distinct().toList();
    }
}
