package io.shomei.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcspConfigTest {
    @Test
    void whatHoldsUnlessSet() {
        OcspConfig config = new SmallRyeConfigBuilder()
                .withMapping(OcspConfig.class)
                .build()
                .getConfigMapping(OcspConfig.class);
        assertThat(config.lifetime()).isEqualTo(Duration.ofHours(24));
        assertThat(config.maxAge()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.keptAnswers()).isEqualTo(20_000);
    }

    /** BR 4.9.10. */
    @ParameterizedTest
    @CsvSource({"PT8H,PT4H", "PT15H,PT7H30M", "PT16H,PT8H", "PT24H,PT16H", "P4D,PT88H", "P5D,P4D", "P10D,P4D"})
    void anAnswerIsGivenAwayForAsLongAsTheRequirementsAllow(Duration lifetime, Duration usable) {
        assertThat(KeptAnswers.usable(lifetime)).isEqualTo(usable);
    }
}
