package io.shomei.tenant;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.tenant.TenantProblem.REVIEW_NOT_OFFERED;
import static io.shomei.tenant.TenantProblem.REVIEW_NOT_UNDER_WAY;
import static io.shomei.tenant.TenantProblem.REVIEW_UNDER_WAY;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The yearly review of a tenant: the desk sends a document to its head, and approves what comes back. An approval gives the tenant's
 * domains their next issuing deadline.
 */
@ApplicationScoped
public class Reviews {
    private final ReviewRepository repository;
    private final TenantRegistry registry;
    private final Tenants tenants;
    private final Policies policies;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    Reviews(
            ReviewRepository repository,
            TenantRegistry registry,
            Tenants tenants,
            Policies policies,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.repository = repository;
        this.registry = registry;
        this.tenants = tenants;
        this.policies = policies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * That the next review is due.
     *
     * @param deadline until when the last one holds
     * @param contacts mail addresses of those whom the desk writes to
     */
    public record Due(Instant deadline, List<String> contacts) {
        public Due {
            contacts = List.copyOf(contacts);
        }
    }

    /** Where a tenant stands; empty where its policy has no reviews. */
    @Transactional
    Optional<Review> of(TenantId id) {
        return period(id).map(period -> review(tenants.get(id), period));
    }

    /** Tells once for every approval that the next review is due, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Due> due(TenantId id) {
        Review review = of(id).orElse(null);
        if (review == null
                || (review.state() != Review.State.DUE && review.state() != Review.State.OVERDUE)
                || !repository.notice(id, Objects.requireNonNull(review.approvedAt()), clock.instant())) {
            return Optional.empty();
        }
        return Optional.of(new Due(
                Objects.requireNonNull(review.deadline()),
                registry.get(id).contacts().stream().map(Contact::email).toList()));
    }

    /**
     * Begins one.
     *
     * @param reference the document that goes to the head of the institution
     */
    void start(Caller caller, TenantId id, String reference) {
        QuarkusTransaction.requiringNew().run(() -> {
            Tenant tenant = registry.lock(id).tenant();
            require(id);
            Instant now = clock.instant();
            Instant answerBy = now.atZone(tenant.timeZone())
                    .plus(policies.of(id).review().answerWithin())
                    .toInstant();
            if (!repository.start(id, ids.next(), new Review.UnderWay(reference, now, caller.name(), answerBy))) {
                throw REVIEW_UNDER_WAY.because("");
            }
            tell(caller, tenant, AuditOperation.REVIEW_START, Map.of("reference", reference));
        });
    }

    /**
     * Ends the one that is under way.
     *
     * @param domains that get the next issuing deadline with an approval
     */
    void conclude(Caller caller, TenantId id, boolean approved, List<String> domains, @Nullable String comment) {
        QuarkusTransaction.requiringNew().run(() -> {
            Registration present = registry.lock(id);
            Period period = require(id);
            Instant now = clock.instant();
            if (!repository.conclude(id, approved, caller.name(), comment, now)) {
                throw REVIEW_NOT_UNDER_WAY.because("");
            }
            List<Approval> approvals = approved ? approvals(present.tenant(), domains, period, now) : List.of();
            registry.approve(Actor.of(caller), present, approvals);
            tell(
                    caller,
                    present.tenant(),
                    approved ? AuditOperation.REVIEW_APPROVE : AuditOperation.REVIEW_REFUSE,
                    Map.of(
                            "comment",
                            comment == null ? "" : comment,
                            "domains",
                            String.join(
                                    ", ",
                                    approvals.stream().map(Approval::domain).toList())));
        });
        tenants.forget(id);
    }

    private static List<Approval> approvals(Tenant tenant, List<String> names, Period period, Instant now) {
        Instant deadline = Review.deadline(period, now, tenant.timeZone());
        List<Approval> approvals = new ArrayList<>();
        for (String name : names) {
            Domain domain = tenant.domain(name).orElseThrow(() -> NOT_FOUND.because(""));
            approvals.add(new Approval(
                    domain.name(),
                    deadline,
                    domain.wildcardAllowed(),
                    domain.permittedUnits().stream().sorted().toList()));
        }
        return approvals;
    }

    private Review review(Tenant tenant, Period period) {
        TenantId id = tenant.id();
        ZoneId zone = tenant.timeZone();
        return Review.of(
                policies.of(id).review(),
                period,
                repository.approvedAt(id).orElse(null),
                repository.underWay(id).orElse(null),
                zone,
                clock.instant());
    }

    private Period require(TenantId id) {
        return period(id).orElseThrow(() -> REVIEW_NOT_OFFERED.because(""));
    }

    private Optional<Period> period(TenantId id) {
        return Optional.ofNullable(policies.of(id).review().period());
    }

    private void tell(Caller caller, Tenant tenant, AuditOperation operation, Map<String, String> facts) {
        audit.append(AuditEntry.done(tenant.id(), operation, Actor.of(caller))
                .on(tenant.code(), tenant.id().value())
                .with(facts));
    }
}
