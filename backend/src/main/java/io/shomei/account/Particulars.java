package io.shomei.account;

import io.shomei.kernel.Right;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What may change of an account, besides its state.
 *
 * @param kana the name in half-width kana, where the policy has one
 * @param email where its mails go
 */
public record Particulars(
        String name, @Nullable String kana, @Nullable String email, Set<Right> rights) {

    public Particulars {
        // In one order, so that the same wish reads the same.
        SortedSet<Right> ordered = new TreeSet<>(rights);
        rights = Collections.unmodifiableSortedSet(ordered);
        name = name.strip();
        kana = given(kana);
        email = given(email);
    }

    /** The same with another mail address. */
    public Particulars withEmail(String other) {
        return new Particulars(name, kana, other, rights);
    }

    /** What an account has now. */
    public static Particulars of(Account account) {
        return new Particulars(account.name(), account.kana(), account.email(), account.rights());
    }

    /** Where nothing but blanks was typed, there is none. */
    private static @Nullable String given(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
