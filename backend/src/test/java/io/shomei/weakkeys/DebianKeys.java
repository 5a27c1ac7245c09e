package io.shomei.weakkeys;

import java.math.BigInteger;

/**
 * The RSA keys that {@code openssl genrsa} made on Debian from 2006 to 2008, one for each number a process can have. Published keys are
 * the proof; see {@link DebianKeysTest}.
 */
final class DebianKeys {
    /** Processes have numbers below this. */
    static final int PROCESSES = 32_768;

    /** Of what sizes things are there, which the random numbers depend on. */
    enum Machine {
        AMD64(8, 144),
        I386(4, 88);

        private final int octetsOfLong;
        private final int octetsOfStat;

        Machine(int octetsOfLong, int octetsOfStat) {
            this.octetsOfLong = octetsOfLong;
            this.octetsOfStat = octetsOfStat;
        }
    }

    /** What became of the file with seeds in the home directory. */
    enum SeedFile {
        READ("rnd"),
        UNREADABLE("noreadrnd"),
        MISSING("nornd");

        private static final int OCTETS = 1_024;

        /** What the published lists call it. */
        private final String label;

        SeedFile(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        private void read(DebianRandom random, Machine machine) {
            switch (this) {
                case READ -> {
                    random.add(machine.octetsOfStat);
                    random.add(OCTETS);
                }
                case UNREADABLE -> {
                    random.add(machine.octetsOfStat);
                    random.poll();
                }
                case MISSING -> random.poll();
            }
        }
    }

    private static final int LEAST_BITS = 2_048;
    private static final int PRIMES = 2_048;
    private static final int[] SMALL = smallPrimes();
    private static final BigInteger F4 = BigInteger.valueOf(65_537);

    private final DebianRandom random;

    private DebianKeys(DebianRandom random) {
        this.random = random;
    }

    /** The modulus of the key with exponent 65537. Smaller keys take more witnesses, and nobody issues for them. */
    static BigInteger modulus(Machine machine, SeedFile file, int process, int bits) {
        if (bits < LEAST_BITS || bits % 64 != 0) {
            throw new IllegalArgumentException("keys have at least 2048 bits, not " + bits);
        }
        DebianRandom random = new DebianRandom(process, machine.octetsOfLong);
        file.read(random, machine);
        DebianKeys keys = new DebianKeys(random);
        BigInteger p = keys.factor(bits / 2);
        BigInteger q = keys.factor(bits / 2);
        return p.multiply(q);
    }

    private BigInteger factor(int bits) {
        BigInteger prime = prime(bits);
        while (prime.subtract(BigInteger.ONE).mod(F4).signum() == 0) {
            prime = prime(bits);
        }
        return prime;
    }

    private BigInteger prime(int bits) {
        BigInteger candidate = candidate(bits);
        while (!isPrime(candidate)) {
            candidate = candidate(bits);
        }
        return candidate;
    }

    /** The next number above a random one that no small prime divides, nor divides the number before it. */
    private BigInteger candidate(int bits) {
        byte[] octets = random.number(bits);
        octets[0] |= (byte) 0xC0;
        octets[octets.length - 1] |= 1;
        int[] remainders = remainders(octets);
        int delta = 0;
        for (int i = 1; i < PRIMES; i++) {
            if ((remainders[i] + delta) % SMALL[i] <= 1) {
                delta += 2;
                i = 0;
            }
        }
        return new BigInteger(1, octets).add(BigInteger.valueOf(delta));
    }

    private static int[] remainders(byte[] octets) {
        int[] words = new int[octets.length / 4];
        for (int i = 0; i < words.length; i++) {
            words[i] = (octets[4 * i] & 0xFF) << 24
                    | (octets[4 * i + 1] & 0xFF) << 16
                    | (octets[4 * i + 2] & 0xFF) << 8
                    | (octets[4 * i + 3] & 0xFF);
        }
        int[] remainders = new int[PRIMES];
        for (int i = 1; i < PRIMES; i++) {
            long remainder = 0;
            for (int word : words) {
                remainder = (remainder << 32 | (word & 0xFFFF_FFFFL)) % SMALL[i];
            }
            remainders[i] = (int) remainder;
        }
        return remainders;
    }

    /** Miller and Rabin with as many witnesses as there, for each of which random numbers are used up. */
    private boolean isPrime(BigInteger candidate) {
        BigInteger before = candidate.subtract(BigInteger.ONE);
        int twos = before.getLowestSetBit();
        BigInteger odd = before.shiftRight(twos);
        int witnesses = candidate.bitLength() >= 1_300 ? 2 : 3;
        for (int i = 0; i < witnesses; i++) {
            BigInteger witness = below(before).add(BigInteger.ONE).modPow(odd, candidate);
            boolean passed = witness.equals(BigInteger.ONE) || witness.equals(before);
            for (int square = 1; square < twos && !passed; square++) {
                witness = witness.multiply(witness).mod(candidate);
                passed = witness.equals(before);
            }
            if (!passed) {
                return false;
            }
        }
        return true;
    }

    private BigInteger below(BigInteger bound) {
        BigInteger number;
        do {
            number = new BigInteger(1, random.number(bound.bitLength()));
        } while (number.compareTo(bound) >= 0);
        return number;
    }

    private static int[] smallPrimes() {
        int[] primes = new int[PRIMES];
        int found = 0;
        for (int n = 2; found < PRIMES; n++) {
            boolean prime = true;
            for (int i = 0; i < found && primes[i] * primes[i] <= n; i++) {
                prime &= n % primes[i] != 0;
            }
            if (prime) {
                primes[found++] = n;
            }
        }
        return primes;
    }
}
