package io.shomei.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.cert.ocsp.OCSPReq;

/** What stands in the body of a question to the OCSP responder. Where Bouncy Castle reads it, too, both see the same question. */
public final class OcspRequestFuzz implements FuzzTarget {
    private static final CertificateDer ISSUER = Fixtures.issuer(KeySpec.P256);
    private static final CertId ID = CertId.of(HashAlgorithm.SHA1, ISSUER, Fixtures.serial());

    @Override
    public List<byte[]> seeds() {
        return List.of(
                OcspRequests.of(ID),
                OcspRequests.withNonce(OcspRequests.nonce(32), ID),
                OcspRequests.of(
                        List.of(ID, CertId.of(HashAlgorithm.SHA256, ISSUER, Fixtures.serial())),
                        new Extension(Oids.OCSP_NONCE, false, Der.octets(OcspRequests.nonce(8)))));
    }

    @Override
    public void take(byte[] input) {
        OcspRequest request;
        try {
            request = OcspRequest.read(input);
        } catch (DerException malformed) {
            return;
        }
        assertThat(request.certificates()).isNotEmpty();
        for (CertId id : request.certificates()) {
            assertThat(id.encoded()).isNotEmpty();
            assertThat(id.toString()).isNotNull();
            id.serial().ifPresent(serial -> assertThat(serial.hex()).isNotEmpty());
        }
        other(input).ifPresent(other -> compare(request, other));
    }

    private static void compare(OcspRequest request, OCSPReq other) {
        assertThat(request.certificates()).hasSameSizeAs(other.getRequestList());
        for (int i = 0; i < request.certificates().size(); i++) {
            assertThat(SerialNumber.of(other.getRequestList()[i].getCertID().getSerialNumber()))
                    .isEqualTo(request.certificates().get(i).serial());
        }
        var nonce = other.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        assertThat(request.nonce().isPresent()).isEqualTo(nonce != null);
        request.nonce()
                .ifPresent(ours -> assertThat(ours.extension().value())
                        .isEqualTo(nonce.getExtnValue().getOctets()));
    }

    private static Optional<OCSPReq> other(byte[] input) {
        try {
            OCSPReq read = new OCSPReq(input);
            // Reads its parts only when it is asked for them.
            assertThat(Arrays.asList(read.getRequestList())).isNotNull();
            return Optional.of(read);
        } catch (IOException | RuntimeException refused) {
            return Optional.empty();
        }
    }
}
