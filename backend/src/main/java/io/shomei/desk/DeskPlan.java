package io.shomei.desk;

import io.shomei.account.Account;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.kernel.Role;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.Administration.PermissionMatrix;
import io.shomei.policy.Policy.Desk.Act;
import io.shomei.policy.Policy.Enrolment;
import io.shomei.policy.Policy.LockOut.Unlocker;
import io.shomei.policy.Policy.Reproof;
import io.shomei.policy.Policy.Revocation.Revoker;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an action would do for an account as it is now, as a pure function of the policy and the account. */
sealed interface DeskPlan {
    Set<Act> REISSUES = EnumSet.of(
            Act.INITIALISE, Act.NEW_DEVICE, Act.REISSUE_ACQUISITION_PASSWORD, Act.REISSUE_CERTIFICATE, Act.ENTITLE);

    /**
     * It can be done.
     *
     * @param secrets that it unlocks, ends or hands out; where the caller may choose one, all of them
     * @param revokes whether the account's certificates are revoked
     * @param letter whether new credentials are handed out
     */
    record Possible(List<SecretKind> secrets, boolean revokes, boolean letter) implements DeskPlan {}

    /** The policy offers it, but the account has no use for it now. */
    record Hindered(Hindrance why) implements DeskPlan {}

    /** The policy, or the role of who asks, does not offer it. */
    record NotOffered() implements DeskPlan {}

    /** Why something cannot be done now. */
    enum Hindrance {
        WITHDRAWN,
        NOTHING_LOCKED,
        NO_CERTIFICATE,
        ALREADY_SUSPENDED,
        NOT_SUSPENDED,
        NO_MAIL_ADDRESS,
        INCIDENT_REGISTERED,
        NO_INCIDENT,
        HAS_CERTIFICATE,
        ENTITLED,
        NOT_ENTITLED,
        COLLECTION_BLOCKED,
        COLLECTION_ACCUMULATED,
        COLLECTION_OPEN
    }

    /**
     * What is known of the account.
     *
     * @param valid how many valid ones it has
     * @param awaiting whether an administrator let it acquire one, and it has not done so yet
     */
    record Facts(Account account, Policy policy, List<SecretState> secrets, int valid, boolean awaiting) {
        public Facts {
            secrets = List.copyOf(secrets);
        }

        boolean certificates() {
            return valid > 0;
        }

        List<SecretKind> locked() {
            return secrets.stream()
                    .filter(SecretState::locked)
                    .map(SecretState::kind)
                    .toList();
        }
    }

    /**
     * @param by role of who would do it
     * @param chosen the one secret that is meant, where there are several
     */
    static DeskPlan of(Act act, @Nullable SecretKind chosen, Role by, Facts facts) {
        if (!isOffered(act, by, facts)) {
            return new NotOffered();
        }
        if (facts.account().state() == Account.State.WITHDRAWN) {
            return new Hindered(Hindrance.WITHDRAWN);
        }
        Policy policy = facts.policy();
        return switch (act) {
            case UNLOCK -> {
                List<SecretKind> locked = only(chosen, facts.locked());
                yield locked.isEmpty() ? new Hindered(Hindrance.NOTHING_LOCKED) : new Possible(locked, false, false);
            }
            case RESET_PASSWORD -> {
                List<SecretKind> reset = only(chosen, resettable(facts));
                yield reset.isEmpty() ? new NotOffered() : new Possible(reset, false, hasLetter(reset));
            }
            case REISSUE_ACQUISITION_PASSWORD -> new Possible(List.of(SecretKind.ACQUISITION_PASSWORD), false, true);
            case REVOKE_CERTIFICATES ->
                facts.certificates() ? new Possible(List.of(), true, false) : new Hindered(Hindrance.NO_CERTIFICATE);
            case INITIALISE -> {
                List<SecretKind> all = new ArrayList<>(memorized(facts));
                if (policy.enrolment().secret() == Enrolment.Secret.ACQUISITION_PASSWORD) {
                    all.add(SecretKind.ACQUISITION_PASSWORD);
                }
                yield new Possible(all, true, true);
            }
            case NEW_DEVICE -> {
                boolean acquisition = policy.enrolment().secret() == Enrolment.Secret.ACQUISITION_PASSWORD;
                List<SecretKind> secrets = acquisition ? List.of(SecretKind.ACQUISITION_PASSWORD) : List.of();
                yield facts.certificates()
                        ? new Possible(secrets, true, acquisition)
                        : new Hindered(Hindrance.NO_CERTIFICATE);
            }
            case SUSPEND ->
                facts.account().state() == Account.State.ACTIVE
                        ? new Possible(List.of(), false, false)
                        : new Hindered(Hindrance.ALREADY_SUSPENDED);
            case RESUME ->
                facts.account().state() == Account.State.ACTIVE
                        ? new Hindered(Hindrance.NOT_SUSPENDED)
                        : new Possible(List.of(), false, false);
            case WITHDRAW ->
                new Possible(facts.secrets().stream().map(SecretState::kind).toList(), true, false);
            case ENROL -> {
                if (facts.valid() >= policy.certificate().maxValidPerSubject()) {
                    yield new Hindered(Hindrance.HAS_CERTIFICATE);
                }
                yield facts.account().email() == null
                        ? new Hindered(Hindrance.NO_MAIL_ADDRESS)
                        : new Possible(List.of(), false, true);
            }
            case REISSUE_CERTIFICATE -> {
                if (!facts.certificates()) {
                    yield new Hindered(Hindrance.NO_CERTIFICATE);
                }
                yield facts.account().email() == null
                        ? new Hindered(Hindrance.NO_MAIL_ADDRESS)
                        : new Possible(List.of(), true, true);
            }
            case REGISTER_INCIDENT ->
                facts.account().marks().incidentAt() == null
                        ? new Possible(List.of(), false, false)
                        : new Hindered(Hindrance.INCIDENT_REGISTERED);
            case LIFT_INCIDENT ->
                facts.account().marks().incidentAt() == null
                        ? new Hindered(Hindrance.NO_INCIDENT)
                        : new Possible(List.of(), false, false);
            case ENTITLE -> {
                if (facts.certificates()) {
                    yield new Hindered(Hindrance.HAS_CERTIFICATE);
                }
                yield facts.awaiting() ? new Hindered(Hindrance.ENTITLED) : new Possible(List.of(), false, false);
            }
            case BLOCK_COLLECTION ->
                facts.account().marks().blocksCollection()
                        ? new Hindered(Hindrance.COLLECTION_BLOCKED)
                        : new Possible(List.of(), false, false);
            case BLOCK_COLLECTION_ACCUMULATED ->
                facts.account().marks().collectionAccumulatedAt() == null
                        ? new Possible(List.of(), false, false)
                        : new Hindered(Hindrance.COLLECTION_BLOCKED);
            case LIFT_COLLECTION_BLOCK -> {
                if (!facts.account().marks().blocksCollection()) {
                    yield new Hindered(Hindrance.COLLECTION_OPEN);
                }
                // What happened too often is for the bank to look at.
                yield by == Role.OPERATOR || facts.account().marks().collectionAccumulatedAt() == null
                        ? new Possible(List.of(), false, false)
                        : new Hindered(Hindrance.COLLECTION_ACCUMULATED);
            }
            case DISENTITLE ->
                facts.certificates() || facts.account().marks().entitledAt() != null
                        ? new Possible(List.of(), true, false)
                        : new Hindered(Hindrance.NOT_ENTITLED);
        };
    }

    /** Whether somebody is invited to collect a certificate by it. */
    static boolean invites(Act act) {
        return act == Act.ENROL || act == Act.REISSUE_CERTIFICATE;
    }

    /** Whether a certificate can be acquired anew after it, which its owner and the administrators are told (F-09). */
    static boolean reissues(Act act) {
        return REISSUES.contains(act);
    }

    private static boolean isOffered(Act act, Role by, Facts facts) {
        Policy policy = facts.policy();
        boolean operator = by == Role.OPERATOR;
        boolean revokes = operator || policy.revocation().by().contains(Revoker.TENANT_ADMINISTRATOR);
        return switch (act) {
            case UNLOCK ->
                policy.lockout().unlockBy().contains(operator ? Unlocker.OPERATOR : Unlocker.TENANT_ADMINISTRATOR);
            case RESET_PASSWORD -> !resettable(facts).isEmpty();
            case REISSUE_ACQUISITION_PASSWORD ->
                operator && policy.enrolment().secret() == Enrolment.Secret.ACQUISITION_PASSWORD;
            case REVOKE_CERTIFICATES -> revokes;
            case INITIALISE -> revokes && !memorized(facts).isEmpty();
            case NEW_DEVICE -> revokes && policy.revocation().reissueInOneStep();
            case SUSPEND, RESUME, WITHDRAW, REGISTER_INCIDENT, LIFT_INCIDENT -> true;
            case BLOCK_COLLECTION, LIFT_COLLECTION_BLOCK -> collects(facts);
            case BLOCK_COLLECTION_ACCUMULATED -> operator && collects(facts);
            case ENTITLE -> Entitlements.isAskedFor(facts.account(), policy);
            case DISENTITLE -> Entitlements.isAskedFor(facts.account(), policy) && revokes;
            case ENROL, REISSUE_CERTIFICATE ->
                operator
                        && policy.enrolment().secret() == Enrolment.Secret.ACCESS_PIN
                        && facts.account().role() != Role.USER;
        };
    }

    /** Whether the account is one that a bank's collection service serves. */
    private static boolean collects(Facts facts) {
        return facts.account().role() == Role.USER
                && facts.policy().administration().permissionMatrix() == PermissionMatrix.ONLINE_BANKING;
    }

    /** What the account proves itself with by the policy: the log-in secret first. */
    private static List<SecretKind> memorized(Facts facts) {
        Policy policy = facts.policy();
        List<SecretKind> kinds = new ArrayList<>();
        Optional<SecretKind> logIn = SecretKind.ofLogIn(policy);
        logIn.ifPresent(kinds::add);
        boolean confirms = policy.auth().stepUp().asksFor(Reproof.CONFIRMATION_PIN);
        if (confirms && facts.account().role() == Role.ADMINISTRATOR) {
            kinds.add(SecretKind.CONFIRMATION_PIN);
        }
        return kinds;
    }

    private static List<SecretKind> resettable(Facts facts) {
        List<SecretKind> kinds = new ArrayList<>(memorized(facts));
        facts.policy().auth().otp().forEach(kind -> kinds.add(SecretKind.valueOf(kind.name())));
        return kinds;
    }

    /** An authenticator's key is made by its owner; everything else is handed out on paper. */
    private static boolean hasLetter(List<SecretKind> secrets) {
        return secrets.stream().anyMatch(kind -> kind != SecretKind.TOTP);
    }

    private static List<SecretKind> only(@Nullable SecretKind chosen, List<SecretKind> all) {
        return chosen == null ? all : all.stream().filter(chosen::equals).toList();
    }
}
