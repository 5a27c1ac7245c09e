package io.shomei.policy;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy.LockOut.LastLock;
import io.shomei.policy.Policy.Password;
import io.shomei.policy.Policy.Proof;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a policy means for the people under it, in sentences: the preview of a change. */
final class PolicySentences {
    private static final Texts TEXTS = Texts.load("io/shomei/policy/sentences");

    private final Policy policy;
    private final Language language;
    private final List<Sentence> sentences = new ArrayList<>();

    private PolicySentences(Policy policy, Language language) {
        this.policy = policy;
        this.language = language;
    }

    /**
     * @param group the part of the model that it comes from
     */
    record Sentence(String group, String text) {}

    static List<Sentence> of(Policy policy, Language language) {
        PolicySentences told = new PolicySentences(policy, language);
        told.logIn();
        told.secrets();
        told.session();
        told.certificates();
        told.delivery();
        told.applying();
        told.counting();
        told.users();
        return List.copyOf(told.sentences);
    }

    private void logIn() {
        for (List<Proof> method : policy.auth().methods()) {
            say("auth", "auth.method", list("auth.methods", method));
        }
        if (!policy.auth().methodSwitch().isEmpty()) {
            say("auth", "auth.switch");
        }
        if (policy.auth().softwareKeyboard()) {
            say("auth", "auth.keyboard");
        }
        if (policy.auth().rememberLoginId()) {
            say("auth", "auth.remember");
        }
        switch (policy.ipAllowlist().combine()) {
            case OFF -> {
                // Nobody is asked where they come from.
            }
            case AND -> say("ipAllowlist", "ip.and");
            case OR_CERTIFICATE -> say("ipAllowlist", "ip.or");
        }
    }

    private void secrets() {
        if (!policy.auth().asksFor(Proof.PASSWORD) && !policy.auth().asksFor(Proof.PIN)) {
            return;
        }
        Password rule = policy.password();
        say("password", "password.length", rule.minLength(), rule.maxLength());
        say("password", "password.charset." + rule.charset());
        if (rule.composition() == Password.Composition.LETTERS_AND_DIGITS) {
            say("password", "password.composition");
        }
        if (rule.history() > 0) {
            say("password", "password.history", rule.history());
        }
        if (rule.maxAgeDays() != null) {
            say("password", "password.age." + rule.onExpiry(), rule.maxAgeDays());
        }
        if (rule.firstLoginChange()) {
            say("password", "password.first");
        }
        Policy.LockOut lock = policy.lockout();
        if (lock.temporary() != null) {
            say("lockout", "lockout.temporary", lock.threshold(), PolicyTexts.span(lock.temporary(), language));
        }
        if (lock.last() == LastLock.UNTIL_UNLOCKED) {
            say("lockout", "lockout.last", lock.threshold(), list("lockout.unlockBy", lock.unlockBy()));
        }
    }

    private void session() {
        Policy.Session session = policy.session();
        say("session", "session.idle." + session.idleEvent(), PolicyTexts.span(session.idleTimeout(), language));
        say("session", "session." + session.concurrency());
        if (session.shownLogins() > 0) {
            say("session", "session.shown", session.shownLogins());
        }
    }

    private void certificates() {
        Policy.CertificateTerms terms = policy.certificate();
        if (terms.validity() == null) {
            say("certificate", "certificate.validity.profile");
        } else {
            say("certificate", "certificate.validity", PolicyTexts.span(terms.validity(), language));
        }
        say(
                "certificate",
                "certificate.rounding." + (terms.notAfterRounding() == null ? "profile" : terms.notAfterRounding()));
        say("certificate", "certificate." + terms.supersession());
        Period window = policy.renewal().window();
        if (window == null) {
            say("renewal", "renewal.none");
        } else {
            say("renewal", "renewal.window", PolicyTexts.span(window, language));
        }
        Period grace = policy.renewal().graceAfterExpiry();
        boolean acquires = policy.enrolment().secret() == Policy.Enrolment.Secret.ACQUISITION_PASSWORD
                || (policy.key().comesFrom(Policy.Key.Origin.BROWSER_KEYGEN)
                        && policy.enrolment().secret() == Policy.Enrolment.Secret.NONE);
        if (acquires && grace != null) {
            say("renewal", grace.isZero() ? "renewal.grace.none" : "renewal.grace", PolicyTexts.span(grace, language));
        }
        if (!policy.renewal().notices().isEmpty()) {
            String before = policy.renewal().notices().stream()
                    .map(notice -> PolicyTexts.span(notice, language))
                    .collect(Collectors.joining(language == Language.JA ? "・" : ", "));
            say("renewal", "renewal.notices", before);
        }
    }

    private void delivery() {
        say("key", "key.origin", list("key.origin", policy.key().origin()));
        say("enrolment", "enrolment." + policy.enrolment().secret());
        if (policy.key().comesFrom(Policy.Key.Origin.SERVER_P12)) {
            say("p12", "p12." + policy.p12().initialPassword());
            if (policy.renewal().window() != null) {
                say("p12", "p12.renewal." + policy.p12().renewalPassword());
            }
            say("download", "download." + policy.download().policy());
            if (policy.download().policy() != Policy.Download.Repetition.REPEATABLE) {
                say("enrolment", "enrolment.uncollected." + policy.enrolment().uncollected());
            }
        }
    }

    private void applying() {
        Integer above = policy.requestFile().fourEyesAbove();
        if (above != null) {
            say("requestFile", "requestFile.fourEyes", above);
            say(
                    "requestFile",
                    "requestFile.proposals",
                    PolicyTexts.span(policy.requestFile().proposalLifetime(), language));
        }
        Policy.Submission submission = policy.submission();
        if (submission.linkLifetime() != null) {
            say(
                    "submission",
                    "submission.links",
                    PolicyTexts.span(submission.linkLifetime(), language),
                    submission.linkUses(),
                    submission.maxRows());
        }
        Period period = policy.review().period();
        if (period != null) {
            say(
                    "review",
                    "review.period",
                    PolicyTexts.span(period, language),
                    PolicyTexts.span(policy.review().noticeAfter(), language));
        }
    }

    private void counting() {
        say("quota", "quota." + policy.quota().model());
        if (policy.revocation().by().isEmpty()) {
            say("revocation", "revocation.operator");
        } else {
            say(
                    "revocation",
                    "revocation.by",
                    list("revocation.by", policy.revocation().by()));
        }
        if (!policy.desk().fourEyes().isEmpty()) {
            say("desk", "desk.fourEyes", list("desk.fourEyes", policy.desk().fourEyes()));
            say("desk", "desk.proposals", PolicyTexts.span(policy.desk().proposalLifetime(), language));
        }
        say("audit", "audit.retention", PolicyTexts.span(policy.audit().retention(), language));
    }

    private void users() {
        if (policy.issuance().approval() == Policy.Issuance.Approval.ENTITLEMENT) {
            say("issuance", "issuance.entitlement");
        }
        if (policy.issuance().reissueCoolDown() != null) {
            say(
                    "issuance",
                    "issuance.coolDown",
                    PolicyTexts.span(policy.issuance().reissueCoolDown(), language));
        }
        if (policy.identity().kanaName()) {
            say("identity", "identity.kanaName");
        }
        Policy.Administration.PermissionMatrix matrix = policy.administration().permissionMatrix();
        if (matrix != Policy.Administration.PermissionMatrix.NONE) {
            say("administration", "administration." + matrix);
        }
    }

    private String list(String path, List<? extends Enum<?>> values) {
        PolicyKey key = PolicyKeys.all().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        return values.stream()
                .map(value -> PolicyTexts.value(key, value.name(), language))
                .collect(Collectors.joining(language == Language.JA ? "・" : ", "));
    }

    private void say(String group, String key, Object... facts) {
        sentences.add(new Sentence(group, TEXTS.get(language, key, facts)));
    }
}
