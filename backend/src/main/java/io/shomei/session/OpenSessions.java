package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.kernel.Caller;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends sessions that are open, and writes down by whom. */
@ApplicationScoped
public class OpenSessions {
    private final SessionRepository sessions;
    private final CertificateRegister register;
    private final AuditLog audit;
    private final InstantSource clock;

    OpenSessions(SessionRepository sessions, CertificateRegister register, AuditLog audit, InstantSource clock) {
        this.sessions = sessions;
        this.register = register;
        this.audit = audit;
        this.clock = clock;
    }

    /** The certificate that the caller logged in with; empty where it was without one, and for an API token. */
    @Transactional
    public Optional<Certificate> certificateOf(Caller caller) {
        return sessions.findSession(caller.tenant(), caller.session())
                .flatMap(session -> Optional.ofNullable(session.certificate()))
                .flatMap(id -> register.find(caller.tenant(), id));
    }

    /** What the caller proved to log in; nothing for an API token. */
    @Transactional
    public Set<Proof> proofsOf(Caller caller) {
        return sessions.findSession(caller.tenant(), caller.session())
                .map(session -> Set.copyOf(session.method()))
                .orElseGet(Set::of);
    }

    /** Whoever is in with what an account logged in with until now is out from the commit on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endOfAccount(Account account, Actor by) {
        endBeside(account, null, by);
    }

    /** As {@link #endOfAccount}, but for the session in which the account changed it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void endBeside(Account account, @Nullable UUID own, Actor by) {
        sessions.open(account.tenant(), account.id()).stream()
                .filter(session -> !session.id().equals(own))
                .forEach(session -> end(session, SessionEnd.SESSION_END_BY_CHANGE, by));
    }

    /** Ends one session, unless it had ended before. */
    @Transactional(Transactional.TxType.MANDATORY)
    void end(SessionRow session, SessionEnd reason, Actor by) {
        TenantId tenant = session.tenant();
        if (sessions.end(tenant, session.id(), clock.instant(), reason)) {
            audit.append(AuditEntry.done(tenant, reason.operation(), by)
                    .with(Map.of("opened", session.openedAt().toString(), "from", session.address())));
        }
    }
}
