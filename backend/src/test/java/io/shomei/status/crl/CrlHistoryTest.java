package io.shomei.status.crl;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.certificate.CrlScope;
import io.shomei.pki.Oids;
import io.shomei.pki.RevocationReason;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is revoked, changed, expires and is published in whichever order: every list says what it must. */
@ShomeiTest
class CrlHistoryTest {
    private static final int STEPS = 40;

    @Inject
    CrlLab lab;

    @Inject
    TestClock clock;

    /** Every list there was, as relying parties may still hold it. */
    private final Map<Long, Crl> fulls = new HashMap<>();

    private final Map<Long, Map<String, String>> contents = new HashMap<>();
    private final Map<String, Revoked> register = new HashMap<>();

    /** What the register would say; the first full list with it that was made after its end. */
    private static final class Revoked {
        private final Instant at;
        private final Instant notAfter;
        private String reason;
        private boolean mayLeave;

        Revoked(Instant at, Instant notAfter, String reason) {
            this.at = at;
            this.notAfter = notAfter;
            this.reason = reason;
        }

        String said() {
            return reason + " " + at.truncatedTo(ChronoUnit.SECONDS);
        }
    }

    static Stream<Arguments> histories() {
        CrlLab.Settings usual = CrlLab.Settings.USUAL;
        return Stream.of(usual, usual.withDeltaLists(), usual.withDeltaAbove(4), usual.withDeltaAbove(12))
                .flatMap(settings -> IntStream.range(0, 4).mapToObj(seed -> Arguments.of(seed, settings)));
    }

    @ParameterizedTest
    @MethodSource("histories")
    void everyListSaysWhatItMust(int seed, CrlLab.Settings settings) {
        Random random = new Random(seed);
        CrlScope scope = lab.scope();
        CrlMaker maker = lab.maker(settings);
        long number = 0;
        Instant thisUpdate = Instant.EPOCH;
        for (int step = 0; step < STEPS; step++) {
            happen(random, scope);
            List<Crl> made = lab.make(maker, scope, random.nextInt(10) == 0);
            for (Crl crl : made) {
                assertThat(crl.number()).isEqualTo(number + 1);
                assertThat(crl.thisUpdate()).isAfterOrEqualTo(thisUpdate);
                check(scope, crl);
            }
            if (!made.isEmpty()) {
                number = made.getFirst().number();
                thisUpdate = made.getFirst().thisUpdate();
            }
        }
        assertThat(number).isGreaterThan(STEPS / 4);
    }

    private void happen(Random random, CrlScope scope) {
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant now = clock.instant();
            RevocationReason reason = random.nextBoolean() ? RevocationReason.UNSPECIFIED : RevocationReason.SUPERSEDED;
            // Some end soon, some were revoked in the last second and are entered late.
            Instant notAfter =
                    now.plus(Duration.ofHours(random.nextInt(60) - 3)).truncatedTo(ChronoUnit.SECONDS);
            Instant at = notAfter.isBefore(now) ? notAfter : now;
            String serial = lab.revoke(scope, reason, at, notAfter);
            register.put(
                    serial, new Revoked(at, notAfter, reason == RevocationReason.UNSPECIFIED ? "null" : "SUPERSEDED"));
        }
        if (random.nextInt(3) == 0) {
            List<String> changeable = register.entrySet().stream()
                    .filter(each -> !each.getValue().notAfter.isBefore(clock.instant())
                            && !each.getValue().reason.equals("KEY_COMPROMISE"))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            if (!changeable.isEmpty()) {
                String serial = changeable.get(random.nextInt(changeable.size()));
                lab.compromised(serial);
                revoked(serial).reason = "KEY_COMPROMISE";
            }
        }
        clock.advance(Duration.ofMinutes(random.nextInt(3) == 0 ? random.nextInt(900) : random.nextInt(4)));
    }

    private void check(CrlScope scope, Crl crl) {
        byte[] bytes = lab.bytes(crl);
        assertThat(bytes).hasSize(Math.toIntExact(crl.octets()));
        Map<String, String> entries = lab.entries(bytes);
        assertThat(entries).hasSize(Math.toIntExact(crl.entries()));
        assertThat(number(bytes, Oids.CRL_NUMBER)).isEqualTo(crl.number());
        if (crl.kind() == Crl.Kind.FULL) {
            checkFull(scope, crl, entries);
        } else {
            assertThat(number(bytes, Oids.DELTA_CRL_INDICATOR)).isEqualTo(crl.baseNumber());
            checkDelta(crl, entries);
        }
    }

    private void checkFull(CrlScope scope, Crl crl, Map<String, String> entries) {
        // Made from the list before, it is what is put together from scratch.
        assertThat(lab.fromScratch(scope, crl.droppedBefore())).isEqualTo(entries);
        register.forEach((serial, revoked) -> {
            if (!revoked.mayLeave || entries.containsKey(serial)) {
                assertThat(entries.get(serial)).as(serial).isEqualTo(revoked.said());
            }
            // RFC 5280 3.3: one list after its end is enough, and this was it.
            revoked.mayLeave |= crl.thisUpdate().isAfter(revoked.notAfter);
        });
        // It does leave, at last.
        assertThat(entries.keySet())
                .allSatisfy(serial -> assertThat(revoked(serial).notAfter)
                        .isAfter(crl.thisUpdate().minus(Duration.ofDays(3))));
        fulls.put(crl.number(), crl);
        contents.put(crl.number(), entries);
    }

    /** With any full list from its base on that may still be used, a delta gives what is true now. */
    private void checkDelta(Crl delta, Map<String, String> changes) {
        long base = Objects.requireNonNull(delta.baseNumber());
        assertThat(fulls).containsKey(base);
        for (Crl full : new ArrayList<>(fulls.values())) {
            if (full.number() >= base && full.number() <= delta.number()) {
                Map<String, String> known = new HashMap<>(Objects.requireNonNull(contents.get(full.number())));
                known.putAll(changes);
                register.forEach((serial, revoked) -> {
                    if (!revoked.notAfter.isBefore(delta.thisUpdate())) {
                        assertThat(known.get(serial))
                                .as("%s by %d and delta %d", serial, full.number(), delta.number())
                                .isEqualTo(revoked.said());
                    }
                });
                assertThat(register.keySet()).containsAll(known.keySet());
            }
        }
    }

    private Revoked revoked(String serial) {
        return Objects.requireNonNull(register.get(serial));
    }

    private static long number(byte[] crl, String extension) {
        byte[] value = CrlLab.read(crl).getExtensionValue(extension);
        BigInteger number = ASN1Integer.getInstance(
                        ASN1OctetString.getInstance(value).getOctets())
                .getValue();
        return number.longValueExact();
    }
}
