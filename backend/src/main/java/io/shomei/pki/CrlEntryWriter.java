package io.shomei.pki;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Encodes entries of a revocation list (RFC 5280 5.3) one behind the other. It makes nothing but their octets, so that a
 * million of them cost a fraction of a second.
 */
public final class CrlEntryWriter {
    /** More than any entry: a serial number of 20 octets, two times, a reason and what frames them. */
    private static final int LONGEST = 96;

    private static final int SECONDS_OF_DAY = 86_400;
    private static final byte[] REASON_CODE = Der.oid(Oids.REASON_CODE);
    private static final byte[] INVALIDITY_DATE = Der.oid(Oids.INVALIDITY_DATE);

    private byte[] buffer;
    private int at;
    private int count;
    // The day of the last time that was written: entries mostly come in the order of their times.
    private long day = Long.MIN_VALUE;
    private LocalDate date = LocalDate.EPOCH;

    /**
     * @param expected how many entries there will be, as far as that is known
     */
    public CrlEntryWriter(int expected) {
        this.buffer = new byte[Math.max(1, expected) * 40 + LONGEST];
    }

    /** Entries written since the last {@link #take}. */
    public int count() {
        return count;
    }

    public void add(RevokedEntry entry) {
        add(entry.serial().value().toByteArray(), entry.revokedAt(), entry.reason(), entry.invalidityDate());
    }

    /**
     * @param serial positive, octets of the number, the highest first; leading zeros do not matter
     */
    public void add(
            byte[] serial, Instant revokedAt, @Nullable RevocationReason reason, @Nullable Instant invalidityDate) {
        if (buffer.length - at < LONGEST) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int start = open(Der.SEQUENCE);
        integer(serial);
        time(revokedAt, isGeneralized(revokedAt));
        // RFC 5280 5.3.1: unspecified is said by saying nothing.
        boolean reasoned = reason != null && reason != RevocationReason.UNSPECIFIED;
        if (reasoned || invalidityDate != null) {
            int extensions = open(Der.SEQUENCE);
            if (reason != null && reasoned) {
                reason(reason);
            }
            if (invalidityDate != null) {
                invalidity(invalidityDate);
            }
            close(extensions);
        }
        close(start);
        count++;
    }

    /** What was written since the last time. */
    public byte[] take() {
        byte[] taken = Arrays.copyOf(buffer, at);
        at = 0;
        count = 0;
        return taken;
    }

    private void reason(RevocationReason reason) {
        int extension = open(Der.SEQUENCE);
        bytes(REASON_CODE, 0);
        int value = open(Der.OCTET_STRING);
        buffer[at++] = Der.ENUMERATED;
        buffer[at++] = 1;
        buffer[at++] = (byte) reason.code();
        close(value);
        close(extension);
    }

    /** RFC 5280 5.3.2: GeneralizedTime in every year. */
    private void invalidity(Instant date) {
        int extension = open(Der.SEQUENCE);
        bytes(INVALIDITY_DATE, 0);
        int value = open(Der.OCTET_STRING);
        time(date, true);
        close(value);
        close(extension);
    }

    private void integer(byte[] serial) {
        int first = 0;
        while (first < serial.length - 1 && serial[first] == 0) {
            first++;
        }
        int sign = serial[first] < 0 ? 1 : 0;
        int length = serial.length - first + sign;
        if (length > 20 || (length == 1 && serial[first] == 0)) {
            throw new IllegalArgumentException("a serial number is positive and has at most 20 octets");
        }
        buffer[at++] = Der.INTEGER;
        buffer[at++] = (byte) length;
        if (sign == 1) {
            buffer[at++] = 0;
        }
        bytes(serial, first);
    }

    private boolean isGeneralized(Instant instant) {
        int year = dateOf(instant).getYear();
        if (year < Der.FIRST_YEAR_OF_UTC_TIME || year > 9999) {
            throw new IllegalArgumentException("outside the years 1950 to 9999: " + instant);
        }
        return year >= Der.FIRST_YEAR_OF_GENERALIZED_TIME;
    }

    /** RFC 5280 5.1.2.6: whole seconds, Zulu. */
    private void time(Instant instant, boolean generalized) {
        LocalDate of = dateOf(instant);
        int second = (int) Math.floorMod(instant.getEpochSecond(), (long) SECONDS_OF_DAY);
        buffer[at++] = (byte) (generalized ? Der.GENERALIZED_TIME : Der.UTC_TIME);
        buffer[at++] = (byte) (generalized ? 15 : 13);
        if (generalized) {
            digits(of.getYear() / 100);
        }
        digits(of.getYear() % 100);
        digits(of.getMonthValue());
        digits(of.getDayOfMonth());
        digits(second / 3600);
        digits(second / 60 % 60);
        digits(second % 60);
        buffer[at++] = 'Z';
    }

    private LocalDate dateOf(Instant instant) {
        long wanted = Math.floorDiv(instant.getEpochSecond(), (long) SECONDS_OF_DAY);
        if (wanted != day) {
            date = LocalDate.ofEpochDay(wanted);
            day = wanted;
        }
        return date;
    }

    private void digits(int twoDigits) {
        buffer[at++] = (byte) ('0' + twoDigits / 10);
        buffer[at++] = (byte) ('0' + twoDigits % 10);
    }

    private void bytes(byte[] source, int from) {
        System.arraycopy(source, from, buffer, at, source.length - from);
        at += source.length - from;
    }

    /** Begins an element whose length is known when it is closed; one octet is enough for each of them. */
    private int open(int tag) {
        buffer[at++] = (byte) tag;
        return at++;
    }

    private void close(int lengthAt) {
        buffer[lengthAt] = (byte) (at - lengthAt - 1);
    }
}
