package io.shomei.session;

import static io.shomei.session.SessionProblem.LOG_IN_METHOD_OFF;
import static io.shomei.session.SessionProblem.SESSION_CERTIFICATE_MISMATCH;
import static io.shomei.session.SessionProblem.SESSION_ENDED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.ipallowlist.IpAllowlists;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.tenant.Tenant;
import io.shomei.tenant.Tenants;
import io.shomei.web.RequestFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, checks and ends sessions. */
@ApplicationScoped
class Sessions {
    /** A session that was seen this recently is not written again. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    private final SessionRepository sessions;
    private final SessionTokens tokens;
    private final PresentedCertificates presented;
    private final Accounts accounts;
    private final Tenants tenants;
    private final Policies policies;
    private final CertificateRegister register;
    private final IpAllowlists addresses;
    private final AuditLog audit;
    private final Ids ids;
    private final InstantSource clock;

    Sessions(
            SessionRepository sessions,
            SessionTokens tokens,
            PresentedCertificates presented,
            Accounts accounts,
            Tenants tenants,
            Policies policies,
            CertificateRegister register,
            IpAllowlists addresses,
            AuditLog audit,
            Ids ids,
            InstantSource clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.presented = presented;
        this.accounts = accounts;
        this.tenants = tenants;
        this.policies = policies;
        this.register = register;
        this.addresses = addresses;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** A session with everything its page shows. */
    record View(
            Account account,
            Tenant tenant,
            Policy policy,
            Instant openedAt,
            @Nullable Certificate certificate,
            @Nullable SessionRow previous) {}

    record Opened(String token, View view) {}

    /** Logs in whoever the presented certificate belongs to; refuses by name, and the refusal is in the history. */
    Opened openWithCertificate(RequestFacts.Facts request) {
        Diagnosis diagnosis = presented.diagnose(Optional.ofNullable(request.presented()));
        if (diagnosis instanceof Diagnosis.Good good) {
            return open(good.certificate(), good.account(), request);
        }
        SessionProblem problem = diagnosis.problem();
        audit.appendNow(AuditEntry.failed(
                        tenantOf(diagnosis),
                        AuditOperation.SESSION_OPEN,
                        Actor.anonymous(nameOf(request), request.address(), request.requestId()))
                .with(Map.of("problem", problem.slug())));
        throw problem.because("");
    }

    /** Refuses a session that is over, or that comes without the certificate it is bound to. */
    Caller check(TenantId tenant, UUID id, Optional<String> boundTo, RequestFacts.Facts request) {
        SessionOwner owner = sessions.findOwner(tenant, id).orElseThrow(() -> SESSION_ENDED.because(""));
        SessionRow session = owner.session();
        Instant now = clock.instant();
        if (!isAlive(session, owner.active(), now)) {
            throw SESSION_ENDED.because("");
        }
        owner.tenantState().requireActive(owner.tenantCode());
        if (boundTo.isPresent() && !isPresented(boundTo.get(), request.presented())) {
            throw SESSION_CERTIFICATE_MISMATCH.because("");
        }
        addresses.admit(
                tenant,
                session.certificate() != null,
                new Actor(owner.name(), session.account(), owner.role(), request.address(), request.requestId()));
        if (!request.passive() && session.lastSeenAt().plus(GRAIN).isBefore(now)) {
            sessions.seen(tenant, id, now);
        }
        return new Caller(
                session.account(),
                tenant,
                owner.role(),
                owner.rights(),
                owner.name(),
                id,
                request.address(),
                request.requestId());
    }

    @Transactional
    View view(Caller caller) {
        SessionRow session =
                sessions.findSession(caller.tenant(), caller.session()).orElseThrow(() -> SESSION_ENDED.because(""));
        return view(session, accounts.find(caller.tenant(), caller.account()).orElseThrow());
    }

    /** Ends the caller's session and writes the log-out down. */
    @Transactional
    void close(Caller caller) {
        if (sessions.end(caller.tenant(), caller.session(), clock.instant(), "LOG_OUT")) {
            audit.append(AuditEntry.done(caller.tenant(), AuditOperation.SESSION_CLOSE, Actor.of(caller)));
        }
    }

    /** Ends sessions that went idle or whose certificate was revoked, and writes down that nobody logged out. */
    void endForgotten() {
        Instant now = clock.instant();
        for (SessionRow session : QuarkusTransaction.requiringNew().call(() -> sessions.openSince(now, 1_000))) {
            QuarkusTransaction.requiringNew()
                    .run(() -> accounts.find(session.tenant(), session.account())
                            .filter(account -> !isAlive(session, account.isActive(), now))
                            .ifPresent(account -> endForgotten(session, account, now)));
        }
    }

    private void endForgotten(SessionRow session, Account account, Instant now) {
        AuditOperation operation = session.certificateRevoked()
                ? AuditOperation.SESSION_END_BY_REVOCATION
                : AuditOperation.SESSION_TIMEOUT;
        if (sessions.end(session.tenant(), session.id(), now, operation.name())) {
            audit.append(AuditEntry.done(
                    session.tenant(),
                    operation,
                    new Actor(account.name(), account.id(), account.role(), session.address(), null)));
        }
    }

    private Opened open(Certificate certificate, Account account, RequestFacts.Facts request) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Tenant tenant = tenants.get(account.tenant());
            tenant.requireActive();
            if (!policies.of(tenant.id()).auth().allows(Policy.Proof.CERT)) {
                throw LOG_IN_METHOD_OFF.because("");
            }
            Actor actor =
                    new Actor(account.name(), account.id(), account.role(), request.address(), request.requestId());
            addresses.admit(account.tenant(), true, actor);
            Instant now = clock.instant();
            SessionRow session = new SessionRow(
                    ids.next(),
                    account.tenant(),
                    account.id(),
                    certificate.id(),
                    now,
                    now,
                    request.address(),
                    null,
                    false,
                    certificate.notAfter());
            sessions.add(session);
            audit.append(AuditEntry.done(account.tenant(), AuditOperation.SESSION_OPEN, actor)
                    .with(Map.of("serial", certificate.serial().hex())));
            return new Opened(tokens.issue(session, account.role().name(), certificate.der()), view(session, account));
        });
    }

    private View view(SessionRow session, Account account) {
        return new View(
                account,
                tenants.get(account.tenant()),
                policies.of(account.tenant()),
                session.openedAt(),
                session.certificate() == null
                        ? null
                        : register.find(account.tenant(), session.certificate()).orElse(null),
                sessions.previous(account.tenant(), account.id(), session.id(), session.openedAt())
                        .orElse(null));
    }

    private boolean isAlive(SessionRow session, boolean active, Instant now) {
        Duration idle = policies.of(session.tenant()).session().idleTimeout();
        return session.endedAt() == null
                && active
                && !session.certificateRevoked()
                && isValid(session.certificateNotAfter(), now)
                && now.isBefore(session.lastSeenAt().plus(idle))
                && now.isBefore(session.openedAt().plus(SessionTokens.LONGEST));
    }

    /** RFC 5280 4.1.2.5: notAfter is inclusive, to the end of its second. */
    private static boolean isValid(@Nullable Instant notAfter, Instant now) {
        return notAfter == null || now.isBefore(notAfter.plusSeconds(1));
    }

    private static boolean isPresented(String thumbprint, @Nullable X509Certificate certificate) {
        if (certificate == null) {
            return false;
        }
        try {
            return MessageDigest.isEqual(
                    thumbprint.getBytes(StandardCharsets.US_ASCII),
                    SessionTokens.thumbprint(certificate.getEncoded()).getBytes(StandardCharsets.US_ASCII));
        } catch (CertificateEncodingException unreadable) {
            return false;
        }
    }

    private static TenantId tenantOf(Diagnosis diagnosis) {
        return switch (diagnosis) {
            case Diagnosis.Expired(Certificate certificate) -> certificate.tenant();
            case Diagnosis.NotYetValid(Certificate certificate) -> certificate.tenant();
            case Diagnosis.Revoked(Certificate certificate) -> certificate.tenant();
            case Diagnosis.WithoutAccount(Certificate certificate) -> certificate.tenant();
            case Diagnosis.Good(Certificate certificate, Account account) -> certificate.tenant();
            case Diagnosis.None none -> TenantId.PLATFORM;
            case Diagnosis.Foreign foreign -> TenantId.PLATFORM;
        };
    }

    private static String nameOf(RequestFacts.Facts request) {
        X509Certificate certificate = request.presented();
        return certificate == null ? "" : certificate.getSubjectX500Principal().getName();
    }
}
