package io.shomei.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often somebody is heard. */
class RateLimitsTest {
    private final Standing time = new Standing();
    private final RateLimits limits = new RateLimits(3, 6, 4, 2, time);

    @Test
    void afterSoManyGuessesAnAddressWaits() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.guess("192.0.2.1")).isEmpty();
        }
        assertThat(limits.guess("192.0.2.1")).contains(Duration.ofSeconds(10));
        assertThat(limits.guess("192.0.2.2")).isEmpty();
        time.now += Duration.ofSeconds(10).toNanos();
        assertThat(limits.guess("192.0.2.1")).isEmpty();
        assertThat(limits.guess("192.0.2.1")).isPresent();
    }

    /** Everybody of a university may come from one address. */
    @Test
    void whoIsRightIsHeardWithoutEnd() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.guess("192.0.2.1")).isEmpty();
            limits.right("192.0.2.1");
        }
    }

    @Test
    void anAccountIsHeardAsOftenAsTheConfigurationSays() {
        UUID account = new UUID(0, 1);
        assertThat(limits.request(account)).isEmpty();
        assertThat(limits.request(account)).isEmpty();
        assertThat(limits.request(account)).contains(Duration.ofSeconds(30));
        assertThat(limits.request(new UUID(0, 2))).isEmpty();
    }

    @Test
    void anAddressWithoutASessionIsHeardAsOftenAsTheConfigurationSays() {
        for (int i = 0; i < 4; i++) {
            assertThat(limits.visit("192.0.2.1")).isEmpty();
        }
        assertThat(limits.visit("192.0.2.1")).contains(Duration.ofSeconds(15));
        assertThat(limits.visit("192.0.2.2")).isEmpty();
        assertThat(limits.guess("192.0.2.1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,192.0.2.2,false",
        "192.0.2.1,::ffff:192.0.2.1,true",
        "2001:db8::1,2001:db8::ffff:ffff:ffff:ffff,true",
        "2001:db8:0:1::1,2001:db8:0:2::1,false",
        "::1,0:0:0:0:0:0:0:2,true"
    })
    void aNetworkOfIpv6IsOne(String one, String other, boolean same) {
        assertThat(RateLimits.network(one).equals(RateLimits.network(other))).isEqualTo(same);
    }

    /** Three hundred thousand networks ask once each. */
    @Test
    void memoryHasAnEnd() {
        for (int i = 0; i < 300_000; i++) {
            limits.guess("2001:db8:" + Integer.toHexString(i >>> 16) + ":" + Integer.toHexString(i & 0xFFFF) + "::1");
        }
        assertThat(limits.remembered()).isLessThanOrEqualTo(100_000);
    }

    private static final class Standing implements TimeMeter {
        private long now;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
