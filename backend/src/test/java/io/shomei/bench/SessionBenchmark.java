package io.shomei.bench;

import io.shomei.pki.KeySpec;
import java.net.http.HttpRequest;
import java.security.SecureRandom;
import java.util.List;

/** What it costs to find out with each request whose it is: token, session, account, certificate of the connection. */
final class SessionBenchmark implements Bench.Benchmark {
    private static final int REQUESTS = 40_000;
    /** So many that the compiler has done its work. */
    private static final int WARM_UP = 40_000;

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        HttpRequest question = server.authorised("/auth/forward").GET().build();
        double raw = Keys.rawSignatures(KeySpec.P256, new SecureRandom());
        CallLoad load = new CallLoad(8);
        load.run(WARM_UP, number -> server.send(question));
        CallLoad.Result result = load.measure(server, REQUESTS, number -> server.send(question));
        return List.of(new Bench.Figure(
                "session.check",
                result.perSecond(),
                "requests/s",
                raw,
                0,
                result.cpuMillisEach(),
                0.3,
                "GET /auth/forward, concurrency 8, HTTPS with a certificate-bound bearer token, load client on the same cores; beside it the rate of P-256 signatures, for how fast the machine is",
                result.further()));
    }
}
