package io.shomei.pki;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a time stamp says (RFC 3161 2.4.2).
 *
 * @param version 1 in all there are
 * @param policy identifier of the policy it was made under
 * @param imprint the MessageImprint in DER
 * @param generalizedTime genTime as it is written
 * @param accuracy how far the true time may be away; null where nothing is said
 * @param hasOrdering whether anything is said about the order of time stamps; DER leaves FALSE out
 * @param hasName whether the authority's name is given
 * @param hasExtensions whether it says more than the standard's fields
 */
// A record of DER is compared nowhere; copying its array would cost more than reading it.
@SuppressWarnings("ArrayRecordComponent")
public record TstInfo(
        BigInteger version,
        String policy,
        byte[] imprint,
        BigInteger serial,
        String generalizedTime,
        @Nullable Accuracy accuracy,
        boolean hasOrdering,
        @Nullable BigInteger nonce,
        boolean hasName,
        boolean hasExtensions) {
    private static final int NAME = 0xA0;
    private static final int EXTENSIONS = 0xA1;
    private static final int MILLIS = 0x80;
    private static final int MICROS = 0x81;
    /** RFC 3161 2.4.2: UTC with seconds; a fraction has a point and does not end with a zero. */
    private static final Pattern TIME =
            Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:\\.(\\d{0,8}[1-9]))?Z");

    /** The parts of Accuracy as they are written; what is absent is zero. */
    public record Accuracy(BigInteger seconds, BigInteger millis, BigInteger micros) {

        static Accuracy of(Duration duration) {
            return new Accuracy(
                    BigInteger.valueOf(duration.toSeconds()),
                    BigInteger.valueOf(duration.toMillisPart()),
                    BigInteger.valueOf(duration.toNanosPart() / 1_000 % 1_000));
        }

        /** @throws ArithmeticException where it is longer than any duration */
        public Duration duration() {
            return Duration.ofSeconds(seconds.longValueExact())
                    .plusMillis(millis.longValueExact())
                    .plusNanos(Math.multiplyExact(micros.longValueExact(), 1_000L));
        }

        byte[] encoded() {
            List<byte[]> parts = new ArrayList<>(3);
            if (seconds.signum() > 0) {
                parts.add(Der.integer(seconds));
            }
            if (millis.signum() > 0) {
                parts.add(Der.contextPrimitive(0, millis.toByteArray()));
            }
            if (micros.signum() > 0) {
                parts.add(Der.contextPrimitive(1, micros.toByteArray()));
            }
            return Der.sequence(Der.join(parts));
        }

        private static Accuracy read(DerReader reader) throws DerException {
            BigInteger seconds = reader.nextIs(Der.INTEGER) ? reader.integer() : BigInteger.ZERO;
            BigInteger millis = part(reader, MILLIS);
            BigInteger micros = part(reader, MICROS);
            reader.requireEnd();
            return new Accuracy(seconds, millis, micros);
        }

        private static BigInteger part(DerReader reader, int tag) throws DerException {
            if (!reader.nextIs(tag)) {
                return BigInteger.ZERO;
            }
            byte[] contents = reader.contents(tag);
            if (contents.length == 0) {
                throw new DerException("empty INTEGER");
            }
            return new BigInteger(contents);
        }
    }

    public static TstInfo read(byte[] der) throws DerException {
        DerReader outer = new DerReader(der);
        DerReader info = outer.sequence();
        outer.requireEnd();
        BigInteger version = info.integer();
        String policy = info.oid();
        byte[] imprint = info.element(Der.SEQUENCE);
        BigInteger serial = info.integer();
        String time = info.ascii(Der.GENERALIZED_TIME);
        Accuracy accuracy = info.nextIs(Der.SEQUENCE) ? Accuracy.read(info.sequence()) : null;
        boolean ordering = info.nextIs(Der.BOOLEAN);
        if (ordering) {
            info.bool();
        }
        BigInteger nonce = info.nextIs(Der.INTEGER) ? info.integer() : null;
        boolean name = skip(info, NAME);
        boolean extensions = skip(info, EXTENSIONS);
        info.requireEnd();
        return new TstInfo(version, policy, imprint, serial, time, accuracy, ordering, nonce, name, extensions);
    }

    /** The moment of genTime; empty where it is not written as the standard wants it. */
    public Optional<Instant> time() {
        Matcher parts = TIME.matcher(generalizedTime);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime seconds = LocalDateTime.of(
                    Integer.parseInt(parts.group(1)),
                    Integer.parseInt(parts.group(2)),
                    Integer.parseInt(parts.group(3)),
                    Integer.parseInt(parts.group(4)),
                    Integer.parseInt(parts.group(5)),
                    Integer.parseInt(parts.group(6)));
            String fraction = parts.group(7);
            int nanos = fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
            return Optional.of(seconds.withNano(nanos).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    private static boolean skip(DerReader reader, int tag) throws DerException {
        boolean there = reader.nextIs(tag);
        if (there) {
            reader.element(tag);
        }
        return there;
    }
}
