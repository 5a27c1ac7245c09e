package io.shomei.request;

import io.shomei.profile.CertificateKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of checking an application for a client or S/MIME certificate.
 *
 * @param errors everything that is wrong
 * @param issue present exactly when nothing is wrong
 * @param kind of the profile, where the tenant may use it
 * @param uniqueName what tells the holder from namesakes, where the DN could be read, also of a faulty application
 * @param commonName the holder's name, likewise
 */
public record ClientApplicationResult(
        List<RowError> errors,
        @Nullable ClientIssue issue,
        @Nullable CertificateKind kind,
        @Nullable String uniqueName,
        @Nullable String commonName) {

    public ClientApplicationResult {
        errors = List.copyOf(errors);
    }
}
