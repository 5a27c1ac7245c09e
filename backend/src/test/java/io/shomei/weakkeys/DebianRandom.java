package io.shomei.weakkeys;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The random numbers of OpenSSL 0.9.8 as Debian built it from 2006 to 2008 (CVE-2008-0166): what is put into the pool has no influence
 * but by its length, so the number of the process is all that differs.
 */
final class DebianRandom {
    private static final int POOL = 1_023;
    private static final int DIGEST = 20;
    private static final int HALF = DIGEST / 2;
    /** What is read of /dev/urandom, and enough for the pool to count as seeded. */
    private static final int ENOUGH = 32;

    private final MessageDigest sha1 = sha1();
    private final int process;
    private final int octetsOfLong;
    /** One digest longer than the pool, as there: an index may stand right behind the end. */
    private final byte[] pool = new byte[POOL + DIGEST];

    private final byte[] digest = new byte[DIGEST];
    private int at;
    private int filled;
    private long bytesCount;
    private long addCount;
    private boolean polled;
    private boolean stirred;

    DebianRandom(int process, int octetsOfLong) {
        this.process = process;
        this.octetsOfLong = octetsOfLong;
    }

    /** Puts so many octets into the pool. */
    void add(int octets) {
        int index = at;
        long count = addCount;
        byte[] local = digest.clone();
        at += octets;
        if (at >= POOL) {
            at %= POOL;
            filled = POOL;
        } else if (filled < POOL && at > filled) {
            filled = at;
        }
        addCount += (octets + DIGEST - 1) / DIGEST;
        for (int done = 0; done < octets; done += DIGEST) {
            int length = Math.min(DIGEST, octets - done);
            sha1.update(local);
            around(index, length, POOL);
            counters(bytesCount, count++);
            local = sha1.digest();
            for (int i = 0; i < length; i++) {
                pool[index++] ^= local[i];
                if (index >= POOL) {
                    index = 0;
                }
            }
        }
        for (int i = 0; i < DIGEST; i++) {
            digest[i] ^= local[i];
        }
    }

    /** Seeds the pool, if nobody did: from the system's source, then with process, user and time. */
    void poll() {
        if (!polled) {
            polled = true;
            add(ENOUGH);
            add(octetsOfLong);
            add(octetsOfLong);
            add(octetsOfLong);
        }
    }

    byte[] next(int octets) {
        poll();
        if (!stirred) {
            stirred = true;
            for (int rest = POOL; rest > 0; rest -= DIGEST) {
                add(DIGEST);
            }
        }
        int index = at;
        int end = filled;
        long count = bytesCount;
        byte[] local = digest.clone();
        at += (octets + HALF - 1) / HALF * HALF;
        if (at > filled) {
            at %= filled;
        }
        bytesCount++;
        byte[] out = new byte[octets];
        for (int done = 0; done < octets; done += HALF) {
            if (done == 0 && process != 0) {
                sha1.update(littleEndian(process, Integer.BYTES));
            }
            sha1.update(local);
            counters(count, addCount);
            around(index, HALF, end);
            local = sha1.digest();
            for (int i = 0; i < HALF; i++) {
                pool[index++] ^= local[i];
                if (index >= end) {
                    index = 0;
                }
            }
            System.arraycopy(local, HALF, out, done, Math.min(HALF, octets - done));
        }
        counters(count, addCount);
        sha1.update(local);
        sha1.update(digest);
        System.arraycopy(sha1.digest(), 0, digest, 0, DIGEST);
        return out;
    }

    /** A number of so many bits, a multiple of eight; the time of day goes into the pool before. */
    byte[] number(int bits) {
        add(octetsOfLong);
        return next(bits / 8);
    }

    /** So many octets of the pool, from its beginning again where it ends. */
    private void around(int index, int length, int end) {
        int beyond = Math.max(0, index + length - end);
        sha1.update(pool, index, length - beyond);
        sha1.update(pool, 0, beyond);
    }

    private void counters(long first, long second) {
        sha1.update(littleEndian(first, octetsOfLong));
        sha1.update(littleEndian(second, octetsOfLong));
    }

    private static byte[] littleEndian(long value, int octets) {
        byte[] all = ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return Arrays.copyOf(all, octets);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1", "SUN");
        } catch (NoSuchAlgorithmException | java.security.NoSuchProviderException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
