package io.shomei.account.secret;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy;
import java.util.Locale;

/** Why a value cannot be chosen (SC-050, GX-01, GX-02, DN-060). */
public enum SecretRule {
    TOO_SHORT,
    TOO_LONG,
    CHARACTER_NOT_ALLOWED,
    LETTER_MISSING,
    DIGIT_MISSING,
    IS_USER_NAME,
    IS_LOGIN_ID,
    IS_CONTRACT_ID,
    USED_BEFORE;

    private static final Texts TEXTS = Texts.load("io/shomei/account/secret-rules");

    /** Stable code for programs, such as {@code too-short}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The sentence for a person, with the bounds of their policy. */
    public String message(Language language, Policy.Password policy) {
        return switch (this) {
            case TOO_SHORT -> TEXTS.get(language, code(), policy.minLength());
            case TOO_LONG -> TEXTS.get(language, code(), policy.maxLength());
            case CHARACTER_NOT_ALLOWED -> TEXTS.get(language, code() + "." + policy.charset());
            case USED_BEFORE -> TEXTS.get(language, code(), policy.history());
            case LETTER_MISSING, DIGIT_MISSING, IS_USER_NAME, IS_LOGIN_ID, IS_CONTRACT_ID ->
                TEXTS.get(language, code());
        };
    }
}
