package io.shomei.pki;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which certificate somebody asks about: hashes of its issuer's name and key, and its serial number (RFC 6960 4.1.1). It is
 * kept as it came, because the answer repeats it octet for octet.
 */
public final class CertId {
    private final byte[] encoded;
    private final @Nullable IssuerHash issuer;
    private final BigInteger serial;

    private CertId(byte[] encoded, @Nullable IssuerHash issuer, BigInteger serial) {
        this.encoded = encoded;
        this.issuer = issuer;
        this.serial = serial;
    }

    /** What a relying party asks with. */
    public static CertId of(HashAlgorithm algorithm, CertificateDer issuer, SerialNumber serial) {
        byte[] name = algorithm.digest(issuer.tbs().subject());
        byte[] key = algorithm.digest(IssuerHash.key(issuer));
        byte[] encoded = Der.sequence(
                Der.sequence(Der.oid(algorithm.oid()), Der.nullElement()),
                Der.octets(name),
                Der.octets(key),
                Der.integer(serial.value()));
        return new CertId(encoded, IssuerHash.of(algorithm, name, key), serial.value());
    }

    static CertId read(DerReader parent) throws DerException {
        byte[] encoded = parent.element(Der.SEQUENCE);
        DerReader id = new DerReader(encoded).sequence();
        Optional<HashAlgorithm> algorithm = algorithm(id.sequence());
        byte[] name = id.contents(Der.OCTET_STRING);
        byte[] key = id.contents(Der.OCTET_STRING);
        BigInteger serial = id.integer();
        id.requireEnd();
        return new CertId(
                encoded, algorithm.map(known -> IssuerHash.of(known, name, key)).orElse(null), serial);
    }

    /** As it was asked. */
    public byte[] encoded() {
        return encoded.clone();
    }

    /** Empty where the hash is none we know; then the issuer is none of ours as far as we can tell. */
    public Optional<IssuerHash> issuer() {
        return Optional.ofNullable(issuer);
    }

    /** Empty where no certificate of ours can have this number. */
    public Optional<SerialNumber> serial() {
        return SerialNumber.of(serial);
    }

    byte[] sharedEncoding() {
        return encoded;
    }

    /** RFC 3370 2.1 and RFC 5754 2: the parameters are absent or NULL, and both are to be accepted. */
    private static Optional<HashAlgorithm> algorithm(DerReader identifier) throws DerException {
        Optional<HashAlgorithm> algorithm = HashAlgorithm.ofOid(identifier.oid());
        if (algorithm.isPresent() && !identifier.atEnd()) {
            identifier.enter(Der.NULL).requireEnd();
            identifier.requireEnd();
        }
        return algorithm;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertId id && Arrays.equals(encoded, id.encoded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(encoded);
    }

    @Override
    public String toString() {
        return "certificate " + serial.toString(16);
    }
}
