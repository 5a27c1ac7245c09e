package io.shomei.notification;

import io.shomei.kernel.CertificateId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is to be sent.
 *
 * @param kind names its template
 * @param certificate that it is about; null where it is about several, or none
 * @param facts what the template tells; never a secret
 * @param renewals the certificates whose predecessors its file revokes; empty where there is no file
 */
public record Notice(
        String kind,
        String recipient,
        @Nullable CertificateId certificate,
        Map<String, String> facts,
        List<CertificateId> renewals) {
    public Notice {
        renewals = List.copyOf(renewals);
    }

    public Notice(String kind, String recipient, @Nullable CertificateId certificate, Map<String, String> facts) {
        this(kind, recipient, certificate, facts, List.of());
    }

    /** With the file that revokes what these took the place of, as far as that is still valid when the mail is made. */
    public Notice replacing(List<CertificateId> renewed) {
        return new Notice(kind, recipient, certificate, facts, renewed);
    }
}
