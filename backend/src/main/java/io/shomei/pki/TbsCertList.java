package io.shomei.pki;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A TBSCertList taken apart, without its entries (RFC 5280 5.1.2).
 *
 * @param version as people count: 2, or 1 where the field is absent
 * @param signatureAlgorithm the AlgorithmIdentifier in DER
 * @param issuer the Name in DER
 * @param thisUpdate the Time in DER
 * @param nextUpdate the Time in DER
 * @param hasRevokedCertificates whether the list of entries is there, be it empty
 * @param entries how many there are
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
public record TbsCertList(
        int version,
        byte[] signatureAlgorithm,
        byte[] issuer,
        byte[] thisUpdate,
        byte @Nullable [] nextUpdate,
        boolean hasRevokedCertificates,
        long entries,
        List<Extension> extensions) {

    public TbsCertList {
        extensions = List.copyOf(extensions);
    }

    public Optional<Extension> extension(String oid) {
        return extensions.stream()
                .filter(extension -> extension.oid().equals(oid))
                .findFirst();
    }

    /** The number in an extension that holds nothing else: cRLNumber, BaseCRLNumber. */
    public Optional<BigInteger> number(String oid) throws DerException {
        Optional<Extension> extension = extension(oid);
        if (extension.isEmpty()) {
            return Optional.empty();
        }
        DerReader reader = extension.get().reader();
        BigInteger number = reader.integer();
        reader.requireEnd();
        return Optional.of(number);
    }

    /** RFC 5280 5.2.4: whether it lists only what changed since another list. */
    public boolean isDelta() {
        return extension(Oids.DELTA_CRL_INDICATOR).isPresent();
    }
}
