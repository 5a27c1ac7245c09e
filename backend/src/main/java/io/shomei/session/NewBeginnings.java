package io.shomei.session;

import io.shomei.account.Account;
import io.shomei.account.Entitlements;
import io.shomei.account.secret.SecretKind;
import io.shomei.account.secret.SecretState;
import io.shomei.account.secret.Secrets;
import io.shomei.certificate.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may acquire a certificate by themselves: whoever has none yet, and whoever's has ended, for as long as
 * {@code renewal.graceAfterExpiry} says (B-14). After that somebody lets them: an acquisition password issued anew, an initialisation or
 * an entitlement from after the last certificate.
 */
@ApplicationScoped
public class NewBeginnings {
    private final Entitlements entitlements;
    private final Secrets secrets;

    NewBeginnings(Entitlements entitlements, Secrets secrets) {
        this.entitlements = entitlements;
        this.secrets = secrets;
    }

    /** Whether the grace after the last certificate is over, and nobody let its owner begin anew since. */
    public boolean needDesk(Account account, Standing standing) {
        // Most have not expired, which says it without asking for secrets.
        return standing.isPastGrace(null) && standing.isPastGrace(since(account));
    }

    /** Whether the account may acquire one, as far as the grace and an administrator decide that. */
    public boolean areOpen(Account account, Standing standing) {
        boolean let =
                entitlements.mayAcquire(account) || (standing.isInGrace() && entitlements.mayAcquireAgain(account));
        return let && !needDesk(account, standing);
    }

    private @Nullable Instant since(Account account) {
        Instant handedOut = secrets.states(account).stream()
                .filter(secret -> secret.kind() == SecretKind.ACQUISITION_PASSWORD && secret.usable())
                .map(SecretState::setAt)
                .findFirst()
                .orElse(null);
        return Stream.of(account.marks().initialisedAt(), account.marks().entitledAt(), handedOut)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
