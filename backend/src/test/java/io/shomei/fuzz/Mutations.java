package io.shomei.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes of good inputs what nobody should send. The same seed gives the same row of inputs. */
final class Mutations {
    private static final int MOST_AT_ONCE = 4;
    private static final int MOST_OCTETS = 96 * 1024;

    /** Lengths, signs, separators and marks: where parsers look twice. */
    private static final byte[] INTERESTING = {
        0,
        1,
        0x7F,
        (byte) 0x80,
        (byte) 0x81,
        (byte) 0x84,
        (byte) 0xFF,
        0x30,
        0x31,
        0x02,
        0x03,
        0x04,
        0x06,
        0x05,
        0x17,
        0x18,
        0x1F,
        (byte) 0xA0,
        (byte) 0xA3,
        '\t',
        '\n',
        '\r',
        ' ',
        '"',
        ',',
        '=',
        '-',
        '.',
        ':',
        '%',
        '+',
        '/',
        '@',
        (byte) 0xEF,
        (byte) 0xBB,
        (byte) 0xBF,
        (byte) 0xFE
    };

    private final List<byte[]> seeds;
    private final RandomGenerator random;

    Mutations(List<byte[]> seeds, RandomGenerator random) {
        this.seeds = seeds;
        this.random = random;
    }

    byte[] next() {
        byte[] input = anySeed().clone();
        int times = 1 + random.nextInt(MOST_AT_ONCE);
        for (int i = 0; i < times; i++) {
            input = changed(input);
        }
        return input.length > MOST_OCTETS ? Arrays.copyOf(input, MOST_OCTETS) : input;
    }

    private byte[] anySeed() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] changed(byte[] input) {
        if (input.length == 0) {
            return anySeed().clone();
        }
        int at = random.nextInt(input.length);
        int length = Math.min(input.length - at, 1 + random.nextInt(random.nextBoolean() ? 4 : 64));
        switch (random.nextInt(7)) {
            case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> input[at] = INTERESTING[random.nextInt(INTERESTING.length)];
            case 2 -> input[at] += (byte) (random.nextBoolean() ? 1 : -1);
            case 3 -> input = replaced(input, at, length, new byte[0]);
            case 4 -> input = replaced(input, at, 0, Arrays.copyOfRange(input, at, at + length));
            case 5 -> {
                byte[] other = anySeed();
                int from = random.nextInt(other.length + 1);
                int until = Math.min(other.length, from + random.nextInt(128));
                input = replaced(input, at, random.nextBoolean() ? until - from : 0, other, from, until);
            }
            default -> {
                byte[] noise = new byte[random.nextInt(8)];
                random.nextBytes(noise);
                input = replaced(input, at, random.nextBoolean() ? noise.length : 0, noise);
            }
        }
        return input;
    }

    private static byte[] replaced(byte[] input, int at, int length, byte[] by) {
        return replaced(input, at, length, by, 0, by.length);
    }

    private static byte[] replaced(byte[] input, int at, int length, byte[] by, int from, int until) {
        int rest = Math.min(input.length, at + length);
        byte[] result = new byte[at + until - from + input.length - rest];
        System.arraycopy(input, 0, result, 0, at);
        System.arraycopy(by, from, result, at, until - from);
        System.arraycopy(input, rest, result, at + until - from, input.length - rest);
        return result;
    }
}
