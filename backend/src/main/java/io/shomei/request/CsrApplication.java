package io.shomei.request;

import io.shomei.profile.CertificateKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant stated who has a key and a CSR. A field is null when it was not stated, or when its form is already known to be
 * wrong, so that nothing more can be said about it.
 *
 * @param kind SERVER, whose names are hosts, or CODE_SIGNING, which names who signs
 * @param renewal whether it takes the place of an earlier certificate: an OU that this one had is left out and not refused
 * @param subject the DN as text
 * @param subjectFromCsr whether no DN is asked for and the CSR's CN is joined to the registered values
 * @param fqdn the server's name once more, as files have it
 */
public record CsrApplication(
        CertificateKind kind,
        boolean renewal,
        @Nullable String subject,
        boolean subjectFromCsr,
        @Nullable String profile,
        @Nullable String csr,
        @Nullable String name,
        @Nullable String unit,
        @Nullable String email,
        @Nullable String fqdn,
        @Nullable String software,
        List<String> dnsNames) {

    public CsrApplication {
        dnsNames = List.copyOf(dnsNames);
    }

    /** An application for a server certificate that states no DN of its own. */
    public static CsrApplication ofCsr(String profile, String csr, Subscriber subscriber, List<String> dnsNames) {
        return new CsrApplication(
                CertificateKind.SERVER,
                false,
                null,
                true,
                profile,
                csr,
                subscriber.name(),
                subscriber.unit(),
                subscriber.email(),
                null,
                subscriber.software(),
                dnsNames);
    }

    /** A CSR in one line, as files have it: the base64 inside PEM armour, or the text itself where it has none (RFC 7468 3). */
    public static String base64(String csr) {
        return csr.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }
}
