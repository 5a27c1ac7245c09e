package io.shomei.timestamp.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Servers on the loopback address are asked for the time, and are not believed whatever they answer. */
class NtpReferenceTest {
    private static final Duration NEARLY = Duration.ofMillis(100);
    private final NtpResponder one = new NtpResponder();
    private final NtpResponder two = new NtpResponder();
    private final NtpResponder three = new NtpResponder();

    @AfterEach
    void close() {
        Stream.of(one, two, three).forEach(NtpResponder::close);
    }

    @Test
    void aServerTellsHowFarWeAreOff() throws Exception {
        assertThat(measure(one).ahead().abs()).isLessThan(NEARLY);
        one.ahead = Duration.ofSeconds(7);
        Offset offset = measure(one);
        assertThat(offset.ahead().plusSeconds(7).abs()).isLessThan(NEARLY);
        // Half the delay of the root and its dispersion, besides the way to the server.
        assertThat(offset.uncertainty()).isBetween(Duration.ofMillis(9), Duration.ofSeconds(1));
        assertThat(offset.isPossiblyWithin(Duration.ofSeconds(1))).isFalse();
        one.ahead = Duration.ofDays(-400);
        assertThat(measure(one).ahead().minusDays(400).abs()).isLessThan(NEARLY);
    }

    @Test
    void ofThreeServersOneMayBeWrong() throws Exception {
        one.ahead = Duration.ofHours(1);
        assertThat(measure(one, two, three).ahead().abs()).isLessThan(NEARLY);
        two.ahead = Duration.ofHours(1);
        assertThat(measure(one, two, three).ahead().plusHours(1).abs()).isLessThan(NEARLY);
    }

    @Test
    void ofTwoServersBothMustConfirm() throws Exception {
        one.ahead = Duration.ofHours(1);
        assertThat(measure(one, two).ahead().plusHours(1).abs()).isLessThan(NEARLY);
        one.silent = true;
        assertSilent("127.0.0.1 does not answer", one, two);
    }

    @Test
    void moreThanHalfMustAnswer() throws Exception {
        one.silent = true;
        assertThat(measure(one, two, three).ahead().abs()).isLessThan(NEARLY);
        two.silent = true;
        assertSilent("127.0.0.1 does not answer; 127.0.0.1 does not answer", one, two, three);
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() {
        one.tampering = answer -> answer.putLong(24, answer.getLong(24) + 1);
        assertSilent("something else", one);
        one.tampering = answer -> answer.put(0, (byte) (4 << 3 | 3));
        assertSilent("something else", one);
        one.tampering = answer -> answer.putLong(40, 0);
        assertSilent("something else", one);
    }

    @Test
    void aServerThatDoesNotKnowTheTimeIsNotBelieved() {
        one.tampering = answer -> answer.put(0, (byte) (3 << 6 | 4 << 3 | 4));
        assertSilent("does not know the time itself", one);
        one.tampering = answer -> answer.put(1, (byte) 16);
        assertSilent("does not know the time itself", one);
    }

    @Test
    void aServerThatWantsToBeLeftAloneIsQuoted() {
        one.tampering = answer -> answer.put(1, (byte) 0).put(12, "RATE".getBytes(StandardCharsets.US_ASCII));
        assertSilent("wants not to be asked: RATE", one);
    }

    @Test
    void aPacketThatIsTooShortIsNoAnswer() {
        assertThatThrownBy(() -> NtpPacket.read(new byte[100], 47)).isInstanceOf(SilentReference.class);
    }

    @Test
    void aNameThatNobodyHasDoesNotAnswer() {
        assertThatThrownBy(() -> server("no-such-host.invalid").measure())
                .isInstanceOfSatisfying(
                        SilentReference.class,
                        silent -> assertThat(silent.reason()).isEqualTo("no-such-host.invalid does not answer"));
    }

    @Test
    void namesMayHaveAPort() {
        assertThat(server("ntp.example.jp")).hasToString("ntp.example.jp");
        assertThat(server("ntp.example.jp:1123")).hasToString("ntp.example.jp");
        assertThat(server("[2001:db8::1]:1123")).hasToString("2001:db8::1");
        assertThat(server("2001:db8::1")).hasToString("2001:db8::1");
    }

    @Test
    void timestampsAreReadBeyondTheirTurn() {
        for (String moment : List.of(
                "1999-12-31T23:59:59.5Z",
                "2026-11-01T00:00:00Z",
                "2036-02-07T06:28:15Z",
                "2036-02-07T06:28:17Z",
                "2100-01-01T00:00:00.25Z")) {
            Instant time = Instant.parse(moment);
            for (Duration away : List.of(Duration.ZERO, Duration.ofDays(3650), Duration.ofDays(-3650))) {
                assertThat(NtpPacket.moment(NtpResponder.timestamp(time), time.plus(away)))
                        .isBetween(time.minusNanos(1), time);
            }
        }
    }

    private static Offset measure(NtpResponder... responders) throws SilentReference {
        return reference(responders).measure();
    }

    private static void assertSilent(String reason, NtpResponder... responders) {
        assertThatThrownBy(() -> measure(responders))
                .isInstanceOfSatisfying(
                        SilentReference.class,
                        silent -> assertThat(silent.reason()).contains(reason));
    }

    private static NtpReference reference(NtpResponder... responders) {
        return new NtpReference(
                Stream.of(responders).map(each -> server(each.name())).toList());
    }

    private static NtpServer server(String name) {
        return new NtpServer(name, Clock.systemUTC(), System::nanoTime, new SecureRandom());
    }
}
