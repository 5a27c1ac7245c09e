package io.shomei.profile;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.lint.Finding;
import java.util.List;
import java.util.Locale;

/**
 * One way in which a profile contradicts itself, its limits or the standards.
 *
 * @param pointer JSON pointer of the member
 * @param facts what completes the sentence
 */
record ProfileFault(String pointer, Code code, List<String> facts) {
    private static final Texts SENTENCES = Texts.load("io/shomei/profile/faults");

    ProfileFault {
        facts = List.copyOf(facts);
    }

    /** What can be wrong. Sentences stand in {@code faults_{ja,en}.properties}. */
    enum Code {
        NAME_EMPTY,
        NAME_TOO_LONG,
        KEYS_EMPTY,
        KEY_NOT_OFFERED,
        KEY_TOO_SMALL,
        KEY_CANNOT_SERVE,
        AUTHORITY_UNKNOWN,
        AUTHORITY_NOT_CHANGEABLE,
        PERIOD_TOO_SHORT,
        PERIOD_TOO_LONG,
        POLICY_NOT_OID,
        POLICY_ANY,
        PURPOSE_MISSING,
        PURPOSE_NOT_ALONE,
        USAGE_NOT_SUBSCRIBERS,
        USAGE_TOO_WIDE,
        NAMES_WRONG,
        KEY_NOT_APPLICANTS,
        SUBJECT_REPEATED,
        CEILINGS_MISSING,
        CEILINGS_UNORDERED,
        LIMITS_CROSSED,
        /** No certificate of it could be signed. */
        LINT_FAILED;

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static ProfileFault of(Trials.Failure failure) {
        Finding finding = failure.finding();
        return new ProfileFault(
                "/keys",
                Code.LINT_FAILED,
                List.of(
                        failure.key().displayName(),
                        failure.authority(),
                        finding.rule(),
                        finding.source(),
                        finding.detail()));
    }

    InputFault in(Language language) {
        return new InputFault(pointer, code.text(), SENTENCES.get(language, code.text(), facts.toArray()));
    }

    static Texts sentences() {
        return SENTENCES;
    }
}
