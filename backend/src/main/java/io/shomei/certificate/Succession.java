package io.shomei.certificate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside a certificate in a line of renewals.
 *
 * @param earlier what it took the place of
 * @param successor what took its place, the last one where that was issued more than once
 */
public record Succession(
        @Nullable Certificate earlier, @Nullable Certificate successor) {

    static Succession of(Certificate certificate, List<Certificate> beside) {
        Certificate earlier = null;
        Certificate successor = null;
        for (Certificate each : beside) {
            if (each.id().equals(certificate.renews())) {
                earlier = each;
            } else {
                successor = each;
            }
        }
        return new Succession(earlier, successor);
    }
}
