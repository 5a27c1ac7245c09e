package io.shomei.policy;

import io.shomei.policy.Policy.Download.Repetition;
import io.shomei.policy.Policy.Enrolment.Secret;
import io.shomei.policy.Policy.Issuance.Approval;
import io.shomei.policy.Policy.Issuance.Mode;
import io.shomei.policy.Policy.Key.Origin;
import io.shomei.policy.Policy.LockOut.LastLock;
import io.shomei.policy.Policy.LockOut.Unlocker;
import io.shomei.policy.Policy.MethodSwitch;
import io.shomei.policy.Policy.P12.InitialPassword;
import io.shomei.policy.Policy.P12.RenewalPassword;
import io.shomei.policy.Policy.Proof;
import io.shomei.policy.Policy.Supersession;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the values of a policy must have to do with one another. */
final class Consistency {
    /** A P12 file can be attacked where it lies, so its password is longer than one that locks. */
    private static final int LEAST_P12_PASSWORD = 8;

    private final Policy policy;
    private final List<PolicyFault> faults = new ArrayList<>();

    private Consistency(Policy policy) {
        this.policy = policy;
    }

    /** Every contradiction; none where the values go together. */
    static List<PolicyFault> check(Policy policy) {
        Consistency consistency = new Consistency(policy);
        consistency.logIn();
        consistency.secrets();
        consistency.notices();
        consistency.keyFiles();
        consistency.issuing();
        consistency.certificates();
        consistency.mails();
        return List.copyOf(consistency.faults);
    }

    private void logIn() {
        require(!policy.auth().methods().isEmpty(), "auth.methods", "NoMethod");
        for (List<Proof> method : policy.auth().methods()) {
            Set<Proof> proofs = EnumSet.noneOf(Proof.class);
            proofs.addAll(method);
            boolean secret = proofs.contains(Proof.PASSWORD) || proofs.contains(Proof.PIN);
            // Somebody is named by a certificate of their own or by an ID; an ID alone proves nothing.
            require(proofs.contains(Proof.CERT) || proofs.contains(Proof.ID), "auth.methods", "MethodNamesNobody");
            require(!proofs.contains(Proof.ID) || secret, "auth.methods", "IdWithoutSecret");
            require(
                    !(proofs.contains(Proof.CERT) && proofs.contains(Proof.ID)),
                    "auth.methods",
                    "CertificateBesidesId");
            require(
                    !(proofs.contains(Proof.PASSWORD) && proofs.contains(Proof.PIN)),
                    "auth.methods",
                    "PasswordBesidesPin");
            require(!proofs.contains(Proof.OTP) || secret, "auth.methods", "OtpAlone");
        }
        require(!policy.auth().asksFor(Proof.OTP) || !policy.auth().otp().isEmpty(), "auth.otp", "NoKindOfOtp");
        require(
                !policy.auth().asksFor(Proof.ID) || policy.identity().userIdFormat() != null,
                "identity.userIdFormat",
                "NoFormatOfId");
        require(
                !policy.auth().rememberLoginId() || policy.auth().asksFor(Proof.ID),
                "auth.rememberLoginId",
                "NoIdToRemember");
        require(
                !policy.auth().methodSwitch().contains(MethodSwitch.BY_ENTITLEMENT)
                        || policy.issuance().approval() == Approval.ENTITLEMENT,
                "auth.methodSwitch",
                "NobodyEntitles");
    }

    private void secrets() {
        require(policy.password().minLength() <= policy.password().maxLength(), "password.maxLength", "LengthsCrossed");
        // An administrator can lock themselves out, and nobody unlocks themselves.
        require(
                policy.lockout().unlockBy().contains(Unlocker.OPERATOR)
                        || policy.lockout().unlockBy().contains(Unlocker.TIME),
                "lockout.unlockBy",
                "NobodyElseUnlocks");
        require(
                policy.lockout().last() == LastLock.UNTIL_UNLOCKED
                        || (policy.lockout().temporary() != null
                                && policy.lockout().unlockBy().contains(Unlocker.TIME)),
                "lockout.last",
                "TemporaryWithoutTime");
        boolean needsSession =
                policy.enrolment().secret() == Secret.NONE && policy.key().comesFrom(Origin.BROWSER_KEYGEN);
        require(
                !needsSession
                        || policy.auth().methods().stream().anyMatch(method -> !method.contains(Proof.CERT))
                        || policy.key().comesFrom(Origin.SERVER_P12),
                "enrolment.secret",
                "NobodyGetsTheFirstCertificate");
    }

    /** Nobody is told before they have it. */
    private void notices() {
        Period notice = policy.enrolment().lapseNotice();
        Period lifetime = policy.enrolment().secretLifetime();
        require(
                notice == null || lifetime == null || PolicyKey.days(notice) < PolicyKey.days(lifetime),
                "enrolment.lapseNotice",
                "NoticeBeforeTheSecret");
    }

    private void keyFiles() {
        InitialPassword initial = policy.p12().initialPassword();
        RenewalPassword renewal = policy.p12().renewalPassword();
        boolean made = policy.key().comesFrom(Origin.SERVER_P12);
        require(initial == InitialPassword.NONE || made, "p12.initialPassword", "NoKeyFile");
        require(renewal == RenewalPassword.NONE || made, "p12.renewalPassword", "NoKeyFile");
        require(
                initial != InitialPassword.ENROLMENT_SECRET
                        || policy.enrolment().secret() != Secret.NONE,
                "p12.initialPassword",
                "NoEnrolmentSecret");
        require(
                !made || policy.enrolment().secret() == Secret.NONE || initial == InitialPassword.ENROLMENT_SECRET,
                "p12.initialPassword",
                "SecretOpensTheFile");
        require(
                initial != InitialPassword.GENERATED_CSV || policy.download().policy() == Repetition.REPEATABLE,
                "p12.initialPassword",
                "ListWithoutEscrow");
        if (renewal == RenewalPassword.LOGIN_PASSWORD_IN_REQUEST) {
            require(policy.issuance().mode() == Mode.SYNC, "issuance.mode", "PasswordNeedsTheRequest");
            require(policy.auth().asksFor(Proof.PASSWORD), "p12.renewalPassword", "NoLogInPassword");
            require(
                    policy.password().minLength() >= LEAST_P12_PASSWORD,
                    "password.minLength",
                    "TooShortForKeyFiles",
                    LEAST_P12_PASSWORD);
        }
        require(
                policy.download().policy() != Repetition.REPEATABLE
                        || policy.key().comesFrom(Origin.SERVER_P12),
                "download.policy",
                "RepeatableNeedsOurKeys");
        require(
                policy.download().policy() != Repetition.RESUMABLE
                        || policy.download().window() != null,
                "download.window",
                "ResumableNeedsWindow");
        require(
                policy.p12().formats().isEmpty() != policy.key().comesFrom(Origin.SERVER_P12),
                "p12.formats",
                "FormatsWithoutKeys");
    }

    private void issuing() {
        // Whoever knows the acquisition password is allowed by that, and nobody else is.
        require(
                (policy.enrolment().secret() == Secret.ACQUISITION_PASSWORD)
                        == (policy.issuance().approval() == Approval.SECRET),
                "issuance.approval",
                "SecretAllows");
        require(
                policy.issuance().mode() == Mode.SYNC || policy.issuance().approval() == Approval.NONE,
                "issuance.approval",
                "NobodyApprovesJobs");
        // Any other value would silently leave people without a renewal.
        require(
                policy.renewal().window() == null
                        || policy.renewal().authentication().isEmpty()
                        || policy.renewalWay().isPresent()
                        || !policy.auth().asksFor(Proof.CERT),
                "renewal.authentication",
                "NobodyRenewsSo");
    }

    private void certificates() {
        boolean bothValid = policy.certificate().supersession() == Supersession.AT_EXPIRY
                || policy.certificate().supersession() == Supersession.EXPLICIT;
        require(
                !bothValid
                        || policy.renewal().window() == null
                        || policy.certificate().maxValidDuringRenewal() >= 2,
                "certificate.maxValidDuringRenewal",
                "BothAreValid");
        require(
                policy.certificate().maxValidDuringRenewal()
                        >= policy.certificate().maxValidPerSubject(),
                "certificate.maxValidDuringRenewal",
                "FewerDuringRenewal");
        var window = policy.renewal().window();
        require(
                policy.certificate().supersession() != Supersession.NEVER
                        || window == null
                        || policy.renewal().authentication().isEmpty(),
                "certificate.supersession",
                "RenewedThoughSeparate");
        require(
                policy.renewal().replacementReminder() == null
                        || policy.certificate().supersession() == Supersession.EXPLICIT,
                "renewal.replacementReminder",
                "NothingToRemindOf");
        policy.renewal().notices().stream()
                .max(Comparator.comparingLong(PolicyKey::days))
                .filter(earliest -> window != null && PolicyKey.days(earliest) > PolicyKey.days(window))
                .ifPresent(earliest -> require(false, "renewal.notices", "NoticeBeforeWindow", earliest));
    }

    private void mails() {
        require(!policy.mail().languages().isEmpty(), "mail.languages", "NoLanguage");
    }

    private void require(boolean condition, String path, String rule, Object... facts) {
        if (!condition) {
            PolicyFault fault = PolicyFault.of(path, rule, facts);
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
        }
    }
}
