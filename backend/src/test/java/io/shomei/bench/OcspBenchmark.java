package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPResp;

/**
 * Questions about distinct certificates over plain HTTP, on eight connections that stay open. On demand: with a nonce, so that each
 * answer is signed. Signed before: the address that clients fetch and caches keep. Beside it, with the same client, OpenSSL's own responder.
 */
final class OcspBenchmark implements Bench.Benchmark {
    private static final int CONNECTIONS = 8;
    private static final int CERTIFICATES = 5_000;
    /** So many that the compiler has done its work. */
    private static final int WARM_UP = 60_000;

    private static final int REQUESTS = 60_000;

    private final boolean onDemand;

    OcspBenchmark(boolean onDemand) {
        this.onDemand = onDemand;
    }

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        CertificateDer issuer = CertificateDer.ofDer(server.fetch("/pki/server-p256.crt"));
        List<CertId> certificates = serials(server, random).stream()
                .map(serial -> CertId.of(HashAlgorithm.SHA1, issuer, serial))
                .toList();
        Map<String, Object> peer = OpenSslResponder.measure(CONNECTIONS);
        URI http = URI.create(server.http());
        HttpLoad load = new HttpLoad(http.getHost(), http.getPort(), CONNECTIONS, true);
        load.run(requests(certificates, random), WARM_UP, OcspBenchmark::isAnswer);
        List<byte[]> requests = requests(certificates, random);
        double raw = Keys.rawSignatures(KeySpec.P256, random);
        double cpu = server.cpuMillis();
        double database = server.databaseMillis();
        HttpLoad.Result result = load.run(requests, REQUESTS, OcspBenchmark::isAnswer);
        double used = server.cpuMillis() - cpu;
        double usedByDatabase = server.databaseMillis() - database;
        verify(server, certificates.getFirst(), issuer);
        Map<String, Object> further = new LinkedHashMap<>(peer);
        further.put("databaseCpuMillis", usedByDatabase / REQUESTS);
        further.put("p50Millis", result.millis(50));
        further.put("p99Millis", result.millis(99));
        return List.of(new Bench.Figure(
                onDemand ? "ocsp.ondemand.p256" : "ocsp.presigned",
                result.perSecond(),
                "answers/s",
                raw,
                onDemand ? 4_000 : 8_000,
                used / REQUESTS,
                onDemand ? 0.30 : 0.12,
                (onDemand ? "POST with a nonce of 32 octets" : "GET without a nonce, each answer signed before")
                        + ", 5,000 distinct certificates, 8 connections kept open, plain HTTP, load client on the same cores",
                further));
    }

    private List<byte[]> requests(List<CertId> certificates, SecureRandom random) {
        return certificates.stream()
                .map(certificate -> onDemand
                        ? HttpLoad.post(
                                "/ocsp", "application/ocsp-request", OcspRequests.withNonce(nonce(random), certificate))
                        : HttpLoad.get("/ocsp/" + address(certificate)))
                .toList();
    }

    private static String address(CertId certificate) {
        return URLEncoder.encode(
                Base64.getEncoder().encodeToString(OcspRequests.of(certificate)), StandardCharsets.US_ASCII);
    }

    private static byte[] nonce(SecureRandom random) {
        byte[] nonce = new byte[32];
        random.nextBytes(nonce);
        return nonce;
    }

    /** successful (0) where every OCSPResponse has its status: behind the headers of two SEQUENCEs at most. */
    static boolean isAnswer(byte[] body) {
        return body.length > 200 && body[4] == 0x0A && body[5] == 1 && body[6] == 0;
    }

    private static void verify(Server server, CertId certificate, CertificateDer issuer) throws Exception {
        byte[] answer = server.fetch("/ocsp/" + address(certificate));
        BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
        var verifiers = new org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder();
        boolean good = basic.getResponses()[0].getCertStatus() == CertificateStatus.GOOD
                && basic.getCerts()[0].isSignatureValid(verifiers.build(issuer.publicKey()))
                && basic.isSignatureValid(verifiers.build(basic.getCerts()[0]));
        if (!good) {
            throw new IllegalStateException("an answer that nobody would believe");
        }
    }

    /** Certificates that are there, or are issued now. */
    private static List<SerialNumber> serials(Server server, SecureRandom random) throws Exception {
        List<SerialNumber> found = list(server);
        if (found.size() < CERTIFICATES) {
            found = Certificates.issue(server, CERTIFICATES, random).stream()
                    .map(each -> SerialNumber.ofHex(each.get("serial").asText()))
                    .toList();
        }
        return found.subList(0, CERTIFICATES);
    }

    private static List<SerialNumber> list(Server server) throws Exception {
        List<SerialNumber> serials = new ArrayList<>();
        String cursor = "";
        while (serials.size() < CERTIFICATES) {
            JsonNode page = server.get("/api/v1/certificates?kind=SERVER&limit=1000" + cursor);
            for (JsonNode each : page.get("items")) {
                if (each.get("profile").asText().equals("12")) {
                    serials.add(SerialNumber.ofHex(each.get("serial").asText()));
                }
            }
            JsonNode next = page.get("next");
            if (next == null || next.isNull()) {
                break;
            }
            cursor = "&cursor=" + URLEncoder.encode(next.asText(), StandardCharsets.US_ASCII);
        }
        return serials;
    }
}
