package io.shomei.enrolment;

import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_UNKNOWN;
import static io.shomei.enrolment.EnrolmentProblem.ENROLMENT_USED;
import static io.shomei.kernel.KernelProblem.NOT_FOUND;

import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.TenantId;
import io.shomei.notification.Notice;
import io.shomei.notification.Outbox;
import io.shomei.pki.DistinguishedName;
import io.shomei.profile.CertificateKind;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.webhook.Event;
import io.shomei.webhook.EventOutbox;
import io.shomei.webhook.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Invites people to collect certificates, and hands them out once. */
@ApplicationScoped
public class Enrolments {
    private final EnrolmentRepository repository;
    private final EnrolmentToken tokens;
    private final CertificateRegister register;
    private final Tenants tenants;
    private final Accounts accounts;
    private final Outbox outbox;
    private final EventOutbox events;
    private final AuditLog audit;
    private final InstantSource clock;

    Enrolments(
            EnrolmentRepository repository,
            EnrolmentToken tokens,
            CertificateRegister register,
            Tenants tenants,
            Accounts accounts,
            Outbox outbox,
            EventOutbox events,
            AuditLog audit,
            InstantSource clock) {
        this.repository = repository;
        this.tokens = tokens;
        this.register = register;
        this.tenants = tenants;
        this.accounts = accounts;
        this.outbox = outbox;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who is to collect what, which the mail tells. */
    public record Invitation(
            CertificateId certificate,
            CertificateKind kind,
            String recipient,
            @Nullable String name,
            DistinguishedName subject) {}

    /**
     * Gives each recipient the right to collect a certificate, and has the mail with the URL sent, in the running
     * transaction.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void invite(TenantId tenant, List<Invitation> invitations, Instant deadline) {
        List<byte[]> digests = new ArrayList<>(invitations.size());
        for (Invitation invitation : invitations) {
            digests.add(EnrolmentToken.digest(tokens.of(invitation.certificate())));
        }
        repository.add(
                tenant,
                digests,
                invitations.stream().map(Invitation::certificate).toList(),
                deadline,
                clock.instant());
        outbox.enqueue(
                tenant,
                invitations.stream()
                        .map(each -> EnrolmentMail.ready(each, deadline))
                        .toList());
    }

    /**
     * Sends the mail with the URL once more; the URL and its deadline stay the same.
     *
     * @throws io.shomei.kernel.ProblemException NOT_FOUND where the certificate is not collected by a URL of this kind
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void inviteAgain(Certificate certificate) {
        Enrolment enrolment =
                repository.findOf(certificate.tenant(), certificate.id()).orElseThrow(() -> NOT_FOUND.because(""));
        enrolment.requireWaiting(clock.instant(), certificate);
        String recipient = certificate.subscriber().email();
        if (recipient == null) {
            throw NOT_FOUND.because("");
        }
        outbox.enqueue(certificate.tenant(), List.of(ready(certificate, recipient, enrolment.deadline())));
    }

    /**
     * As above for many at once; left out are those of other kinds, those that wait no more, and those without anybody to write to.
     *
     * @return those that somebody was written to about, one mail for each
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Certificate> inviteAgain(
            TenantId tenant, Set<CertificateKind> kinds, Collection<CertificateId> certificates) {
        Instant now = clock.instant();
        Map<CertificateId, Enrolment> waiting = repository.findOf(tenant, certificates).stream()
                .collect(Collectors.toMap(Enrolment::certificate, each -> each));
        List<Certificate> invited = new ArrayList<>();
        List<Notice> mails = new ArrayList<>();
        for (Certificate certificate : register.withIds(tenant, waiting.keySet())) {
            Enrolment enrolment = Objects.requireNonNull(waiting.get(certificate.id()));
            String recipient = certificate.subscriber().email();
            if (kinds.contains(certificate.kind())
                    && recipient != null
                    && enrolment.stateAt(now, certificate) == Enrolment.State.WAITING) {
                invited.add(certificate);
                mails.add(ready(certificate, recipient, enrolment.deadline()));
            }
        }
        outbox.enqueue(tenant, mails);
        return invited;
    }

    /** Sends the mail with the URL to whoever is responsible now, where a server's certificate still waits to be collected. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void inviteResponsible(TenantId tenant, Collection<CertificateId> certificates) {
        Instant now = clock.instant();
        List<Notice> mails = new ArrayList<>();
        for (Certificate certificate : register.withIds(tenant, certificates)) {
            String recipient = certificate.subscriber().email();
            Instant deadline = certificate.collectBy();
            boolean waiting = certificate.statusAt(now) == Certificate.Status.WAITING_FOR_DOWNLOAD;
            if (waiting && recipient != null && deadline != null && !now.isAfter(deadline) && isByUrl(certificate)) {
                mails.add(ready(certificate, recipient, deadline));
            }
        }
        outbox.enqueue(tenant, mails);
    }

    private static boolean isByUrl(Certificate certificate) {
        return certificate.kind() == CertificateKind.SERVER || certificate.kind() == CertificateKind.CODE_SIGNING;
    }

    private static Notice ready(Certificate certificate, String recipient, Instant deadline) {
        return EnrolmentMail.ready(
                new Invitation(
                        certificate.id(),
                        certificate.kind(),
                        recipient,
                        certificate.subscriber().name(),
                        DistinguishedName.parse(certificate.subjectDn())),
                deadline);
    }

    /** What a URL leads to. */
    @Transactional
    View view(String token) {
        Enrolment enrolment = find(token);
        Certificate certificate = certificate(enrolment);
        return new View(
                enrolment,
                certificate,
                tenants.get(enrolment.tenant()),
                enrolment.stateAt(clock.instant(), certificate));
    }

    /**
     * Hands out the certificate and uses the right up, in one transaction: two people with one URL get one certificate.
     *
     * @return the certificate
     */
    @Transactional
    Certificate collect(String token, String address, String requestId) {
        Instant now = clock.instant();
        Enrolment enrolment = find(token);
        Certificate certificate = certificate(enrolment);
        enrolment.requireWaiting(now, certificate);
        if (!repository.collect(enrolment.tenant(), EnrolmentToken.digest(token), now, address)) {
            throw ENROLMENT_USED.because("%s", now);
        }
        register.collected(enrolment.tenant(), certificate.id(), now);
        String who = certificate.subscriber().email() == null
                ? "URL"
                : certificate.subscriber().email();
        audit.append(AuditEntry.done(
                        enrolment.tenant(),
                        AuditOperation.CERTIFICATE_COLLECT,
                        Actor.anonymous(who, address, requestId))
                .on(certificate.commonName(), certificate.id().value())
                .with(Map.of("serial", certificate.serial().hex())));
        Certificate earlier = stillValid(enrolment.tenant(), certificate.renews(), now);
        outbox.enqueue(
                enrolment.tenant(),
                accounts.officers(enrolment.tenant(), certificate.kind()).stream()
                        .map(officer -> EnrolmentMail.collected(certificate, earlier, officer, now))
                        .toList());
        events.tell(enrolment.tenant(), () -> List.of(Event.of(EventType.CERTIFICATE_COLLECTED, certificate)));
        return certificate;
    }

    private @Nullable Certificate stillValid(TenantId tenant, @Nullable CertificateId renewed, Instant now) {
        return renewed == null
                ? null
                : register.find(tenant, renewed)
                        .filter(earlier -> earlier.isUsableAt(now))
                        .orElse(null);
    }

    private Enrolment find(String token) {
        return repository.findByToken(EnrolmentToken.digest(token)).orElseThrow(() -> ENROLMENT_UNKNOWN.because(""));
    }

    private Certificate certificate(Enrolment enrolment) {
        return register.find(enrolment.tenant(), enrolment.certificate())
                .orElseThrow(() -> ENROLMENT_UNKNOWN.because(""));
    }

    /** An enrolment as its page shows it. */
    record View(Enrolment enrolment, Certificate certificate, Tenant tenant, Enrolment.State state) {}
}
