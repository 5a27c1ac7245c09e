package io.shomei.renewal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.acquisition.RenewalOffer;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.ExpiryPlace;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Domain;
import io.shomei.tenant.Reviews;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.Entrances;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import io.shomei.webhook.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells people what ends soon, once for each certificate and step of the policy (C.4, HK-031). A sweep follows the register's order of
 * expiry from where the last one ended, so it reads what became due and nothing else, however many certificates there are.
 */
@ApplicationScoped
public class ExpiryNotices {
    private static final int BATCH = 500;

    /** What a transaction that was long under way entered behind the last sweep is found by the next one. */
    private static final Duration OVERLAP = Duration.ofDays(1);

    private final ExpiryRepository repository;
    private final CertificateRegister register;
    private final Tenants tenants;
    private final Policies policies;
    private final Accounts accounts;
    private final Overseers overseers;
    private final Reviews reviews;
    private final Outbox outbox;
    private final EventOutbox events;
    private final Entrances entrances;
    private final RenewalConfig config;
    private final InstantSource clock;

    ExpiryNotices(
            ExpiryRepository repository,
            CertificateRegister register,
            Tenants tenants,
            Policies policies,
            Accounts accounts,
            Overseers overseers,
            Reviews reviews,
            Outbox outbox,
            EventOutbox events,
            Entrances entrances,
            RenewalConfig config,
            InstantSource clock) {
        this.repository = repository;
        this.register = register;
        this.tenants = tenants;
        this.policies = policies;
        this.accounts = accounts;
        this.overseers = overseers;
        this.reviews = reviews;
        this.outbox = outbox;
        this.events = events;
        this.entrances = entrances;
        this.config = config;
        this.clock = clock;
    }

    /** Sends everything that is due. */
    void sendDue() {
        tenants.each("notices of what expires could not be sent", this::sendDue);
    }

    void sendDue(TenantId id) {
        Tenant tenant = tenants.get(id);
        // Who may not work now could do nothing about it; what is due still when they may again is sent then.
        if (tenant.state() != Tenant.State.ACTIVE) {
            return;
        }
        Policy policy = policies.of(id);
        Policy.Renewal renewal = policy.renewal();
        Sweep sweep = new Sweep(
                id,
                renewal.notices(),
                new ExpiryMail(
                        new Calendar(tenant.timeZone()),
                        renewal.window(),
                        RenewalOffer.page(policy, entrances),
                        clock.instant()));
        renewal.notices().forEach(step -> send(sweep, step));
        tenant.domains().forEach(domain -> send(sweep, domain));
        QuarkusTransaction.requiringNew().run(() -> reviews.due(id).ifPresent(due -> tell(sweep, due)));
    }

    /** To the officers, and to whom the desk writes to: the next review is due. */
    private void tell(Sweep sweep, Reviews.Due due) {
        outbox.enqueue(
                sweep.tenant(),
                Stream.concat(
                                accounts.officers(sweep.tenant()).stream()
                                        .map(officer -> String.valueOf(officer.email())),
                                due.contacts().stream())
                        .distinct()
                        .map(address -> sweep.mail().ofReview(due.deadline(), address))
                        .toList());
        events.tell(sweep.tenant(), () -> List.of(Event.reviewDue(due.deadline())));
    }

    private record Sweep(TenantId tenant, List<Period> steps, ExpiryMail mail) {
        Calendar calendar() {
            return mail.calendar();
        }

        Instant now() {
            return mail.now();
        }

        boolean isDue(Certificate certificate, Period step) {
            // A step that lay before the certificate's first day is none of its steps.
            return calendar()
                            .mostUrgent(steps, certificate.notAfter(), now())
                            .filter(step::equals)
                            .isPresent()
                    && !calendar().dueAt(certificate.notAfter(), step).isBefore(certificate.issuedAt());
        }
    }

    private void send(Sweep sweep, Period step) {
        TenantId tenant = sweep.tenant();
        Instant now = sweep.now();
        Optional<Instant> before = QuarkusTransaction.requiringNew().call(() -> repository.sweptUntil(tenant, step));
        Instant from = before.map(until -> sweep.calendar().earliestEnd(until.minus(OVERLAP), step))
                .filter(start -> start.isAfter(now))
                .orElse(now);
        Instant until = sweep.calendar().latestEnd(now, step);
        Optional<ExpiryPlace> place = Optional.of(ExpiryPlace.before(from));
        while (place.isPresent()) {
            ExpiryPlace start = place.get();
            place = QuarkusTransaction.requiringNew().call(() -> batch(sweep, step, start, until));
        }
        QuarkusTransaction.requiringNew().run(() -> repository.swept(tenant, step, now));
    }

    /**
     * One batch: the certificates are marked as told, and the mails put in the outbox, in one transaction.
     *
     * @return where the next batch begins; empty after the last one
     */
    private Optional<ExpiryPlace> batch(Sweep sweep, Period step, ExpiryPlace start, Instant until) {
        TenantId tenant = sweep.tenant();
        List<Certificate> ending = register.ending(tenant, start, until, BATCH);
        List<Certificate> due = ending.stream()
                .filter(certificate -> sweep.isDue(certificate, step))
                .toList();
        if (!due.isEmpty()) {
            Set<CertificateId> untold = repository.notice(
                    tenant, step, due.stream().map(Certificate::id).toList(), sweep.now());
            tell(sweep, due.stream().filter(each -> untold.contains(each.id())).toList());
        }
        return ending.size() < BATCH ? Optional.empty() : Optional.of(ExpiryPlace.of(ending.getLast()));
    }

    private void tell(Sweep sweep, List<Certificate> certificates) {
        List<Notice> mails = new ArrayList<>();
        for (Certificate certificate : certificates) {
            holder(sweep.tenant(), certificate)
                    .map(holder -> sweep.mail().toPerson(certificate, holder.address(), holder.name()))
                    .ifPresent(mails::add);
        }
        for (Account overseer : overseers.of(sweep.tenant())) {
            List<Certificate> theirs = certificates.stream()
                    .filter(certificate -> Overseers.isOverseenBy(certificate, overseer))
                    .filter(certificate -> !isOf(overseer, certificate))
                    .toList();
            if (!theirs.isEmpty()) {
                mails.add(sweep.mail().toOverseer(theirs, overseer));
            }
        }
        outbox.enqueue(sweep.tenant(), mails);
        events.tell(
                sweep.tenant(),
                () -> certificates.stream()
                        .map(certificate -> Event.of(EventType.CERTIFICATE_EXPIRING, certificate)
                                .with("daysLeft", sweep.calendar().daysLeft(certificate.notAfter(), sweep.now())))
                        .toList());
    }

    private void send(Sweep sweep, Domain domain) {
        if (sweep.now().isAfter(domain.issuingDeadline())) {
            return;
        }
        sweep.calendar()
                .mostUrgent(config.domainNotices(), domain.issuingDeadline(), sweep.now())
                .ifPresent(step -> QuarkusTransaction.requiringNew().run(() -> {
                    if (repository.notice(sweep.tenant(), step, domain, sweep.now())) {
                        outbox.enqueue(
                                sweep.tenant(),
                                accounts.officers(sweep.tenant()).stream()
                                        .map(officer -> sweep.mail().ofDomain(domain, officer))
                                        .toList());
                        events.tell(
                                sweep.tenant(),
                                () -> List.of(Event.domainExpiring(domain)
                                        .with(
                                                "daysLeft",
                                                sweep.calendar().daysLeft(domain.issuingDeadline(), sweep.now()))));
                    }
                }));
    }

    private record Holder(String address, @Nullable String name) {}

    private Optional<Holder> holder(TenantId tenant, Certificate certificate) {
        if (certificate.account() != null) {
            return accounts.find(tenant, certificate.account())
                    .filter(account -> account.isActive() && account.email() != null)
                    .map(account -> new Holder(String.valueOf(account.email()), account.name()));
        }
        return Optional.ofNullable(certificate.subscriber().email())
                .map(address -> new Holder(address, certificate.subscriber().name()));
    }

    /** Whether somebody was told already, as the one it belongs to. */
    private static boolean isOf(Account overseer, Certificate certificate) {
        return certificate.account() == null
                ? String.valueOf(overseer.email())
                        .equals(certificate.subscriber().email())
                : certificate.account().equals(overseer.id());
    }
}
