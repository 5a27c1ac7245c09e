package io.shomei.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.testing.Http;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Who watches the platform is told years before an authority's certificate ends. */
@ShomeiTest
class AuthorityMetricsTest {
    @Inject
    Authorities authorities;

    @Inject
    Http http;

    @Test
    void everyAuthorityInUseSaysHowLongItIsValidStill() {
        authorities.refresh();
        assertThat(authorities.all()).extracting(Authority::name).contains("root", "client");
        for (Authority each : authorities.all()) {
            Optional<Double> left = left(each);
            switch (each.state()) {
                case ACTIVE, EXTERNAL ->
                    assertThat(left.orElseThrow())
                            .as(each.name())
                            .isCloseTo(
                                    Duration.between(
                                                    Instant.now(),
                                                    each.certificate().notAfter())
                                            .toSeconds(),
                                    Offset.offset(600.0));
                case RETIRED, COMPROMISED -> assertThat(left).as(each.name()).isEmpty();
            }
        }
    }

    private Optional<Double> left(Authority authority) {
        String line =
                "authority_seconds_left{authority=\"%s\",line=\"%s\"} ".formatted(authority.name(), authority.line());
        return http.plain()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(each -> each.startsWith(line))
                .map(each -> Double.valueOf(each.substring(line.length())))
                .findFirst();
    }
}
