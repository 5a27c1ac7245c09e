package io.shomei.account.secret;

import io.shomei.account.Account;
import io.shomei.keys.KeyStorage;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Passwords that are good once. What they are computed from must be read again, so it is encrypted under the key-encryption key. */
@ApplicationScoped
class OneTimePasswords {
    private final KeyStorage keys;
    private final SecretRepository secrets;
    private final SecureRandom random;

    OneTimePasswords(KeyStorage keys, SecretRepository secrets, SecureRandom random) {
        this.keys = keys;
        this.secrets = secrets;
        this.random = random;
    }

    /**
     * Whether it is right.
     *
     * @param step of time, which is used up with it
     */
    record Match(boolean right, @Nullable Long step) {
        static Match of(boolean right) {
            return new Match(right, null);
        }
    }

    /**
     * A new one.
     *
     * @param handedOut the key of an authenticator in base32, or the cells of a card
     */
    record New(byte[] sealed, String handedOut) {
        @Override
        public String toString() {
            return "•••";
        }
    }

    New make(Account account, SecretKind kind) {
        if (kind == SecretKind.TOTP) {
            byte[] key = new byte[Totp.KEY_OCTETS];
            random.nextBytes(key);
            return new New(seal(account, kind, key), Totp.base32(key));
        }
        String cells = GridCard.random(random).exposeCells();
        return new New(seal(account, kind, cells.getBytes(StandardCharsets.US_ASCII)), cells);
    }

    Match match(Account account, SecretRow row, String typed, Instant now) {
        byte[] sealed = row.sealed();
        if (sealed == null) {
            return Match.of(false);
        }
        byte[] open = keys.encryption().unwrap(name(account, row.kind()), sealed);
        if (row.kind() == SecretKind.TOTP) {
            OptionalLong step = Totp.step(open, typed, now, row.usedStep());
            return step.isPresent() ? new Match(true, step.getAsLong()) : Match.of(false);
        }
        String asked = row.challenge();
        return Match.of(asked != null
                && GridCard.of(new String(open, StandardCharsets.US_ASCII)).answers(positions(asked), typed));
    }

    List<String> challenge(Account account) {
        secrets.challenge(account, String.join(",", GridCard.challenge(random)));
        return secrets.findSecret(account, SecretKind.GRID_CARD)
                .map(SecretRow::challenge)
                .map(OneTimePasswords::positions)
                .orElse(List.of());
    }

    byte[] seal(Account account, SecretKind kind, byte[] open) {
        return keys.encryption().wrap(name(account, kind), open);
    }

    /** Whose and what it is, so that one cannot be put in another's place. */
    private static String name(Account account, SecretKind kind) {
        return "secret " + kind + " " + account.id();
    }

    private static List<String> positions(String stored) {
        return List.of(stored.split(",", -1));
    }
}
