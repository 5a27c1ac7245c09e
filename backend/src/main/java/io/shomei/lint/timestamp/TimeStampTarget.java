package io.shomei.lint.timestamp;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.TimeStampRequest;
import io.shomei.pki.TstInfo;
import io.shomei.pki.UnsignedTimeStamp;
import java.util.List;
import java.util.Optional;

/**
 * A time stamp as the rules see it, beside the request it answers: read once, shared by all.
 *
 * @param content TSTInfo in DER
 */
// Compared nowhere; copying its array would cost more than reading it.
@SuppressWarnings("ArrayRecordComponent")
record TimeStampTarget(
        TimeStampRequest request,
        CertificateDer signer,
        SignatureScheme scheme,
        byte[] content,
        TstInfo info,
        List<SignedAttribute> attributes,
        boolean withCertificates) {

    static TimeStampTarget of(UnsignedTimeStamp stamp, TimeStampRequest request) throws DerException {
        byte[] content = stamp.tstInfo();
        return new TimeStampTarget(
                request,
                stamp.signer(),
                stamp.scheme(),
                content,
                TstInfo.read(content),
                SignedAttribute.readAll(stamp.toBeSigned()),
                stamp.withCertificates());
    }

    /** The value of a signed attribute; a reader that stands before it. */
    Optional<DerReader> attribute(String oid) {
        return attributes.stream()
                .filter(attribute -> attribute.oid().equals(oid))
                .findFirst()
                .map(attribute -> new DerReader(attribute.values()));
    }
}
