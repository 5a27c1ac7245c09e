package io.shomei.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/** The header with a client certificate, from a proxy. What was read reads the same in the form of RFC 9440. */
public final class ClientCertHeaderFuzz implements FuzzTarget {
    private static final CertificateDer CERTIFICATE = Fixtures.server(KeySpec.P256, KeySpec.P256);

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes(header(CERTIFICATE.encoded())),
                FuzzTarget.bytes(URLEncoder.encode(CERTIFICATE.pem(), StandardCharsets.UTF_8)),
                FuzzTarget.bytes(CERTIFICATE.pem().replace(" ", "%20").replace("\n", "%0A")));
    }

    @Override
    public void take(byte[] input) throws CertificateEncodingException {
        X509Certificate read = Edge.fromHeader(FuzzTarget.text(input));
        if (read != null) {
            assertThat(Edge.fromHeader(header(read.getEncoded()))).isEqualTo(read);
        }
    }

    private static String header(byte[] der) {
        return ":" + Base64.getEncoder().encodeToString(der) + ":";
    }
}
