package io.shomei.request.bulk;

import io.shomei.pki.KeySpec;
import io.shomei.profile.CertificateKind;
import io.shomei.request.CheckContext;
import io.shomei.request.PermittedProfile;
import io.shomei.request.RegisteredSubject;
import io.shomei.tenant.Domain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tenant that sample files are made for.
 *
 * @param domain a permitted one without wildcards
 * @param lapsedDomain one whose issuing deadline has passed
 */
public record SampleTenant(RegisteredSubject subject, String domain, String lapsedDomain) {
    /** The server profiles samples use, with the key each takes. */
    static final Map<String, KeySpec> PROFILES = Map.of("3", KeySpec.RSA_2048, "11", KeySpec.P384, "12", KeySpec.P256);

    private static final int MIN_PIN_LENGTH = 8;
    private static final Duration A_MONTH = Duration.ofDays(30);

    /** Such a tenant as the checks see it. */
    CheckContext contextAt(Instant now) {
        return new CheckContext(
                subject,
                List.of(
                        new Domain(domain, now.plus(A_MONTH), false),
                        new Domain(lapsedDomain, now.minus(A_MONTH), false)),
                PROFILES.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                each -> new PermittedProfile(
                                        CertificateKind.SERVER, Set.of(each.getValue()), Set.of()))),
                MIN_PIN_LENGTH,
                now);
    }
}
