package io.shomei.bench;

import io.shomei.pki.KeySpec;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/** One CSR a request over TLS with a bearer token, eight at a time, each answered with its stored certificate. */
final class RestBenchmark implements Bench.Benchmark {
    private static final int REQUESTS = 8_000;
    /** So many that the compiler has done its work. */
    private static final int WARM_UP = 20_000;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        CallLoad load = new CallLoad(8);
        List<String> first = bodies(WARM_UP, random);
        load.run(WARM_UP, number -> server.postJson("/api/v1/requests", first.get(number)));
        List<String> bodies = bodies(REQUESTS, random);
        double raw = Keys.rawSignatures(KeySpec.P256, random);
        CallLoad.Result result =
                load.measure(server, REQUESTS, number -> server.postJson("/api/v1/requests", bodies.get(number)));
        return List.of(new Bench.Figure(
                "request.rest.p256",
                result.perSecond(),
                "requests/s",
                raw,
                600,
                result.cpuMillisEach(),
                2.0,
                "POST /api/v1/requests, concurrency 8, HTTPS with a certificate-bound bearer token, load client on the same cores",
                result.further()));
    }

    private static List<String> bodies(int count, SecureRandom random) {
        List<KeyPair> keys = Keys.p256(count, random);
        String prefix = "r" + Long.toString(System.nanoTime(), 36);
        return IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> "{\"profile\":\"12\",\"csr\":\""
                        + Csrs.of(keys.get(i), prefix + "-" + i + ".shomei.ac.jp")
                        + "\",\"subscriber\":{\"email\":\"yamada@example.ac.jp\"}}")
                .toList();
    }
}
