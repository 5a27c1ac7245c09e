package io.shomei.acquisition;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.Standing;
import io.shomei.escrow.Escrow;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Download.Repetition;
import io.shomei.policy.Policy.Supersession;
import io.shomei.session.FirstUse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.List;

/**
 * What follows when somebody has a certificate for certain: because they told so on the page, or because they logged in with it. Where the
 * policy supersedes at once, the earlier ones are refused from then on, and not before (HK-036, AT-49).
 */
@ApplicationScoped
class Confirmations implements FirstUse {
    private final AcquisitionRepository repository;
    private final AcquisitionWork work;
    private final Supersessions supersessions;
    private final Handovers handovers;
    private final Escrow escrow;
    private final CertificateRegister register;
    private final Accounts accounts;
    private final Policies policies;
    private final InstantSource clock;

    Confirmations(
            AcquisitionRepository repository,
            AcquisitionWork work,
            Supersessions supersessions,
            Handovers handovers,
            Escrow escrow,
            CertificateRegister register,
            Accounts accounts,
            Policies policies,
            InstantSource clock) {
        this.repository = repository;
        this.work = work;
        this.supersessions = supersessions;
        this.handovers = handovers;
        this.escrow = escrow;
        this.register = register;
        this.accounts = accounts;
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public void seen(Account account, Certificate certificate, Actor actor) {
        // It was imported: no download is resumed any more, and nobody need be reminded.
        QuarkusTransaction.requiringNew().run(() -> {
            if (policies.of(account.tenant()).download().policy() != Repetition.REPEATABLE) {
                escrow.destroy(account.tenant(), List.of(certificate.id()), Escrow.End.COLLECTED, actor);
            }
            repository.used(account.tenant(), certificate.id(), clock.instant());
        });
        confirm(account, certificate, actor);
    }

    /**
     * Notes that the owner has it. Telling it again changes nothing.
     *
     * @return what it superseded
     */
    List<Certificate> confirm(Account account, Certificate certificate, Actor actor) {
        List<Certificate> superseded =
                QuarkusTransaction.requiringNew().call(() -> confirmLocked(account, certificate, actor));
        supersessions.published(superseded);
        return superseded;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    List<Certificate> confirmLocked(Account account, Certificate certificate, Actor actor) {
        Account locked = accounts.lock(account);
        register.lock(account.tenant(), List.of(certificate.id())).stream()
                .filter(present -> !present.isHandedOut())
                .forEach(present -> handovers.confirmed(locked, present, actor));
        if (policies.of(account.tenant()).certificate().supersession() != Supersession.IMMEDIATE) {
            return List.of();
        }
        Standing standing = work.standing(locked);
        return supersessions.supersede(locked, standing.earlierThan(certificate), certificate, actor);
    }
}
