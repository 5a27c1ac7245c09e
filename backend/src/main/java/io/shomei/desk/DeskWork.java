package io.shomei.desk;

import io.shomei.account.Account;
import io.shomei.account.Accounts;
import io.shomei.account.CoolDowns;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.Secrets;
import io.shomei.acquisition.OpenAcquisitions;
import io.shomei.apitoken.ApiTokens;
import io.shomei.audit.Actor;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.CertificateState;
import io.shomei.enrolment.AccountEnrolments;
import io.shomei.pki.RevocationReason;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy.Desk.Act;
import io.shomei.policy.Policy.Enrolment;
import io.shomei.revocation.Grounds;
import io.shomei.revocation.Revocations;
import io.shomei.revocation.Revoked;
import io.shomei.revocation.Verdict;
import io.shomei.session.OpenSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Carries out what was planned for an account that the running transaction has locked. */
@ApplicationScoped
class DeskWork {
    private final Accounts accounts;
    private final Entitlements entitlements;
    private final CoolDowns coolDowns;
    private final Secrets secrets;
    private final CertificateRegister register;
    private final Revocations revocations;
    private final AccountEnrolments enrolments;
    private final OpenAcquisitions acquisitions;
    private final OpenSessions open;
    private final ApiTokens tokens;
    private final ReissueNotices reissues;
    private final Policies policies;
    private final InstantSource clock;

    DeskWork(
            Accounts accounts,
            Entitlements entitlements,
            CoolDowns coolDowns,
            Secrets secrets,
            CertificateRegister register,
            Revocations revocations,
            AccountEnrolments enrolments,
            OpenAcquisitions acquisitions,
            OpenSessions open,
            ApiTokens tokens,
            ReissueNotices reissues,
            Policies policies,
            InstantSource clock) {
        this.accounts = accounts;
        this.entitlements = entitlements;
        this.coolDowns = coolDowns;
        this.secrets = secrets;
        this.register = register;
        this.revocations = revocations;
        this.enrolments = enrolments;
        this.acquisitions = acquisitions;
        this.open = open;
        this.tokens = tokens;
        this.reissues = reissues;
        this.policies = policies;
        this.clock = clock;
    }

    /** Those with which somebody could log in. */
    List<Certificate> valid(List<Certificate> certificates) {
        Instant now = clock.instant();
        return certificates.stream()
                .filter(each -> !(each.state() instanceof CertificateState.Revoked) && !each.isExpiredAt(now))
                .toList();
    }

    /**
     * What is old ends now; what is new is made with the letter.
     *
     * @param approved whether a second person agreed
     * @return the certificates that were revoked; relying parties are told of them after the commit
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Certificate> carryOut(DeskAction action, DeskPlan.Possible plan, boolean approved, Actor actor) {
        Account account = action.account();
        List<Certificate> revoked = plan.revokes() ? revoke(action, actor) : List.of();
        if (plan.revokes() || plan.secrets().contains(SecretKind.ACQUISITION_PASSWORD)) {
            acquisitions.end(account);
        }
        for (SecretKind kind : plan.secrets()) {
            if (action.act() == Act.UNLOCK) {
                secrets.unlock(actor, account, kind);
            } else {
                secrets.end(actor, account, kind);
            }
        }
        switch (action.act()) {
            case SUSPEND -> {
                accounts.become(account, Account.State.SUSPENDED, actor);
                open.endOfAccount(account, actor);
            }
            case RESUME -> accounts.become(account, Account.State.ACTIVE, actor);
            case WITHDRAW -> {
                accounts.become(account, Account.State.WITHDRAWN, actor);
                enrolments.end(account);
                shutOut(account, actor);
            }
            case INITIALISE -> {
                accounts.initialise(account, actor);
                shutOut(account, actor);
            }
            case RESET_PASSWORD -> shutOut(account, actor);
            case NEW_DEVICE -> {
                shutOut(account, actor);
                if (entitlements.isAskedFor(account)) {
                    entitlements.entitle(account, true, actor);
                } else if (policies.of(account.tenant()).enrolment().secret() == Enrolment.Secret.NONE) {
                    // Without a secret of its own the next certificate is acquired from a session, which needs none.
                    accounts.initialise(account, actor);
                }
            }
            case ENROL, REISSUE_CERTIFICATE -> enrolments.invite(account);
            case REGISTER_INCIDENT -> {
                accounts.registerIncident(account, actor);
                shutOut(account, actor);
            }
            case LIFT_INCIDENT -> accounts.liftIncident(account, actor);
            case ENTITLE -> {
                boolean again =
                        !register.ofAccount(account.tenant(), account.id()).isEmpty();
                entitlements.entitle(account, again, actor);
            }
            case BLOCK_COLLECTION -> accounts.blockCollection(account, false, actor);
            case BLOCK_COLLECTION_ACCUMULATED -> accounts.blockCollection(account, true, actor);
            case LIFT_COLLECTION_BLOCK -> accounts.liftCollectionBlock(account, actor);
            case DISENTITLE -> entitlements.withdraw(account, actor);
            case UNLOCK, REISSUE_ACQUISITION_PASSWORD, REVOKE_CERTIFICATES -> {
                // Nothing of the account itself changes.
            }
        }
        if (DeskPlan.reissues(action.act())) {
            if (!register.ofAccount(account.tenant(), account.id()).isEmpty()) {
                coolDowns.begin(account, approved);
            }
            reissues.tell(action, revoked.size(), actor);
        }
        return revoked;
    }

    /** Whoever is in as the account is out, a script as well as a person: it may be somebody else. */
    private void shutOut(Account account, Actor actor) {
        open.endOfAccount(account, actor);
        tokens.endOfAccount(account, actor);
    }

    /** After the commit. */
    void publish(List<Certificate> revoked) {
        revocations.published(revoked);
    }

    private List<Certificate> revoke(DeskAction action, Actor actor) {
        Grounds grounds = new Grounds(reason(action.act()), null, action.comment(), action.reference());
        Instant now = clock.instant();
        List<Revoked> done = new ArrayList<>();
        List<Certificate> valid =
                valid(register.ofAccount(action.tenantId(), action.account().id()));
        List<Certificate> locked = register.lock(
                action.tenantId(), valid.stream().map(Certificate::id).toList());
        for (Certificate certificate : locked) {
            if (Verdict.on(certificate, grounds, actor.name(), now) instanceof Verdict.Revocable(var state)) {
                done.add(new Revoked(certificate, state));
            }
        }
        revocations.apply(
                action.tenantId(),
                done,
                actor,
                grounds,
                Map.of("desk", action.act().name()));
        return done.stream().map(Revoked::certificate).toList();
    }

    /** RFC 5280 5.3.1. */
    private static RevocationReason reason(Act act) {
        return switch (act) {
            case INITIALISE, NEW_DEVICE, REISSUE_CERTIFICATE -> RevocationReason.SUPERSEDED;
            case WITHDRAW -> RevocationReason.CESSATION_OF_OPERATION;
            default -> RevocationReason.UNSPECIFIED;
        };
    }
}
