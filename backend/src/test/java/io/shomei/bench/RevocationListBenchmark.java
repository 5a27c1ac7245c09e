package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;

/** A CSV of 10,000 names: looked at, confirmed, and carried out until the last one is on the CRL. Then OCSP tells it of each. */
final class RevocationListBenchmark implements Bench.Benchmark {
    private static final int NAMES = 10_000;
    private static final int WARM_UP = 3_000;
    private static final int CONNECTIONS = 8;
    /** A thousand a second. */
    private static final double MOST = 10;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        revoke(server, names(Certificates.issue(server, WARM_UP, random)), WARM_UP);
        List<JsonNode> issued = Certificates.issue(server, NAMES, random);
        byte[] names = names(issued);
        double cpu = server.cpuMillis();
        double database = server.databaseMillis();
        Run run = revoke(server, names, NAMES);
        double used = server.cpuMillis() - cpu;
        double usedByDatabase = server.databaseMillis() - database;
        requireRevoked(server, issued);
        return List.of(Bench.Figure.seconds(
                "revocation.csv.10k",
                run.preview() + run.carriedOut(),
                MOST,
                used / NAMES,
                "10,000 common names: from the upload to its answer, and from the confirmation to the end with everything on the CRL; OCSP answers revoked for each",
                Map.of(
                        "previewSeconds", run.preview(),
                        "carriedOutSeconds", run.carriedOut(),
                        "databaseCpuMillis", usedByDatabase / NAMES)));
    }

    private record Run(double preview, double carriedOut) {}

    /** Every one of them, as OCSP tells it. */
    private static void requireRevoked(Server server, List<JsonNode> issued) throws Exception {
        CertificateDer issuer = CertificateDer.ofDer(server.fetch("/pki/server-p256.crt"));
        List<byte[]> requests = issued.stream()
                .map(each -> CertId.of(
                        HashAlgorithm.SHA1,
                        issuer,
                        SerialNumber.ofHex(each.get("serial").asText())))
                .map(each -> HttpLoad.post("/ocsp", "application/ocsp-request", OcspRequests.of(each)))
                .toList();
        URI http = URI.create(server.http());
        new HttpLoad(http.getHost(), http.getPort(), CONNECTIONS, true)
                .run(requests, requests.size(), RevocationListBenchmark::isRevoked);
    }

    private static boolean isRevoked(byte[] answer) {
        try {
            BasicOCSPResp basic = (BasicOCSPResp) new OCSPResp(answer).getResponseObject();
            return basic.getResponses()[0].getCertStatus() instanceof RevokedStatus;
        } catch (IOException | OCSPException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static byte[] names(List<JsonNode> issued) {
        return issued.stream()
                .map(each -> each.get("commonName").asText())
                .collect(Collectors.joining("\r\n", "commonName\r\n", "\r\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Run revoke(Server server, byte[] names, int count) throws Exception {
        long start = System.nanoTime();
        JsonNode checked = server.uploadNames(names);
        double preview = (System.nanoTime() - start) / 1e9;
        if (checked.get("progress").get("total").asInt() != count) {
            throw new IllegalStateException("not every name can be revoked: " + checked);
        }
        String path = "/api/v1/revocations/" + checked.get("id").asText();
        JsonNode now = server.postJson(path + "/submission", "");
        while (!now.get("state").asText().equals("DONE")) {
            Thread.sleep(100);
            now = server.get(path);
        }
        if (now.get("progress").get("done").asInt() != count) {
            throw new IllegalStateException("not every name was revoked: " + now);
        }
        Duration carriedOut = Duration.between(
                Instant.parse(now.get("submittedAt").asText()),
                Instant.parse(now.get("finishedAt").asText()));
        return new Run(preview, carriedOut.toMillis() / 1e3);
    }
}
