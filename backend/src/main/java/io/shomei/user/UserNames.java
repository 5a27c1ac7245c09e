package io.shomei.user;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a user is called, as an administrator typed it: with {@code identity.kanaName} in half-width kana and alphanumerics, and in kanji where
 * they like (HK-043), else by one name.
 */
record UserNames(@Nullable String kana, @Nullable String name) {
    private static final Texts TEXTS = Texts.load("io/shomei/user/faults");
    private static final int LONGEST = 48;
    /** What banks take in names: half-width kana with their marks, and capital and small letters, digits, blanks and a few signs. */
    private static final Pattern HALF_WIDTH = Pattern.compile("[0-9A-Za-zｦ-ﾟ ().,/｢｣-]*");
    /** Neither ASCII nor half-width kana. */
    private static final Pattern FULL_WIDTH = Pattern.compile("[^\\x00-\\x7F｡-ﾟ]*");

    UserNames {
        kana = kana == null || kana.isBlank() ? null : kana.strip();
        name = name == null || name.isBlank() ? null : name.strip();
    }

    /** The name under which the user is shown everywhere; empty only where something is wrong. */
    String shown() {
        if (name != null) {
            return name;
        }
        return kana == null ? "" : kana;
    }

    /** Everything that is wrong with them. */
    List<InputFault> faults(Policy.Identity policy, Language language) {
        List<InputFault> faults = new ArrayList<>();
        if (!policy.kanaName()) {
            if (name == null) {
                faults.add(fault("/name", "name-missing", language));
            }
            if (kana != null) {
                faults.add(fault("/kana", "kana-not-used", language));
            }
            return faults;
        }
        if (kana == null) {
            faults.add(fault("/kana", "kana-missing", language));
        } else if (isLong(kana) || !HALF_WIDTH.matcher(kana).matches()) {
            faults.add(fault("/kana", "kana-form", language));
        }
        // Where no other name is given, the one in kana stands in its place, also when it comes back from a form.
        if (name != null && !name.equals(kana)) {
            if (isLong(name)) {
                faults.add(fault("/name", "name-long", language));
            }
            if (!FULL_WIDTH.matcher(name).matches()) {
                faults.add(fault("/name", "name-form", language));
            }
        }
        return faults;
    }

    private static boolean isLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    private static InputFault fault(String pointer, String code, Language language) {
        return new InputFault(pointer, code, TEXTS.get(language, code));
    }
}
