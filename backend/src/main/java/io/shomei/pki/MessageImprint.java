package io.shomei.pki;

import java.util.Arrays;

/**
 * The digest of what is time-stamped (RFC 3161 2.4.1). Its encoding is kept as it came, because a time stamp repeats it exactly.
 *
 * @param digest as long as the algorithm makes it
 * @param encoded the MessageImprint in DER
 */
// Compared by its encoding, where at all; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
public record MessageImprint(HashAlgorithm algorithm, byte[] digest, byte[] encoded) {

    /** @throws IllegalArgumentException where the digest has another length than the algorithm's */
    public static MessageImprint of(HashAlgorithm algorithm, byte[] digest) {
        if (digest.length != algorithm.octets()) {
            throw new IllegalArgumentException(algorithm.jcaName() + " has " + algorithm.octets() + " octets");
        }
        byte[] own = digest.clone();
        return new MessageImprint(algorithm, own, Der.sequence(algorithm.algorithmIdentifier(), Der.octets(own)));
    }

    /** Reads a MessageImprint whose hash function is one of ours and whose digest has its length. */
    static MessageImprint read(byte[] encoded) throws DerException, TimeStampRefusal {
        DerReader outer = new DerReader(encoded);
        DerReader reader = outer.sequence();
        DerReader identifier = reader.sequence();
        byte[] digest = reader.contents(Der.OCTET_STRING);
        reader.requireEnd();
        HashAlgorithm algorithm = algorithm(identifier);
        if (digest.length != algorithm.octets()) {
            // RFC 3161 2.4.2: the size of the hash value matches the algorithm.
            throw TimeStampFailure.BAD_DATA_FORMAT.because(
                    "a %s digest has %d octets, not %d", algorithm.jcaName(), algorithm.octets(), digest.length);
        }
        return new MessageImprint(algorithm, digest, encoded);
    }

    private static HashAlgorithm algorithm(DerReader identifier) throws DerException, TimeStampRefusal {
        String oid = identifier.oid();
        if (identifier.nextIs(Der.NULL) && identifier.contents(Der.NULL).length > 0) {
            throw new DerException("NULL with contents");
        }
        if (!identifier.atEnd()) {
            throw TimeStampFailure.BAD_ALG.because("the hash algorithm %s takes no parameters", oid);
        }
        return HashAlgorithm.ofOid(oid)
                .filter(HashAlgorithm::isStrong)
                .orElseThrow(() -> TimeStampFailure.BAD_ALG.because(
                        "the hash algorithm %s is not accepted; SHA-256, SHA-384 and SHA-512 are", oid));
    }

    public boolean sameAs(MessageImprint other) {
        return Arrays.equals(encoded, other.encoded);
    }
}
