package io.shomei.authority;

import static io.shomei.authority.AuthorityProblem.AUTHORITY_IS_LAST;
import static io.shomei.authority.AuthorityProblem.AUTHORITY_NAME_DIFFERS;
import static io.shomei.authority.AuthorityProblem.AUTHORITY_STATE_FORBIDS;
import static io.shomei.authority.AuthorityProblem.AUTHORITY_VOUCHES_FOR_CALLER;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.jobs.Jobs;
import io.shomei.kernel.Caller;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What becomes of a generation: it rests, its lists grow, or the worst. Each decision is one of {@link Authority}'s own. */
@ApplicationScoped
class AuthorityStates {
    private final AuthorityRepository repository;
    private final Authorities authorities;
    private final Jobs jobs;
    private final AuditLog audit;
    private final InstantSource clock;

    AuthorityStates(
            AuthorityRepository repository, Authorities authorities, Jobs jobs, AuditLog audit, InstantSource clock) {
        this.repository = repository;
        this.authorities = authorities;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    /** Lets an authority issue nothing any more, when another generation of its line issues. */
    Authority retire(Caller caller, String name) {
        return authorities.change(() -> {
            Authority retired = authority(name).retired();
            boolean another = repository.inOrder().stream()
                    .anyMatch(each -> each.line().equals(retired.line())
                            && !each.name().equals(name)
                            && each.issuesAt(clock.instant()));
            if (!another) {
                throw AUTHORITY_IS_LAST.because("%s", retired.line());
            }
            repository.become(retired, clock.instant());
            append(caller, AuditOperation.AUTHORITY_RETIRE, retired, Map.of());
            return retired;
        });
    }

    /**
     * Marks an authority as compromised, and all below it: whoever holds the key above can make their like. They issue nothing from
     * the commit on, and a job begins to revoke what they issued.
     *
     * @param presented the certificate the caller logged in with
     * @param confirmation the authority's name as the caller typed it
     * @return those that are compromised now, and were not before
     */
    List<Authority> compromise(Caller caller, Optional<CertificateDer> presented, String name, String confirmation) {
        return authorities.change(() -> {
            Authority authority = authority(name);
            if (!confirmation.equals(name)) {
                throw AUTHORITY_NAME_DIFFERS.because("%s", name);
            }
            authority.compromised();
            List<Authority> affected = withAllBelow(authority, repository.inOrder());
            if (presented
                    .filter(each -> affected.stream().anyMatch(above -> isIssuer(above, each)))
                    .isPresent()) {
                throw AUTHORITY_VOUCHES_FOR_CALLER.because("%s", name);
            }
            return affected.stream().map(each -> become(caller, each, name)).toList();
        });
    }

    /** Spreads what an authority issues from now on over more revocation lists. */
    Authority spread(Caller caller, String name, int shards) {
        return authorities.change(() -> {
            Authority spread = authority(name).spreadOver(shards);
            repository.spread(spread);
            append(caller, AuditOperation.AUTHORITY_SPREAD, spread, Map.of("crlShards", String.valueOf(shards)));
            jobs.start(Authorities.LISTS_JOB, name);
            return spread;
        });
    }

    private Authority become(Caller caller, Authority authority, String cause) {
        Authority compromised = authority.compromised();
        repository.become(compromised, clock.instant());
        append(caller, AuditOperation.AUTHORITY_COMPROMISE, compromised, Map.of("cause", cause));
        jobs.start(Authorities.COMPROMISE_JOB, compromised.name());
        return compromised;
    }

    private Authority authority(String name) {
        return switch (repository.findGeneration(name).orElseThrow(() -> NOT_FOUND.because(""))) {
            case Authority authority -> authority;
            case PendingAuthority pending -> throw AUTHORITY_STATE_FORBIDS.because("%s", pending.name());
        };
    }

    private void append(Caller caller, AuditOperation operation, Authority authority, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("authority", authority.name());
        audit.append(AuditEntry.done(TenantId.PLATFORM, operation, Actor.of(caller))
                .on(authority.label(), null)
                .with(all));
    }

    private static List<Authority> withAllBelow(Authority authority, List<Authority> all) {
        List<Authority> affected = new ArrayList<>(List.of(authority));
        for (int i = 0; i < affected.size(); i++) {
            String above = affected.get(i).name();
            all.stream()
                    .filter(each -> each.issuer().equals(above) && !each.isRoot())
                    .filter(each -> each.state() != Authority.State.COMPROMISED)
                    .forEach(affected::add);
        }
        return affected;
    }

    private static boolean isIssuer(Authority authority, CertificateDer certificate) {
        return authority.certificate().subject().equals(certificate.issuer());
    }
}
