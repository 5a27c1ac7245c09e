package io.shomei.desk;

import io.shomei.account.Account;
import io.shomei.account.AccountEntries;
import io.shomei.account.NewAccount;
import io.shomei.account.Particulars;
import io.shomei.audit.Actor;
import io.shomei.enrolment.AccountEnrolments;
import io.shomei.kernel.AccountId;
import io.shomei.kernel.Caller;
import io.shomei.kernel.Ids;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Right;
import io.shomei.kernel.Role;
import io.shomei.kernel.TenantId;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Desk.Act;
import io.shomei.tenant.InstitutionOfficers;
import io.shomei.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Appoints the officers whom an institution file names, as an operator does who registers an account and invites it: the letter with the
 * access PIN is due then, or a second operator's approval. They have every right until the desk takes some away.
 */
@ApplicationScoped
class AppointedOfficers implements InstitutionOfficers {
    private final AccountEntries entries;
    private final AccountEnrolments enrolments;
    private final DeskActions actions;
    private final Ids ids;

    AppointedOfficers(AccountEntries entries, AccountEnrolments enrolments, DeskActions actions, Ids ids) {
        this.entries = entries;
        this.enrolments = enrolments;
        this.actions = actions;
        this.ids = ids;
    }

    @Override
    public Optional<String> objection(Tenant tenant, Policy policy, Officer officer) {
        Account account = new Account(
                new AccountId(ids.next()),
                tenant.id(),
                Role.OFFICER,
                null,
                officer.latinName(),
                officer.email(),
                EnumSet.allOf(Right.class),
                Account.State.ACTIVE);
        try {
            enrolments.requireCertifiable(account, tenant, policy);
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(
                    refused.faults().isEmpty()
                            ? refused.detail()
                            : refused.faults().stream().map(InputFault::message).collect(Collectors.joining(" ")));
        }
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void appoint(Caller caller, TenantId tenant, Officer officer, String reference, Language language) {
        Particulars particulars =
                new Particulars(officer.latinName(), null, officer.email(), EnumSet.allOf(Right.class));
        Account account = entries.register(
                tenant, new NewAccount(Role.OFFICER, null, particulars), List.of(), Actor.of(caller), language);
        // Nobody has a certificate yet, so none is revoked.
        actions.carryOut(caller, account, new DeskActions.Wish(Act.ENROL, null, reference, null));
    }
}
