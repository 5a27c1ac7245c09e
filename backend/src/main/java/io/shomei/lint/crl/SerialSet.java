package io.shomei.lint.crl;

/**
 * Serial numbers that were seen: three words for each, in one array, so that a million of them take 48 MiB at most and leave
 * nothing behind.
 */
final class SerialSet {
    /** A serial number has at most 20 octets, which is two words and a half. */
    private static final int WORDS = 3;

    private static final int SMALLEST = 16;

    private long[] table;
    private int mask;
    private int size;

    /**
     * @param expected how many there will be, as far as that is known
     */
    SerialSet(long expected) {
        int slots = SMALLEST;
        while (slots < expected + expected / 2) {
            slots *= 2;
        }
        this.table = new long[slots * WORDS];
        this.mask = slots - 1;
    }

    /**
     * @param serial contents of the INTEGER
     * @return whether it is new
     */
    boolean add(byte[] serial) {
        if (size >= (mask + 1) / 4 * 3) {
            grow();
        }
        long low = word(serial, 0);
        long middle = word(serial, 8);
        // The length sets numbers apart that differ in leading zeros only, and marks the slot as taken.
        long high = word(serial, 16) | ((long) serial.length + 1) << 32;
        return put(low, middle, high);
    }

    private boolean put(long low, long middle, long high) {
        int slot = slotOf(low, middle, high);
        while (table[slot * WORDS + 2] != 0) {
            int at = slot * WORDS;
            if (table[at] == low && table[at + 1] == middle && table[at + 2] == high) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        table[slot * WORDS] = low;
        table[slot * WORDS + 1] = middle;
        table[slot * WORDS + 2] = high;
        size++;
        return true;
    }

    private int slotOf(long low, long middle, long high) {
        long mixed = (low ^ Long.rotateLeft(middle, 21) ^ Long.rotateLeft(high, 42)) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    private void grow() {
        long[] before = table;
        table = new long[Math.multiplyExact(before.length, 2)];
        mask = table.length / WORDS - 1;
        size = 0;
        for (int at = 0; at < before.length; at += WORDS) {
            if (before[at + 2] != 0) {
                put(before[at], before[at + 1], before[at + 2]);
            }
        }
    }

    /** Eight octets of the number, counted from its end. */
    private static long word(byte[] serial, int fromEnd) {
        long word = 0;
        int end = serial.length - fromEnd;
        for (int i = Math.max(0, end - 8); i < end; i++) {
            word = word << 8 | (serial[i] & 0xFF);
        }
        return word;
    }
}
