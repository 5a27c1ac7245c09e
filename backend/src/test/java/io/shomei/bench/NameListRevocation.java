package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;

/** A CSV of 10,000 names of a company: looked at, confirmed, and carried out until the last one is on the CRL. Then OCSP tells it of each. */
final class NameListRevocation {
    private static final int CONNECTIONS = 8;
    private static final int PAGE = 1_000;
    /** A thousand a second. */
    private static final double MOST = 10;

    private NameListRevocation() {}

    /** Revokes the certificates of a company with the lowest numbers, after some others that make the platform warm. */
    static Bench.Figure measure(Server administrator, int count, int warmUp) throws Exception {
        List<JsonNode> oldest = oldest(administrator, count + warmUp);
        revoke(administrator, names(oldest.subList(count, count + warmUp)), warmUp);
        List<JsonNode> revoked = oldest.subList(0, count);
        byte[] names = names(revoked);
        double cpu = administrator.cpuMillis();
        double database = administrator.databaseMillis();
        Run run = revoke(administrator, names, count);
        double used = administrator.cpuMillis() - cpu;
        double usedByDatabase = administrator.databaseMillis() - database;
        requireRevoked(administrator, revoked);
        return Bench.Figure.seconds(
                "revocation.csv.10k",
                run.preview() + run.carriedOut(),
                MOST,
                used / count,
                "10,000 common names of a company: from the upload to its answer, and from the confirmation to the end with everything on the CRL; OCSP answers revoked for each",
                Map.of(
                        "previewSeconds", run.preview(),
                        "carriedOutSeconds", run.carriedOut(),
                        "databaseCpuMillis", usedByDatabase / count));
    }

    private static List<JsonNode> oldest(Server administrator, int count) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        String page = "/api/v1/certificates?kind=CLIENT&sort=OLDEST&valid=true&limit=" + PAGE;
        String cursor = "";
        while (all.size() < count) {
            JsonNode found = administrator.get(page + cursor);
            found.get("items").forEach(all::add);
            cursor = "&cursor=" + URLEncoder.encode(found.get("next").asText(), StandardCharsets.US_ASCII);
        }
        return all.subList(0, count);
    }

    private record Run(double preview, double carriedOut) {}

    /** Every one of them, as OCSP tells it. */
    private static void requireRevoked(Server server, List<JsonNode> issued) throws Exception {
        String authority = server.get(
                        "/api/v1/certificates/" + issued.getFirst().get("id").asText())
                .get("authority")
                .asText();
        CertificateDer issuer = CertificateDer.ofDer(server.fetch("/pki/" + authority + ".crt"));
        List<byte[]> requests = issued.stream()
                .map(each -> CertId.of(
                        HashAlgorithm.SHA1,
                        issuer,
                        SerialNumber.ofHex(each.get("serial").asText())))
                .map(each -> HttpLoad.post("/ocsp", "application/ocsp-request", OcspRequests.of(each)))
                .toList();
        URI http = URI.create(server.http());
        new HttpLoad(http.getHost(), http.getPort(), CONNECTIONS, true)
                .run(requests, requests.size(), NameListRevocation::isRevoked);
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
