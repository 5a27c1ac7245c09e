package io.shomei.issuancejob;

import io.shomei.authority.Authorities;
import io.shomei.kernel.CertificateId;
import io.shomei.licence.LicenceClaim;
import io.shomei.licence.Licences;
import io.shomei.policy.Policy;
import io.shomei.profile.Profile;
import io.shomei.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The licences of a job: taken together when it begins, and kept for lines that wait for their turn. */
@ApplicationScoped
class JobLicences {
    private final Licences licences;
    private final Authorities authorities;
    private final InstantSource clock;

    JobLicences(Licences licences, Authorities authorities, InstantSource clock) {
        this.licences = licences;
        this.authorities = authorities;
        this.clock = clock;
    }

    /**
     * Takes a licence for each line in the running transaction; one that has its licence keeps it.
     *
     * @return those for which none was left
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<CertificateId> claim(Tenant tenant, Policy policy, Profile profile, List<JobLine> lines) {
        Instant authorityEnds =
                authorities.signingFor(profile).authority().certificate().notAfter();
        Instant notAfter = profile.lifetimeUnder(policy.certificate())
                .from(clock.instant(), tenant.timeZone(), authorityEnds)
                .validity()
                .notAfter();
        return licences.claim(
                tenant.id(),
                policy,
                lines.stream()
                        .map(line -> new LicenceClaim(
                                line.certificate(), profile.kind(), line.commonName(), line.renews() != null, notAfter))
                        .toList());
    }
}
