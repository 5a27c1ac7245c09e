package io.shomei.account.secret;

import static java.util.Locale.ROOT;

import io.shomei.account.Account;
import io.shomei.policy.Policy.Password;
import io.shomei.policy.Policy.Password.Charset;
import io.shomei.policy.Policy.Password.Composition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules that a value is judged by alone, as a pure function; earlier values are another question. */
final class SecretRules {
    private SecretRules() {}

    /**
     * Every rule that the value breaks.
     *
     * @param contractId what the tenant is known by
     */
    static List<SecretRule> broken(Password policy, Account account, String contractId, String value) {
        List<SecretRule> broken = new ArrayList<>();
        if (value.length() < policy.minLength()) {
            broken.add(SecretRule.TOO_SHORT);
        }
        if (value.length() > policy.maxLength()) {
            broken.add(SecretRule.TOO_LONG);
        }
        if (!value.chars().allMatch(each -> isAllowed(policy.charset(), each))) {
            broken.add(SecretRule.CHARACTER_NOT_ALLOWED);
        }
        if (policy.composition() == Composition.LETTERS_AND_DIGITS) {
            if (value.chars().noneMatch(SecretRules::isLetter)) {
                broken.add(SecretRule.LETTER_MISSING);
            }
            if (value.chars().noneMatch(SecretRules::isDigit)) {
                broken.add(SecretRule.DIGIT_MISSING);
            }
        }
        for (Password.Forbidden forbidden : policy.notEqualTo()) {
            switch (forbidden) {
                case USER_NAME -> addIfEqual(broken, SecretRule.IS_USER_NAME, value, account.name());
                case LOGIN_ID -> addIfEqual(broken, SecretRule.IS_LOGIN_ID, value, account.loginId());
                case CONTRACT_ID -> addIfEqual(broken, SecretRule.IS_CONTRACT_ID, value, contractId);
            }
        }
        return broken;
    }

    /** Case and blanks make no difference to whoever guesses (GX-02). */
    private static void addIfEqual(List<SecretRule> broken, SecretRule rule, String value, @Nullable String forbidden) {
        if (forbidden != null && bare(value).equals(bare(forbidden))) {
            broken.add(rule);
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\u3000]", "").toLowerCase(ROOT);
    }

    private static boolean isAllowed(Charset charset, int each) {
        return switch (charset) {
            case ALPHANUMERIC -> isLetter(each) || isDigit(each);
            case PRINTABLE_ASCII -> each > 0x20 && each < 0x7F;
        };
    }

    private static boolean isLetter(int each) {
        return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
    }

    private static boolean isDigit(int each) {
        return each >= '0' && each <= '9';
    }
}
