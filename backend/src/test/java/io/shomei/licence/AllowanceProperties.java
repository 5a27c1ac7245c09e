package io.shomei.licence;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.kernel.CertificateId;
import io.shomei.policy.Policy.Quota.Model;
import io.shomei.profile.CertificateKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class AllowanceProperties {
    @Property
    void aContractIsUsedUpAndNeverExceeded(
            @ForAll @IntRange(max = 20) int most,
            @ForAll @IntRange(max = 30) int counted,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> subjects) {
        List<LicenceClaim> claims = claims(subjects);
        List<LicenceClaim> granted = new Allowance(Model.LICENCES, most, most).grant(claims, counted, Map.of());
        assertThat(granted).hasSize(Math.min(claims.size(), Math.max(0, most - counted)));
        assertThat(granted).isEqualTo(claims.subList(0, granted.size()));
    }

    @Property
    void noSubjectHasMoreThanItsOwn(
            @ForAll @IntRange(min = 1, max = 3) int most,
            @ForAll @IntRange(max = 4) int counted,
            @ForAll @Size(max = 20) List<@IntRange(max = 3) Integer> subjects) {
        List<LicenceClaim> claims = claims(subjects);
        Map<String, Integer> present = Map.of("0", counted);
        List<LicenceClaim> granted = new Allowance(Model.PER_SUBJECT, most, most).grant(claims, 1_000, present);
        Map<String, Long> asked = bySubject(claims);
        Map<String, Long> got = new HashMap<>(bySubject(granted));
        asked.forEach((subject, count) -> assertThat(got.getOrDefault(subject, 0L))
                .isEqualTo(Math.min(count, Math.max(0, most - present.getOrDefault(subject, 0)))));
    }

    private static Map<String, Long> bySubject(List<LicenceClaim> claims) {
        return claims.stream().collect(Collectors.groupingBy(LicenceClaim::subject, Collectors.counting()));
    }

    private static List<LicenceClaim> claims(List<Integer> subjects) {
        return subjects.stream()
                .map(subject -> new LicenceClaim(
                        new CertificateId(UUID.randomUUID()),
                        CertificateKind.USER,
                        subject.toString(),
                        false,
                        Instant.EPOCH))
                .toList();
    }
}
