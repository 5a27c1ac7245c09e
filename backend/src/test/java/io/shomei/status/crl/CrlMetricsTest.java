package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.audit.Actor;
import io.shomei.certificate.CrlScope;
import io.shomei.testing.Http;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What whoever watches the platform is told of its lists. */
@ShomeiTest
class CrlMetricsTest {
    private static final CrlScope LIST = new CrlScope("operations", 0);

    @Inject
    Http http;

    @Inject
    CrlPublisher publisher;

    @Inject
    TestClock clock;

    @Test
    void theTimeThatAListHasLeftRunsDownAndBeginsAnewWithTheNext() {
        Duration whole = CrlLab.Settings.USUAL.lifetime();
        publisher.publish(LIST, true, Actor.PLATFORM);
        publisher.publishDue();
        assertThat(secondsLeft()).isBetween(whole.minusMinutes(2).toSeconds(), whole.toSeconds());
        clock.advance(Duration.ofHours(5));
        assertThat(secondsLeft())
                .isBetween(
                        whole.minusHours(5).minusMinutes(2).toSeconds(),
                        whole.minusHours(5).toSeconds());
        publisher.publish(LIST, true, Actor.PLATFORM);
        // As long as a look into the database is good for all gauges.
        clock.advance(Duration.ofSeconds(10));
        assertThat(secondsLeft()).isBetween(whole.minusMinutes(2).toSeconds(), whole.toSeconds());
    }

    @Test
    void aListThatHasRunOutIsBehindIt() {
        publisher.publish(LIST, true, Actor.PLATFORM);
        publisher.publishDue();
        clock.advance(Duration.ofDays(8));
        assertThat(secondsLeft()).isNegative();
    }

    @Test
    void aListThatCannotBeMadeIsCounted() {
        CrlScope nobodys = new CrlScope("nobody", 3);
        for (int times = 1; times <= 2; times++) {
            assertThatThrownBy(() -> publisher.publish(nobodys, true, Actor.PLATFORM))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(metric("crl_publication_failures_total", nobodys)).isEqualTo(times);
        }
    }

    private long secondsLeft() {
        return metric("crl_seconds_left", LIST);
    }

    private long metric(String name, CrlScope scope) {
        String line = "%s{authority=\"%s\",shard=\"%d\"}".formatted(name, scope.authority(), scope.shard());
        return http.plain()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(each -> each.startsWith(line))
                .mapToLong(each -> (long) Double.parseDouble(each.substring(line.length())))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no metric " + line));
    }
}
