package io.shomei.session;

import static io.shomei.session.SessionProblem.SESSION_CERTIFICATE_MISMATCH;
import static io.shomei.session.SessionProblem.SESSION_ENDED;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.ipallowlist.IpAllowlists;
import io.shomei.kernel.Caller;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policies;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Checks sessions with every request, and ends them. */
@ApplicationScoped
class Sessions {
    /** A session that was seen this recently is not written again. */
    private static final Duration GRAIN = Duration.ofSeconds(1);

    private static final int AT_ONCE = 1_000;
    private static final UUID NO_ID = new UUID(0, 0);

    private final SessionRepository sessions;
    private final SessionLookups lookups;
    private final Accounts accounts;
    private final Policies policies;
    private final IpAllowlists addresses;
    private final AuditLog audit;
    private final InstantSource clock;

    Sessions(
            SessionRepository sessions,
            SessionLookups lookups,
            Accounts accounts,
            Policies policies,
            IpAllowlists addresses,
            AuditLog audit,
            InstantSource clock) {
        this.sessions = sessions;
        this.lookups = lookups;
        this.accounts = accounts;
        this.policies = policies;
        this.addresses = addresses;
        this.audit = audit;
        this.clock = clock;
    }

    /** A session that lives, and whose it is. */
    record Living(SessionOwner owner, Caller caller) {
        SessionState state() {
            return owner.session().state();
        }
    }

    /** Refuses a session that is over, telling what ended it, and one that comes without the certificate it is bound to. */
    Living check(SessionToken token, RequestFacts.Facts request) {
        TenantId tenant = token.tenant();
        SessionOwner owner = lookups.find(tenant, token.session()).orElseThrow(() -> SESSION_ENDED.because(""));
        SessionRow session = owner.session();
        Instant now = clock.instant();
        SessionEnd end = session.endAt(now, owner.active(), idleTimeout(tenant));
        if (end != null) {
            throw end.problem().because("");
        }
        if (!request.leaving()) {
            owner.tenantState().requireActive(owner.tenantCode());
        }
        if (!token.boundTo()
                .map(thumbprint -> isPresented(thumbprint, request.presented()))
                .orElse(true)) {
            throw SESSION_CERTIFICATE_MISMATCH.because("");
        }
        addresses.admit(
                tenant,
                session.certificate() != null,
                new Actor(owner.name(), session.account(), owner.role(), request.address(), request.requestId()));
        if (!request.passive() && !now.isBefore(session.lastSeenAt().plus(GRAIN))) {
            sessions.seen(tenant, session.id(), now);
        }
        return new Living(
                owner,
                new Caller(
                        session.account(),
                        tenant,
                        owner.role(),
                        owner.rights(),
                        owner.name(),
                        session.id(),
                        request.address(),
                        request.requestId()));
    }

    /** Ends the caller's session and writes the log-out down. */
    @Transactional
    void close(Caller caller) {
        if (sessions.end(caller.tenant(), caller.session(), clock.instant(), SessionEnd.LOG_OUT)) {
            audit.append(AuditEntry.done(caller.tenant(), SessionEnd.LOG_OUT.operation(), Actor.of(caller)));
        }
    }

    /** Writes down the end of sessions that nobody logged out of. */
    void endForgotten() {
        Instant now = clock.instant();
        List<SessionRow> open = openAfter(Instant.EPOCH, NO_ID, now);
        while (!open.isEmpty()) {
            for (SessionRow session : open) {
                QuarkusTransaction.requiringNew()
                        .run(() -> accounts.find(session.tenant(), session.account())
                                .ifPresent(account -> endForgotten(session, account, now)));
            }
            open = openAfter(open.getLast().lastSeenAt(), open.getLast().id(), now);
        }
    }

    private List<SessionRow> openAfter(Instant lastSeenAt, UUID id, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> sessions.openAfter(lastSeenAt, id, now, AT_ONCE));
    }

    private void endForgotten(SessionRow session, Account account, Instant now) {
        SessionEnd end = session.endAt(now, account.isActive(), idleTimeout(session.tenant()));
        if (end != null && sessions.end(session.tenant(), session.id(), now, end)) {
            audit.append(AuditEntry.done(session.tenant(), end.operation(), account.actor(session.address(), null)));
        }
    }

    private Duration idleTimeout(TenantId tenant) {
        return policies.of(tenant).session().idleTimeout();
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
}
