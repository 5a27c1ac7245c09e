package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import java.time.Duration;

/** Ten days where subscribers are listed, twelve months where only authorities can be. */
final class NextUpdateIsSoon implements CrlRule {
    @Override
    public String source() {
        return "BR 4.9.7";
    }

    private static final Duration FOR_SUBSCRIBERS = Duration.ofDays(10);
    private static final Duration FOR_AUTHORITIES = Duration.ofDays(365);

    @Override
    public void check(CrlTarget target, Findings findings) {
        Duration most = target.issuer().mayCertifyAuthorities() ? FOR_AUTHORITIES : FOR_SUBSCRIBERS;
        if (target.nextUpdate().isPresent()
                && target.nextUpdate().get().isAfter(target.thisUpdate().plus(most))) {
            findings.add("nextUpdate is more than %d days after thisUpdate", most.toDays());
        }
    }
}
