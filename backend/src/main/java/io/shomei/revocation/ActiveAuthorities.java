package io.shomei.revocation;

import static io.shomei.revocation.RevocationProblem.CERTIFICATE_OF_ACTIVE_AUTHORITY;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.Certificate;
import io.shomei.pki.KeyFingerprint;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/**
 * Authorities that go on issuing. Revoking their certificates, or blocking their keys, would end nothing: everything that follows when
 * one ends is begun on its own page ({@code compromiseAuthority}, {@code retireAuthority}).
 */
@ApplicationScoped
public class ActiveAuthorities {
    private final Authorities authorities;

    ActiveAuthorities(Authorities authorities) {
        this.authorities = authorities;
    }

    /** Whether this is the certificate of one. */
    public boolean include(Certificate certificate) {
        return certificate.isOfAuthority()
                && has(authority -> authority.issuer().equals(certificate.authority())
                        && authority.certificate().serial().equals(certificate.serial()));
    }

    /** @throws io.shomei.kernel.ProblemException where this is the certificate of one */
    void refuse(Certificate certificate) {
        if (include(certificate)) {
            throw CERTIFICATE_OF_ACTIVE_AUTHORITY.because("%s", certificate.commonName());
        }
    }

    /** @throws io.shomei.kernel.ProblemException where one signs with this key */
    public void refuse(KeyFingerprint key) {
        if (has(authority ->
                KeyFingerprint.of(authority.certificate().publicKeyInfo()).equals(key))) {
            throw CERTIFICATE_OF_ACTIVE_AUTHORITY.because("%s", key.hex());
        }
    }

    private boolean has(Predicate<Authority> wanted) {
        return authorities.all().stream()
                .filter(authority -> authority.state() == Authority.State.ACTIVE)
                .anyMatch(wanted);
    }
}
