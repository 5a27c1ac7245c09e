package io.shomei.pki;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Reads DER strictly, from bytes nobody vouches for: lengths are minimal and inside their parent, tags are below 31. It copies
 * nothing until asked, so a whole certificate is walked in a few microseconds.
 */
public final class DerReader {
    private static final int MAX_OID_LENGTH = 64;
    private static final int SEPTETS_OF_LONG = 8;

    private final byte[] in;
    private final int end;
    private int at;

    public DerReader(byte[] in) {
        this(in, 0, in.length);
    }

    private DerReader(byte[] in, int start, int end) {
        this.in = in;
        this.at = start;
        this.end = end;
    }

    public boolean atEnd() {
        return at >= end;
    }

    public boolean nextIs(int tag) {
        return at < end && (in[at] & 0xFF) == tag;
    }

    /** The next tag, or -1 at the end. */
    public int nextTag() {
        return at < end ? in[at] & 0xFF : -1;
    }

    public void requireEnd() throws DerException {
        if (!atEnd()) {
            throw new DerException("trailing data");
        }
    }

    /** Steps over the next element, which has this tag, and reads its contents. */
    public DerReader enter(int tag) throws DerException {
        int contents = header(tag);
        int stop = at;
        return new DerReader(in, contents, stop);
    }

    public DerReader sequence() throws DerException {
        return enter(Der.SEQUENCE);
    }

    /** The next element whole, header included. */
    public byte[] element(int tag) throws DerException {
        int start = at;
        header(tag);
        return Arrays.copyOfRange(in, start, at);
    }

    public byte[] anyElement() throws DerException {
        return element(nextTag());
    }

    public byte[] contents(int tag) throws DerException {
        int contents = header(tag);
        return Arrays.copyOfRange(in, contents, at);
    }

    /** What is left, unread. */
    public byte[] rest() {
        byte[] rest = Arrays.copyOfRange(in, at, end);
        at = end;
        return rest;
    }

    public BigInteger integer() throws DerException {
        int contents = integerHeader();
        return new BigInteger(in, contents, at - contents);
    }

    /** The octets of an INTEGER, the sign first. */
    public byte[] integerContents() throws DerException {
        int contents = integerHeader();
        return Arrays.copyOfRange(in, contents, at);
    }

    /** A BIT STRING of whole octets. */
    public byte[] octetsOfBits() throws DerException {
        int contents = header(Der.BIT_STRING);
        if (at == contents || in[contents] != 0) {
            throw new DerException("BIT STRING is not whole octets");
        }
        return Arrays.copyOfRange(in, contents + 1, at);
    }

    public boolean bool() throws DerException {
        int contents = header(Der.BOOLEAN);
        if (at - contents != 1 || (in[contents] != 0 && in[contents] != -1)) {
            throw new DerException("BOOLEAN is neither 0 nor 255");
        }
        return in[contents] != 0;
    }

    public String oid() throws DerException {
        int contents = header(Der.OBJECT_IDENTIFIER);
        return oidOf(contents, at);
    }

    /** The contents of an element as text; what is not ASCII becomes what is no letter, digit or sign. */
    public String ascii(int tag) throws DerException {
        return new String(contents(tag), StandardCharsets.US_ASCII);
    }

    /** UTCTime or GeneralizedTime as RFC 5280 4.1.2.5 has them: whole seconds, Zulu. */
    public Instant time() throws DerException {
        int tag = nextTag();
        if (tag != Der.UTC_TIME && tag != Der.GENERALIZED_TIME) {
            throw new DerException("not a time");
        }
        String text = ascii(tag);
        int century = 0;
        if (tag == Der.GENERALIZED_TIME && text.length() == 15) {
            century = twoDigits(text, 0) * 100;
            text = text.substring(2);
        } else if (tag == Der.UTC_TIME && text.length() == 13) {
            century = twoDigits(text, 0) >= 50 ? 1900 : 2000;
        } else {
            throw new DerException("time has the wrong length");
        }
        if (text.charAt(12) != 'Z') {
            throw new DerException("time is not Zulu");
        }
        try {
            return LocalDateTime.of(
                            century + twoDigits(text, 0),
                            twoDigits(text, 2),
                            twoDigits(text, 4),
                            twoDigits(text, 6),
                            twoDigits(text, 8),
                            twoDigits(text, 10))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new DerException("no such time");
        }
    }

    private static int twoDigits(String text, int at) throws DerException {
        int tens = text.charAt(at) - '0';
        int units = text.charAt(at + 1) - '0';
        if (tens < 0 || tens > 9 || units < 0 || units > 9) {
            throw new DerException("time is not digits");
        }
        return 10 * tens + units;
    }

    private String oidOf(int start, int stop) throws DerException {
        if (stop == start || stop - start > MAX_OID_LENGTH || in[stop - 1] < 0) {
            throw new DerException("malformed OBJECT IDENTIFIER");
        }
        var text = new StringBuilder(24);
        int arcStart = start;
        for (int i = start; i < stop; i++) {
            if (in[i] >= 0) {
                if (in[arcStart] == (byte) 0x80) {
                    throw new DerException("malformed OBJECT IDENTIFIER");
                }
                if (i - arcStart < SEPTETS_OF_LONG) {
                    appendArc(text, arcOf(arcStart, i + 1));
                } else {
                    appendArc(text, bigArcOf(arcStart, i + 1));
                }
                arcStart = i + 1;
            }
        }
        return text.toString();
    }

    private long arcOf(int start, int stop) {
        long arc = 0;
        for (int i = start; i < stop; i++) {
            arc = arc << 7 | (in[i] & 0x7F);
        }
        return arc;
    }

    /** Arcs made of UUIDs (X.667) have up to 128 bits. */
    private BigInteger bigArcOf(int start, int stop) {
        BigInteger arc = BigInteger.ZERO;
        for (int i = start; i < stop; i++) {
            arc = arc.shiftLeft(7).or(BigInteger.valueOf(in[i] & 0x7F));
        }
        return arc;
    }

    private static void appendArc(StringBuilder text, long arc) {
        if (text.isEmpty()) {
            long top = Math.min(arc / 40, 2);
            text.append(top).append('.').append(arc - 40 * top);
        } else {
            text.append('.').append(arc);
        }
    }

    private static void appendArc(StringBuilder text, BigInteger arc) {
        if (text.isEmpty()) {
            text.append("2.").append(arc.subtract(BigInteger.valueOf(80)));
        } else {
            text.append('.').append(arc);
        }
    }

    private int integerHeader() throws DerException {
        int contents = header(Der.INTEGER);
        int length = at - contents;
        if (length == 0) {
            throw new DerException("empty INTEGER");
        }
        // X.690 8.3.2: the first nine bits are never all equal.
        if (length > 1
                && ((in[contents] == 0 && in[contents + 1] >= 0) || (in[contents] == -1 && in[contents + 1] < 0))) {
            throw new DerException("INTEGER is not minimal");
        }
        return contents;
    }

    /** Moves behind the next element and returns where its contents start. */
    private int header(int tag) throws DerException {
        long stop = enterTruncated(tag);
        if (stop > end) {
            throw new DerException("element is longer than its parent");
        }
        int contents = at;
        at = (int) stop;
        return contents;
    }

    /** Steps into the next element, the end of which may not be here, and returns where that would be. */
    long enterTruncated(int tag) throws DerException {
        if (!nextIs(tag) || (tag & 0x1F) == 0x1F) {
            throw new DerException("expected tag %02X, found %02X".formatted(tag, nextTag()));
        }
        if (at + 1 >= end) {
            throw new DerException("cut short");
        }
        int first = in[at + 1] & 0xFF;
        int contents = at + 2;
        long length = first;
        if (first >= 0x80) {
            int octets = first & 0x7F;
            if (octets == 0 || octets > 4 || octets > end - contents) {
                throw new DerException("length is indefinite, too long or cut short");
            }
            length = 0;
            for (int i = 0; i < octets; i++) {
                length = length << 8 | (in[contents + i] & 0xFF);
            }
            contents += octets;
            if (length < 0x80 || length >>> (8 * (octets - 1)) == 0) {
                throw new DerException("length is not minimal");
            }
        }
        at = contents;
        return contents + length;
    }
}
