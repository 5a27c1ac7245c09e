package io.shomei.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.policy.Policy;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** How users may be called. */
class UserNamesTest {
    private static final Policy.Identity WITH_KANA = new Policy.Identity(1, null, true, null, null, "{name}");
    private static final Policy.Identity WITHOUT = new Policy.Identity(1, null, false, null, null, "{name}");

    @Property
    void halfWidthUpToFortyEightIsAName(@ForAll("halfWidth") String kana) {
        UserNames names = new UserNames(kana, null);
        assertThat(codes(names, WITH_KANA)).isEmpty();
        assertThat(names.shown()).isEqualTo(kana.strip());
    }

    @Property
    void oneCharacterThatIsNotHalfWidthIsSeen(@ForAll("halfWidth") String kana, @ForAll("fullWidth") char other) {
        assertThat(codes(new UserNames(kana.substring(1) + other, null), WITH_KANA))
                .containsExactly("kana-form");
        assertThat(codes(new UserNames("ﾔ", "山" + kana.charAt(0)), WITH_KANA)).containsExactly("name-form");
    }

    @Property
    void lengthsAreCountedInCharacters(@ForAll("fullWidth") char letter) {
        String longest = String.valueOf(letter).repeat(48);
        assertThat(codes(new UserNames("ﾔ", longest), WITH_KANA)).isEmpty();
        assertThat(codes(new UserNames("ﾔ", longest + letter), WITH_KANA)).containsExactly("name-long");
        // Of two units of UTF-16 each.
        assertThat(codes(new UserNames("ﾔ", "𠮷".repeat(48)), WITH_KANA)).isEmpty();
    }

    @Property
    void withoutKanaThereIsOneName(@ForAll("halfWidth") String name) {
        assertThat(codes(new UserNames(null, name), WITHOUT)).isEmpty();
        assertThat(codes(new UserNames(name, null), WITHOUT)).containsExactly("name-missing", "kana-not-used");
    }

    @Provide
    Arbitrary<String> halfWidth() {
        return Arbitraries.strings()
                .withChars("ｱｲｳｴｵﾔﾏﾀﾞﾟｰABCxyz0189().,/-｢｣")
                .ofMinLength(1)
                .ofMaxLength(48);
    }

    @Provide
    Arbitrary<Character> fullWidth() {
        return Arbitraries.of('山', '田', 'ヤ', 'や', 'Ａ', '０');
    }

    private static List<String> codes(UserNames names, Policy.Identity policy) {
        return names.faults(policy, Language.JA).stream()
                .map(UserNamesTest::told)
                .toList();
    }

    private static String told(InputFault fault) {
        assertThat(fault.message()).isNotEqualTo(fault.code());
        return fault.code();
    }
}
