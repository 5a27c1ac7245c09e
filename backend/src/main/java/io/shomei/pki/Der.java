package io.shomei.pki;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/** Writes DER (ITU-T X.690). Every method returns one complete element. */
public final class Der {
    public static final int BOOLEAN = 0x01;
    public static final int INTEGER = 0x02;
    public static final int BIT_STRING = 0x03;
    public static final int OCTET_STRING = 0x04;
    public static final int NULL = 0x05;
    public static final int OBJECT_IDENTIFIER = 0x06;
    public static final int ENUMERATED = 0x0A;
    public static final int UTF8_STRING = 0x0C;
    public static final int SEQUENCE = 0x30;
    public static final int SET = 0x31;
    public static final int PRINTABLE_STRING = 0x13;
    public static final int TELETEX_STRING = 0x14;
    public static final int IA5_STRING = 0x16;
    public static final int UTC_TIME = 0x17;
    public static final int GENERALIZED_TIME = 0x18;
    public static final int BMP_STRING = 0x1E;

    static final int FIRST_YEAR_OF_GENERALIZED_TIME = 2050;
    static final int FIRST_YEAR_OF_UTC_TIME = 1950;

    private Der() {}

    /** An element with this tag whose contents are the parts, one after the other. */
    public static byte[] element(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] out = new byte[1 + lengthOctets(length) + length];
        int at = writeHeader(out, 0, tag, length);
        for (byte[] part : parts) {
            System.arraycopy(part, 0, out, at, part.length);
            at += part.length;
        }
        return out;
    }

    public static byte[] sequence(byte[]... parts) {
        return element(SEQUENCE, parts);
    }

    /** SET with the one order it is given; the caller sorts where SET OF has several (X.690 11.6). */
    public static byte[] set(byte[]... parts) {
        return element(SET, parts);
    }

    /** Context tag, constructed: EXPLICIT, or IMPLICIT over a constructed type. */
    public static byte[] context(int number, byte[]... parts) {
        return element(0xA0 | number, parts);
    }

    /** Context tag, primitive: IMPLICIT over a primitive type. */
    public static byte[] contextPrimitive(int number, byte[] contents) {
        return element(0x80 | number, contents);
    }

    public static byte[] integer(BigInteger value) {
        return element(INTEGER, value.toByteArray());
    }

    public static byte[] integer(long value) {
        return integer(BigInteger.valueOf(value));
    }

    public static byte[] enumerated(int value) {
        return element(ENUMERATED, BigInteger.valueOf(value).toByteArray());
    }

    public static byte[] bool(boolean value) {
        return element(BOOLEAN, new byte[] {(byte) (value ? 0xFF : 0)});
    }

    public static byte[] nullElement() {
        return element(NULL);
    }

    public static byte[] octets(byte[] contents) {
        return element(OCTET_STRING, contents);
    }

    /** BIT STRING of whole octets. */
    public static byte[] bits(byte[] contents) {
        return element(BIT_STRING, new byte[] {0}, contents);
    }

    /** BIT STRING of named bits, trailing zeros removed (X.690 11.2.2). Bit 0 is the first. */
    public static byte[] namedBits(Iterable<Integer> set) {
        int mask = 0;
        for (int bit : set) {
            mask |= 0x8000_0000 >>> bit;
        }
        if (mask == 0) {
            return element(BIT_STRING, new byte[] {0});
        }
        int last = 31 - Integer.numberOfTrailingZeros(mask);
        byte[] contents = new byte[2 + last / 8];
        contents[0] = (byte) (7 - last % 8);
        for (int octet = 0; octet <= last / 8; octet++) {
            contents[1 + octet] = (byte) (mask >>> (24 - 8 * octet));
        }
        return element(BIT_STRING, contents);
    }

    public static byte[] utf8(String value) {
        return element(UTF8_STRING, value.getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] printable(String value) {
        return element(PRINTABLE_STRING, ascii(value));
    }

    public static byte[] ia5(String value) {
        return element(IA5_STRING, ascii(value));
    }

    public static byte[] oid(String dotted) {
        String[] arcs = dotted.split("\\.", -1);
        if (arcs.length < 2) {
            throw new IllegalArgumentException("not an object identifier: " + dotted);
        }
        var contents = new ByteArrayOutputStream(16);
        BigInteger top = new BigInteger(arcs[0]).multiply(BigInteger.valueOf(40));
        writeArc(contents, top.add(new BigInteger(arcs[1])));
        for (int i = 2; i < arcs.length; i++) {
            writeArc(contents, new BigInteger(arcs[i]));
        }
        return element(OBJECT_IDENTIFIER, contents.toByteArray());
    }

    /** RFC 5280 4.1.2.5: UTCTime through 2049, GeneralizedTime from 2050; whole seconds, Zulu. */
    public static byte[] time(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        if (utc.getYear() >= FIRST_YEAR_OF_GENERALIZED_TIME) {
            return generalizedTime(instant);
        }
        if (utc.getYear() < FIRST_YEAR_OF_UTC_TIME) {
            throw new IllegalArgumentException("before 1950: " + instant);
        }
        byte[] out = new byte[15];
        out[0] = UTC_TIME;
        out[1] = 13;
        digits(out, 2, utc.getYear() % 100);
        secondsOfYear(out, 4, utc);
        return out;
    }

    /** GeneralizedTime of whole seconds, as OCSP, time stamping and invalidityDate want it in every year. */
    public static byte[] generalizedTime(Instant instant) {
        LocalDateTime utc = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > 9999) {
            throw new IllegalArgumentException("outside the years 0 to 9999: " + instant);
        }
        byte[] out = new byte[17];
        out[0] = GENERALIZED_TIME;
        out[1] = 15;
        digits(out, 2, utc.getYear() / 100);
        digits(out, 4, utc.getYear() % 100);
        secondsOfYear(out, 6, utc);
        return out;
    }

    /**
     * GeneralizedTime with a fraction of a second, cut off after so many digits. DER wants no zero at its end, and no point
     * without a fraction (X.690 11.7).
     *
     * @param digits 0 to 9
     */
    public static byte[] generalizedTime(Instant instant, int digits) {
        byte[] seconds = generalizedTime(instant);
        String nanos = String.valueOf(1_000_000_000 + instant.getNano()).substring(1, 1 + digits);
        String fraction = nanos.replaceFirst("0+$", "");
        if (fraction.isEmpty()) {
            return seconds;
        }
        // Without the header and the Z.
        byte[] whole = Arrays.copyOfRange(seconds, 2, seconds.length - 1);
        return element(GENERALIZED_TIME, whole, ascii("." + fraction + "Z"));
    }

    /** The parts joined, without a header. */
    public static byte[] join(Iterable<byte[]> parts) {
        var out = new ByteArrayOutputStream(512);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static int lengthOctets(int length) {
        if (length < 0x80) {
            return 1;
        }
        return 1 + (39 - Integer.numberOfLeadingZeros(length)) / 8;
    }

    static int writeHeader(byte[] out, int start, int tag, int length) {
        int at = start;
        out[at++] = (byte) tag;
        if (length < 0x80) {
            out[at++] = (byte) length;
            return at;
        }
        int octets = lengthOctets(length) - 1;
        out[at++] = (byte) (0x80 | octets);
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            out[at++] = (byte) (length >>> shift);
        }
        return at;
    }

    private static void secondsOfYear(byte[] out, int at, LocalDateTime utc) {
        digits(out, at, utc.getMonthValue());
        digits(out, at + 2, utc.getDayOfMonth());
        digits(out, at + 4, utc.getHour());
        digits(out, at + 6, utc.getMinute());
        digits(out, at + 8, utc.getSecond());
        out[at + 10] = 'Z';
    }

    private static void digits(byte[] out, int at, int twoDigits) {
        out[at] = (byte) ('0' + twoDigits / 10);
        out[at + 1] = (byte) ('0' + twoDigits % 10);
    }

    private static void writeArc(ByteArrayOutputStream out, BigInteger arc) {
        int groups = Math.max(1, (arc.bitLength() + 6) / 7);
        for (int group = groups - 1; group >= 0; group--) {
            int octet = arc.shiftRight(7 * group).intValue() & 0x7F;
            out.write(group == 0 ? octet : octet | 0x80);
        }
    }

    private static byte[] ascii(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length != value.length() || !value.equals(new String(bytes, StandardCharsets.US_ASCII))) {
            throw new IllegalArgumentException("not ASCII");
        }
        return bytes;
    }
}
