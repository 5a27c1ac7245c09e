package io.shomei.pki;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Finds RSA keys that somebody else could have: BR 6.1.1.3 (ROCA, close primes, Debian) and 6.1.6 (exponent, small factors). */
final class KeyQuality {
    private static final BigInteger MIN_EXPONENT = BigInteger.valueOf(65537);
    private static final int MAX_EXPONENT_BITS = 256;
    private static final int GENERATOR_OF_ROCA_PRIMES = 65537;
    private static final int LARGEST_ROCA_PRIME = 167;
    private static final int LARGEST_SMALL_PRIME = 751;
    private static final int FERMAT_ROUNDS = 100;

    private static final int[] PRIMES = oddPrimes();
    private static final BigInteger PRODUCT = product();
    private static final List<BitSet> ROCA_RESIDUES = rocaResidues();

    /** The remainders mod 2^6, 9·7, 5·13 and 11 tell most numbers from squares without taking a root. */
    private static final int SQUARE_MODULUS = 63 * 65 * 11;

    private static final BigInteger BIG_SQUARE_MODULUS = BigInteger.valueOf(SQUARE_MODULUS);
    private static final BitSet SQUARES_OF_64 = squares(64);
    private static final BitSet SQUARES_OF_MODULUS = squares(SQUARE_MODULUS);

    private KeyQuality() {}

    static List<CsrFault> faultsOfRsa(BigInteger modulus, BigInteger exponent) {
        var faults = new ArrayList<CsrFault>();
        if (!isExponentAllowed(exponent)) {
            faults.add(CsrFault.EXPONENT_FORBIDDEN);
        }
        if (!modulus.testBit(0) || hasSmallFactor(modulus)) {
            faults.add(CsrFault.SMALL_FACTOR);
        } else if (isRoca(modulus)) {
            faults.add(CsrFault.ROCA_KEY);
        } else if (hasClosePrimes(modulus)) {
            faults.add(CsrFault.FERMAT_CLOSE_PRIMES);
        } else if (WeakKeys.areKnownToHold(modulus)) {
            faults.add(CsrFault.KNOWN_KEY);
        }
        return faults;
    }

    /** BR 6.1.6: odd and from 2^16+1 to 2^256-1. */
    static boolean isExponentAllowed(BigInteger exponent) {
        return exponent.testBit(0)
                && exponent.compareTo(MIN_EXPONENT) >= 0
                && exponent.bitLength() <= MAX_EXPONENT_BITS;
    }

    static boolean hasSmallFactor(BigInteger modulus) {
        BigInteger remainder = modulus.mod(PRODUCT);
        for (int prime : PRIMES) {
            if (remainder(remainder, prime) == 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * CVE-2017-15361, after Nemec and others, "The Return of Coppersmith's Attack" (2017), 2.3: the library made primes
     * k·M + 65537^a mod M, so the modulus has a discrete logarithm to the base 65537 modulo every small prime. Of other keys one in
     * 2^154 has.
     */
    static boolean isRoca(BigInteger modulus) {
        BigInteger remainder = modulus.mod(PRODUCT);
        for (int i = 0; i < ROCA_RESIDUES.size(); i++) {
            if (!ROCA_RESIDUES.get(i).get(remainder(remainder, PRIMES[i]))) {
                return false;
            }
        }
        return true;
    }

    /** BR 6.1.1.3: one hundred rounds of Fermat's factorisation. */
    static boolean hasClosePrimes(BigInteger modulus) {
        BigInteger[] root = modulus.sqrtAndRemainder();
        if (root[1].signum() == 0) {
            return true;
        }
        BigInteger a = root[0].add(BigInteger.ONE);
        BigInteger difference = a.multiply(a).subtract(modulus);
        for (int round = 0; round < FERMAT_ROUNDS; round++) {
            if (isSquare(difference)) {
                return true;
            }
            difference = difference.add(a.shiftLeft(1)).add(BigInteger.ONE);
            a = a.add(BigInteger.ONE);
        }
        return false;
    }

    private static boolean isSquare(BigInteger number) {
        return SQUARES_OF_64.get(number.intValue() & 63)
                && SQUARES_OF_MODULUS.get(number.mod(BIG_SQUARE_MODULUS).intValue())
                && number.sqrtAndRemainder()[1].signum() == 0;
    }

    private static int remainder(BigInteger number, int prime) {
        return number.mod(BigInteger.valueOf(prime)).intValue();
    }

    private static int[] oddPrimes() {
        var composite = new BitSet();
        var primes = new ArrayList<Integer>();
        for (int n = 3; n <= LARGEST_SMALL_PRIME; n += 2) {
            if (!composite.get(n)) {
                primes.add(n);
                for (int multiple = n * n; multiple <= LARGEST_SMALL_PRIME; multiple += n) {
                    composite.set(multiple);
                }
            }
        }
        return primes.stream().mapToInt(Integer::intValue).toArray();
    }

    private static BigInteger product() {
        BigInteger product = BigInteger.ONE;
        for (int prime : PRIMES) {
            product = product.multiply(BigInteger.valueOf(prime));
        }
        return product;
    }

    /** For each of the 38 odd primes up to 167: the powers of 65537. */
    private static List<BitSet> rocaResidues() {
        var residues = new ArrayList<BitSet>();
        for (int prime : PRIMES) {
            if (prime > LARGEST_ROCA_PRIME) {
                break;
            }
            var powers = new BitSet(prime);
            for (int power = 1; !powers.get(power); power = power * (GENERATOR_OF_ROCA_PRIMES % prime) % prime) {
                powers.set(power);
            }
            residues.add(powers);
        }
        return residues;
    }

    private static BitSet squares(int modulus) {
        var squares = new BitSet(modulus);
        for (long n = 0; n < modulus; n++) {
            squares.set((int) (n * n % modulus));
        }
        return squares;
    }
}
