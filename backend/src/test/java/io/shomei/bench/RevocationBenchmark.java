package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.shomei.pki.KeySpec;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One revocation a request over TLS with a bearer token, eight at a time, each answered when it is committed; and how long after the
 * last answer the CRL tells of the last one.
 */
final class RevocationBenchmark implements Bench.Benchmark {
    private static final int REQUESTS = 8_000;
    /** So many that the compiler has done its work. */
    private static final int WARM_UP = 24_000;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        List<String> ids = Certificates.issue(server, WARM_UP + REQUESTS, random).stream()
                .map(each -> each.get("id").asText())
                .toList();
        CallLoad load = new CallLoad(8);
        load.run(WARM_UP, number -> revoke(server, ids.get(number)));
        double raw = Keys.rawSignatures(KeySpec.P256, random);
        CallLoad.Result result = load.measure(server, REQUESTS, number -> revoke(server, ids.get(WARM_UP + number)));
        double listedAfter = awaitList(server, ids.getLast());
        Map<String, Object> further = new LinkedHashMap<>(result.further());
        further.put("listedAfterMillis", listedAfter);
        return List.of(new Bench.Figure(
                "revocation.rest",
                result.perSecond(),
                "revocations/s",
                raw,
                600,
                result.cpuMillisEach(),
                0,
                "POST /api/v1/certificates/{id}/revocation, concurrency 8, HTTPS with a certificate-bound bearer token, load client on the same cores",
                further));
    }

    private static void revoke(Server server, String id) throws Exception {
        server.postJson("/api/v1/certificates/" + id + "/revocation", "{\"reason\":\"SUPERSEDED\"}");
    }

    private static double awaitList(Server server, String id) throws Exception {
        long start = System.nanoTime();
        JsonNode since = null;
        while (since == null) {
            since = server.get("/api/v1/certificates/" + id).get("revocation").get("crlVisibleSince");
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
