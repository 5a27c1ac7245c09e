package io.shomei.certificate;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.jobs.RecurringJob;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Enters the certificates of our authorities in the register, as soon as they are there. So the authority that signed one tells of it
 * as of everything it signed: it is never unknown to OCSP, and once revoked it is on the list.
 */
@ApplicationScoped
public class AuthorityEntries implements RecurringJob {
    private final Authorities authorities;
    private final CertificateRegister register;
    private final Ids ids;
    private final Set<String> entered = ConcurrentHashMap.newKeySet();

    AuthorityEntries(Authorities authorities, CertificateRegister register, Ids ids) {
        this.authorities = authorities;
        this.register = register;
        this.ids = ids;
    }

    @Override
    public String name() {
        return "authority-entries";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        establish();
    }

    /** Enters those that are missing. */
    public void establish() {
        for (Authority authority : authorities.all()) {
            if (isSignedHere(authority) && !entered.contains(authority.name())) {
                register.enterAuthority(new CertificateId(ids.next()), authority);
                entered.add(authority.name());
            }
        }
    }

    /** A root is revoked by nobody; what is signed elsewhere is revoked there. */
    private boolean isSignedHere(Authority authority) {
        return !authority.isRoot()
                && authorities
                        .find(authority.issuer())
                        .filter(Authority::hasKey)
                        .isPresent();
    }
}
