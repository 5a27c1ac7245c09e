package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.certificate.Standing;
import io.shomei.kernel.Role;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Enrolment.Secret;
import io.shomei.policy.Policy.Proof;
import io.shomei.policy.Policy.RenewalWay;
import io.shomei.policy.Policy.Revocation.Revoker;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever presented a certificate does next, the most likely first. Pure decisions. */
final class NextSteps {
    private NextSteps() {}

    /**
     * What is known.
     *
     * @param policy of the tenant, or of each kind of service where none is known
     * @param account whose certificate it is; null where it is nobody's
     * @param methods the ways in which that account logs in
     * @param terms how that account stands with it; null where it is nobody's
     * @param desk whether the service desk has to let that account begin anew, because the last one ended too long ago
     */
    record Facts(
            Diagnosis diagnosis,
            List<Policy> policy,
            @Nullable Account account,
            List<List<Proof>> methods,
            EntranceOffers.@Nullable Terms terms,
            boolean desk) {

        /** Whether the account has a newer one. */
        boolean newer() {
            return terms != null && terms.newer() != null;
        }

        /** Whether the file of the newer one can be had again, in the way in which it was renewed. */
        boolean fileOpen() {
            return terms != null && terms.fileOpen();
        }

        /** Whether the presented one can be renewed now. */
        boolean renewable() {
            return terms != null && terms.renewable();
        }
    }

    static List<NextStep> of(Facts facts) {
        List<NextStep> steps = new ArrayList<>();
        if (facts.newer()) {
            steps.add(NextStep.USE_NEWER);
        }
        switch (facts.diagnosis()) {
            case Diagnosis.Good good -> {
                steps.add(NextStep.LOG_IN);
                if (facts.renewable()) {
                    steps.add(renewal(facts.policy().getFirst()));
                } else if (facts.fileOpen() && renewal(facts.policy().getFirst()) == NextStep.RENEW) {
                    // The download broke, or the file was lost: the same page gives it again.
                    steps.add(NextStep.RENEW);
                }
            }
            case Diagnosis.Site site -> steps.add(NextStep.LOG_IN);
            case Diagnosis.None none -> {
                steps.add(NextStep.CHOOSE_ANOTHER);
                if (isAcquired(facts)) {
                    steps.add(NextStep.ACQUIRE);
                }
            }
            case Diagnosis.Foreign foreign -> steps.add(NextStep.CHOOSE_ANOTHER);
            case Diagnosis.Elsewhere elsewhere -> steps.add(NextStep.CHOOSE_ANOTHER);
            case Diagnosis.NotYetValid early -> steps.add(NextStep.CHOOSE_ANOTHER);
            case Diagnosis.WithoutAccount nobodys -> steps.addAll(ended(facts));
            case Diagnosis.Superseded superseded -> {}
            case Diagnosis.Expired expired -> steps.addAll(replacement(facts));
            case Diagnosis.Revoked revoked -> steps.addAll(replacement(facts));
        }
        return List.copyOf(steps);
    }

    /** In which way the policy renews what people log in with. */
    private static NextStep renewal(Policy policy) {
        return policy.renewalWay().filter(RenewalWay.IN_ONE_REQUEST::equals).isPresent()
                ? NextStep.RENEW
                : NextStep.RENEW_IN_SESSION;
    }

    private static List<NextStep> ended(Facts facts) {
        Account account = facts.account();
        if (account == null) {
            return List.of(NextStep.CHOOSE_ANOTHER);
        }
        return List.of(account.state() == Account.State.WITHDRAWN ? NextStep.DELETE : NextStep.DESK);
    }

    /** How to come by another one when this one is over. */
    private static List<NextStep> replacement(Facts facts) {
        Account account = facts.account();
        if (facts.newer()) {
            return List.of();
        }
        if (account == null || !account.isActive()) {
            return ended(facts);
        }
        List<NextStep> steps = new ArrayList<>();
        Policy policy = facts.policy().getFirst();
        if (Standing.isByAcquisitionPassword(policy) && !facts.desk()) {
            steps.add(NextStep.ACQUIRE);
        }
        if (Standing.isInSession(policy)
                && !facts.desk()
                && facts.methods().stream().anyMatch(method -> !method.contains(Proof.CERT))) {
            steps.add(NextStep.ACQUIRE_IN_SESSION);
        }
        if (account.role() == Role.USER
                && policy.enrolment().secret() == Secret.NONE
                && policy.revocation().by().contains(Revoker.TENANT_ADMINISTRATOR)) {
            steps.add(NextStep.ADMINISTRATOR);
        }
        steps.add(NextStep.DESK);
        return steps;
    }

    private static boolean isAcquired(Facts facts) {
        return facts.policy().stream().anyMatch(Standing::isByAcquisitionPassword);
    }
}
