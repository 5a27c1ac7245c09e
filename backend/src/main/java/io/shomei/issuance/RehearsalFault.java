package io.shomei.issuance;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.pki.CsrFault;
import java.util.List;
import java.util.Locale;

/**
 * One thing for which a certificate would not be issued.
 *
 * @param pointer JSON pointer of the member
 * @param code sentences stand in {@code rehearsal_{ja,en}.properties}
 * @param facts what completes the sentence
 */
record RehearsalFault(String pointer, String code, List<String> facts) {
    static final Texts SENTENCES = Texts.load("io/shomei/issuance/rehearsal");

    /** What follows the code where the sentence says what to do. */
    static final String CURE = ".cure";

    RehearsalFault {
        facts = List.copyOf(facts);
    }

    /** What can be wrong beside the CSR itself. */
    enum Code {
        AUTHORITY_NOT_ACTIVE,
        SUBJECT_MISSING,
        SUBJECT_TOO_MANY,
        SUBJECT_NOT_FORESEEN,
        SUBJECT_NOT_REGISTERED,
        SUBJECT_NOT_WRITABLE,
        NAME_MISSING,
        NAME_NOT_FORESEEN,
        NAME_MALFORMED,
        NAME_INTERNATIONAL,
        NAME_NOT_PERMITTED,
        DEADLINE_PASSED,
        WILDCARD_NOT_ALLOWED,
        NAME_USED,
        KEY_USED,
        KEY_BLOCKED,
        NO_LICENCE
    }

    static RehearsalFault of(String pointer, Code code, String... facts) {
        return new RehearsalFault(pointer, text(code), List.of(facts));
    }

    static RehearsalFault ofCsr(CsrFault fault) {
        return new RehearsalFault("/csr", text(fault), List.of());
    }

    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    InputFault in(Language language) {
        return new InputFault(
                pointer,
                null,
                code,
                SENTENCES.get(language, code, facts.toArray()),
                SENTENCES.get(language, code + CURE, facts.toArray()));
    }
}
