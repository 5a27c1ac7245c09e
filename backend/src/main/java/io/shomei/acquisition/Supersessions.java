package io.shomei.acquisition;

import io.shomei.account.Account;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.pki.RevocationReason;
import io.shomei.revocation.Grounds;
import io.shomei.revocation.Revocations;
import io.shomei.revocation.Revoked;
import io.shomei.revocation.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Revokes log-in certificates in whose place another one is, or will be. */
@ApplicationScoped
class Supersessions {
    private final CertificateRegister register;
    private final Revocations revocations;
    private final InstantSource clock;

    Supersessions(CertificateRegister register, Revocations revocations, InstantSource clock) {
        this.register = register;
        this.revocations = revocations;
        this.clock = clock;
    }

    /** Those that a newer one superseded (RFC 5280 5.3.1: superseded), in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Certificate> supersede(Account account, List<Certificate> earlier, Certificate newer, Actor actor) {
        return revoke(
                account,
                earlier,
                RevocationReason.SUPERSEDED,
                actor,
                Map.of("newer", newer.serial().hex()));
    }

    /** Those that were issued and that nobody has, before another attempt; in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Certificate> endUnconfirmed(Account account, List<Certificate> unconfirmed, Actor actor) {
        return revoke(account, unconfirmed, RevocationReason.CESSATION_OF_OPERATION, actor, Map.of());
    }

    /** After the commit. */
    void published(List<Certificate> revoked) {
        revocations.published(revoked);
    }

    private List<Certificate> revoke(
            Account account,
            List<Certificate> certificates,
            RevocationReason reason,
            Actor actor,
            Map<String, String> facts) {
        if (certificates.isEmpty()) {
            return List.of();
        }
        Grounds grounds = Grounds.of(reason);
        List<Revoked> done = new ArrayList<>();
        for (Certificate certificate : register.lock(
                account.tenant(), certificates.stream().map(Certificate::id).toList())) {
            if (Verdict.on(certificate, grounds, actor.name(), clock.instant())
                    instanceof Verdict.Revocable(var state)) {
                done.add(new Revoked(certificate, state));
            }
        }
        revocations.apply(account.tenant(), done, actor, grounds, facts);
        return done.stream().map(Revoked::certificate).toList();
    }
}
