package io.shomei.submission;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.submission.SubmissionProblem.SUBMISSIONS_NOT_OFFERED;
import static io.shomei.submission.SubmissionProblem.SUBMISSION_LINK_UNKNOWN;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.request.bulk.RequestFileKind;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links that officers make, give out and take back. */
@ApplicationScoped
class SubmissionLinks {
    private final SubmissionLinkRepository repository;
    private final Policies policies;
    private final Tenants tenants;
    private final Entrances entrances;
    private final AuditLog audit;
    private final Ids ids;
    private final SecureRandom random;
    private final InstantSource clock;

    SubmissionLinks(
            SubmissionLinkRepository repository,
            Policies policies,
            Tenants tenants,
            Entrances entrances,
            AuditLog audit,
            Ids ids,
            SecureRandom random,
            InstantSource clock) {
        this.repository = repository;
        this.policies = policies;
        this.tenants = tenants;
        this.entrances = entrances;
        this.audit = audit;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** A link, and its URL, which is told this once. */
    record Created(SubmissionLink link, String url) {
        @Override
        public String toString() {
            return link.toString();
        }
    }

    /**
     * @param most submissions it is to be good for; null for as many as the policy allows, which never allows more
     */
    @Transactional
    Created create(Caller caller, RequestFileKind kind, SubmissionLink.Holder holder, @Nullable Integer most) {
        caller.require(kind.right());
        Policy.Submission policy = policies.of(caller.tenant()).submission();
        Period lifetime = policy.linkLifetime();
        if (lifetime == null) {
            throw SUBMISSIONS_NOT_OFFERED.because("");
        }
        Instant now = clock.instant();
        ZoneId zone = tenants.get(caller.tenant()).timeZone();
        SubmissionLink link = new SubmissionLink(
                ids.next(),
                caller.tenant(),
                kind,
                holder,
                most == null ? policy.linkUses() : Math.min(most, policy.linkUses()),
                0,
                now.atZone(zone).plus(lifetime).toInstant(),
                now,
                caller.name(),
                null);
        String token = SubmissionToken.random(random);
        repository.add(link, SubmissionToken.digest(token));
        note(AuditOperation.SUBMISSIONLINK_CREATE, caller, link);
        return new Created(link, entrances.portalUrl() + "/submit/" + token);
    }

    @Transactional
    Page<SubmissionLink> list(Caller caller, PageRequest page) {
        return repository.page(caller.tenant(), caller.rights(), page);
    }

    /** Ends a link: nothing comes through it any more. What came before stays. */
    @Transactional
    void revoke(Caller caller, String id) {
        SubmissionLink link = Ids.parse(id)
                .flatMap(known -> repository.lock(caller.tenant(), known))
                .orElseThrow(() -> NOT_FOUND.because(""));
        caller.require(link.kind().right());
        if (link.revokedAt() == null) {
            repository.revoke(link, clock.instant());
            note(AuditOperation.SUBMISSIONLINK_REVOKE, caller, link);
        }
    }

    /** The link of whoever comes with a token. */
    @Transactional
    SubmissionLink find(String token) {
        return repository
                .findByToken(SubmissionToken.digest(token))
                .orElseThrow(() -> SUBMISSION_LINK_UNKNOWN.because(""));
    }

    private void note(AuditOperation operation, Caller caller, SubmissionLink link) {
        audit.append(AuditEntry.done(caller.tenant(), operation, Actor.of(caller))
                .on(link.holder().name(), link.id())
                .with(Map.of(
                        "email", link.holder().email(),
                        "kind", link.kind().name(),
                        "uses", String.valueOf(link.most()),
                        "expires", link.expiresAt().toString())));
    }
}
