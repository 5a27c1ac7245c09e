package io.shomei.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.shomei.pki.Digests;
import io.shomei.pki.TimeStampFailure;
import io.shomei.pki.TimeStampRefusal;
import io.shomei.testing.Eventually;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import io.shomei.timestamp.Stamps;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No time stamp is made while anything speaks against the clock, and people are told so. */
@ShomeiTest
class TrustedClockTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final String NOT_TRUSTED = "timestamp.suspend";

    @Inject
    TestClock clock;

    @Inject
    ClockRepository repository;

    @Inject
    SecureRandom random;

    @Inject
    Stamps stamps;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @BeforeEach
    void awaitTrustedClock() {
        stamps.awaitTrustedClock();
    }

    @AfterEach
    void reset() {
        clock.reset();
        stamps.awaitTrustedClock();
    }

    @Test
    void aClockThatJumpsMakesNoTimeStamps() throws Exception {
        Person operator = given.operator("Service Desk");
        http.as(operator).get("/api/v1/session").then().statusCode(200);
        byte[] request = Stamps.request(Digests.sha256(new byte[1])).getEncoded();
        clock.advance(Duration.ofMinutes(5));
        assertThat(stamps.refused("/tsa", request, TimeStampFailure.TIME_NOT_AVAILABLE))
                .startsWith("the clock jumped by PT");
        // After it has settled, the database still contradicts it.
        Eventually.isTrue(
                "the word of the database",
                () -> stamps.refused("/tsa", request, TimeStampFailure.TIME_NOT_AVAILABLE)
                        .startsWith("by database the clock is PT"));
        http.plain()
                .get("/q/health/well")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'timestamp' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'timestamp' }.data.reason", containsString("database"));
        http.plain().get("/q/health/ready").then().statusCode(200);
        assertThat(http.plain().get("/q/metrics").asString()).contains("timestamp_clock_trusted 0.0");
        Eventually.isTrue("the event in the history", () -> events(operator, NOT_TRUSTED) > 0);
        clock.reset();
        stamps.awaitTrustedClock();
        stamps.granted("/tsa", Stamps.request(Digests.sha256(new byte[1])));
        http.plain()
                .get("/q/health/well")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'timestamp' }.status", equalTo("UP"));
        Eventually.isTrue("the event in the history", () -> events(operator, "timestamp.resume") > 0);
    }

    @Test
    void aClockBehindTheLatestTimeStampIsNotTrusted() throws Exception {
        // Another copy of the platform, whose clock is a little ahead, stamps and says so.
        Instant ahead = Instant.now().plusSeconds(4);
        TrustedClock other = copy(InstantSource.fixed(ahead), List.of());
        assertThat(other.instant(SECOND)).isEqualTo(ahead);
        other.remember();
        TrustedClock ours = copy(Clock.systemUTC(), List.of());
        ours.remember();
        assertThatThrownBy(() -> ours.instant(SECOND)).isInstanceOfSatisfying(TimeStampRefusal.class, refusal -> {
            assertThat(refusal.failure()).isEqualTo(TimeStampFailure.TIME_NOT_AVAILABLE);
            assertThat(refusal.sentence()).startsWith("the clock is behind the latest time stamp");
        });
        // What was remembered is never taken back.
        copy(InstantSource.fixed(ahead.minusSeconds(60)), List.of()).remember();
        ours.remember();
        assertThat(ours.objection()).isPresent();
        Eventually.isTrue("the time to come", () -> ours.objection().isEmpty());
    }

    @Test
    void theDatabaseIsAsked() throws Exception {
        DatabaseReference database = new DatabaseReference(repository, Clock.systemUTC());
        Offset offset = database.measure();
        assertThat(offset.isPossiblyWithin(Duration.ofMillis(500))).isTrue();
        Offset ahead =
                new DatabaseReference(repository, Clock.offset(Clock.systemUTC(), Duration.ofHours(1))).measure();
        assertThat(ahead.ahead()).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void aConfiguredServerMustConfirmTheClock() throws Exception {
        try (NtpResponder server = new NtpResponder()) {
            TrustedClock strict = new TrustedClock(config(server.name()), repository, Clock.systemUTC(), random);
            assertThatThrownBy(() -> strict.instant(SECOND))
                    .isInstanceOfSatisfying(
                            TimeStampRefusal.class,
                            refusal -> assertThat(refusal.sentence())
                                    .isEqualTo("the clock was not compared yet since it was set"));
            strict.ask();
            assertThatCode(() -> strict.instant(SECOND)).doesNotThrowAnyException();
            server.ahead = Duration.ofSeconds(3);
            strict.ask();
            assertThatThrownBy(() -> strict.instant(SECOND))
                    .isInstanceOfSatisfying(
                            TimeStampRefusal.class,
                            refusal -> assertThat(refusal.sentence()).startsWith("by ntp the clock is PT-"));
            assertThat(strict.references()).extracting(TimeReference::name).containsExactly("database", "ntp");
        }
    }

    /** The very gap between settling and the next look: what was measured before the jump must not count. */
    @Test
    void afterAJumpNothingIsTrustedUntilItWasComparedAnew() throws Exception {
        AtomicReference<Duration> wrong = new AtomicReference<>(Duration.ZERO);
        InstantSource source = () -> Instant.now().plus(wrong.get());
        TrustedClock ours = new TrustedClock(
                config(null), repository, source, System::nanoTime, List.of(new DatabaseReference(repository, source)));
        ours.ask();
        assertThatCode(() -> ours.instant(SECOND)).doesNotThrowAnyException();
        wrong.set(Duration.ofMinutes(5));
        assertThatThrownBy(() -> ours.instant(SECOND))
                .isInstanceOfSatisfying(
                        TimeStampRefusal.class,
                        refusal -> assertThat(refusal.sentence()).startsWith("the clock jumped by PT"));
        // It has settled at once, and nobody has looked yet.
        assertThat(ours.objection()).contains("the clock was not compared yet since it was set");
        ours.ask();
        assertThat(ours.objection().orElseThrow()).startsWith("by database the clock is PT");
        wrong.set(Duration.ZERO);
        assertThat(ours.objection()).isPresent();
        ours.ask();
        assertThatCode(() -> ours.instant(SECOND)).doesNotThrowAnyException();
    }

    @Test
    void noMoreIsPromisedThanIsWatched() {
        TrustedClock exact = copy(Clock.systemUTC(), List.of());
        assertThatThrownBy(() -> exact.instant(Duration.ofMillis(999)))
                .isInstanceOfSatisfying(
                        TimeStampRefusal.class,
                        refusal -> assertThat(refusal.sentence())
                                .isEqualTo("the clock is watched to PT1S, not to the PT0.999S of the policy"));
    }

    private long events(Person operator, String operation) {
        return http.as(operator)
                .get("/api/v1/audit-events?operation={operation}&limit=10", operation)
                .then()
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private TrustedClock copy(InstantSource source, List<TimeReference> references) {
        // The counter stands still where the clock does.
        TrustedClock copy = new TrustedClock(
                config(null), repository, source, source instanceof Clock ? System::nanoTime : () -> 0, references);
        copy.ask();
        return copy;
    }

    private static ClockConfig config(@Nullable String server) {
        return new ClockConfig() {
            @Override
            public Duration tolerance() {
                return SECOND;
            }

            @Override
            public Optional<List<String>> ntpServers() {
                return Optional.ofNullable(server).map(List::of);
            }

            @Override
            public boolean kernelSynchronised() {
                return false;
            }

            @Override
            public Duration interval() {
                return SECOND;
            }

            @Override
            public Duration maxAge() {
                return Duration.ofMinutes(5);
            }

            @Override
            public Duration settling() {
                return Duration.ZERO;
            }
        };
    }
}
