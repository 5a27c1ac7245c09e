package io.shomei.submission;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.submission.SubmissionProblem.SUBMISSIONS_NOT_OFFERED;
import static io.shomei.submission.SubmissionProblem.SUBMISSION_LINK_UNKNOWN;

import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.Page;
import io.shomei.kernel.PageRequest;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.request.bulk.RequestFileKind;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Links that officers make, give out and take back. */
@ApplicationScoped
public class SubmissionLinks {
    /** The mail that asks for renewals, and may bring a link with which they are handed in. */
    public static final String RENEWAL_MAIL = "renewal-asked";

    private final SubmissionLinkRepository repository;
    private final Policies policies;
    private final Tenants tenants;
    private final LinkedCertificates certificates;
    private final SubmissionUrl urls;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    SubmissionLinks(
            SubmissionLinkRepository repository,
            Policies policies,
            Tenants tenants,
            LinkedCertificates certificates,
            SubmissionUrl urls,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.policies = policies;
        this.tenants = tenants;
        this.certificates = certificates;
        this.urls = urls;
        this.audit = audit;
        this.ids = ids;
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
     * @param renews the certificates whose renewal it is for; none where its holder applies for whatever is needed
     */
    @Transactional
    Created create(
            Caller caller,
            RequestFileKind kind,
            SubmissionLink.Holder holder,
            @Nullable Integer most,
            List<CertificateId> renews) {
        caller.require(kind.right());
        Policy.Submission policy = policies.of(caller.tenant()).submission();
        Period lifetime = policy.linkLifetime();
        if (lifetime == null) {
            throw SUBMISSIONS_NOT_OFFERED.because("");
        }
        certificates.requireRenewable(caller.tenant(), kind, renews);
        Instant now = clock.instant();
        ZoneId zone = tenants.get(caller.tenant()).timeZone();
        SubmissionLink link = new SubmissionLink(
                ids.next(),
                caller.tenant(),
                kind,
                holder,
                uses(policy, most, renews),
                0,
                now.atZone(zone).plus(lifetime).toInstant(),
                renews,
                now,
                caller.name(),
                null);
        repository.add(link, urls.digest(link.id()));
        note(AuditOperation.SUBMISSIONLINK_CREATE, caller, link);
        return new Created(link, urls.of(link.id()));
    }

    /** Each certificate can be renewed by itself, however few submissions the policy allows. */
    private static int uses(Policy.Submission policy, @Nullable Integer most, List<CertificateId> renews) {
        int permitted = Math.max(policy.linkUses(), renews.size());
        return most == null ? permitted : Math.min(most, permitted);
    }

    /** The most certificates that a link for a mail can be for; empty where there are no links of the kind. */
    public OptionalInt mostInMail(TenantId tenant, RequestFileKind kind) {
        Policy.Submission policy = policies.of(tenant).submission();
        return policy.linkLifetime() == null || kind.byCsr().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(policy.maxRows());
    }

    /**
     * A link with which certificates are renewed, for whoever is responsible for them, in the running transaction.
     *
     * @param name empty where it is not known
     * @return what {@link #RENEWAL_MAIL} says of it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, String> forMail(
            Caller caller, RequestFileKind kind, String name, String email, List<CertificateId> renews) {
        var holder = new SubmissionLink.Holder(name.isEmpty() ? email : name, email);
        SubmissionLink link = create(caller, kind, holder, null, renews).link();
        return Map.of(
                SubmissionUrl.LINK,
                link.id().toString(),
                "deadline",
                link.expiresAt().toString());
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
                        "renews", String.valueOf(link.renews().size()),
                        "expires", link.expiresAt().toString())));
    }
}
