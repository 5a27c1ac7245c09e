package io.shomei.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.CertificateDer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;

/** A relying party: asks over HTTP, and reads the answer with Bouncy Castle. */
final class Asker {
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Asker(String ocspUrl) {
        this.address = URI.create(ocspUrl);
    }

    HttpResponse<byte[]> post(byte[] question) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/ocsp-request")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question)));
    }

    HttpResponse<byte[]> get(String afterTheAddress, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + afterTheAddress));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    /** What is wrong, by the number of RFC 6960 4.2.1; 0 where nothing is. */
    static int status(HttpResponse<byte[]> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/ocsp-response");
        return new OCSPResp(response.body()).getStatus();
    }

    static BasicOCSPResp read(HttpResponse<byte[]> response) throws Exception {
        assertThat(status(response)).isZero();
        return read(response.body());
    }

    static BasicOCSPResp read(byte[] der) throws Exception {
        return (BasicOCSPResp) new OCSPResp(der).getResponseObject();
    }

    /** Signed by a key that this issuer delegated answering to, whose certificate is valid (RFC 6960 4.2.2.2). */
    static X509CertificateHolder verify(BasicOCSPResp answer, CertificateDer issuer) throws Exception {
        X509CertificateHolder signer = answer.getCerts()[0];
        assertThat(answer.getCerts()).hasSize(1);
        var verifiers = new JcaContentVerifierProviderBuilder();
        assertThat(signer.isSignatureValid(verifiers.build(issuer.publicKey()))).isTrue();
        assertThat(answer.isSignatureValid(verifiers.build(signer))).isTrue();
        assertThat(signer.isValidOn(answer.getProducedAt())).isTrue();
        return signer;
    }
}
