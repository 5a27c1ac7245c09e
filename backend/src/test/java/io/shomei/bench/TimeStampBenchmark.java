package io.shomei.bench;

import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MessageImprint;
import io.shomei.pki.TimeStampRequest;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Time stamps over plain HTTP, eight programs at a time, each with one connection. */
final class TimeStampBenchmark implements Bench.Benchmark {
    private static final int CONCURRENCY = 8;
    private static final int REQUESTS = 16_000;
    /** So many that the compiler has done its work. */
    private static final int WARM_UP = 12_000;
    /** PKIStatusInfo with status granted, behind the header of an answer of this length. */
    private static final byte[] GRANTED = {0x30, 0x03, 0x02, 0x01, 0x00};

    @Override
    public List<Bench.Figure> run(Server server) throws Exception {
        SecureRandom random = new SecureRandom();
        URI address = URI.create(server.http());
        HttpLoad load = new HttpLoad(address.getHost(), address.getPort(), CONCURRENCY, true);
        List<byte[]> requests = requests(random);
        load.run(requests, WARM_UP, TimeStampBenchmark::isGranted);
        double raw = Keys.rawSignatures(KeySpec.RSA_2048, random);
        double cpu = server.cpuMillis();
        double database = server.databaseMillis();
        HttpLoad.Result result = load.run(requests, REQUESTS, TimeStampBenchmark::isGranted);
        double used = server.cpuMillis() - cpu;
        double usedByDatabase = server.databaseMillis() - database;
        return List.of(new Bench.Figure(
                "tsa.rsa2048",
                result.perSecond(),
                "stamps/s",
                raw,
                800,
                used / REQUESTS,
                1.5,
                "POST /tsa, SHA-256, nonce, certificates wanted, concurrency 8, HTTP/1.1 keep-alive, load client on the same cores",
                Map.of(
                        "databaseCpuMillis", usedByDatabase / REQUESTS,
                        "p50Millis", result.millis(50),
                        "p99Millis", result.millis(99))));
    }

    private static boolean isGranted(byte[] answer) {
        return answer.length > 500 && Arrays.equals(answer, 4, 9, GRANTED, 0, 5);
    }

    private static List<byte[]> requests(SecureRandom random) {
        return IntStream.range(0, 1_000)
                .mapToObj(_ -> {
                    byte[] digest = new byte[32];
                    random.nextBytes(digest);
                    MessageImprint imprint = MessageImprint.of(HashAlgorithm.SHA256, digest);
                    TimeStampRequest request = new TimeStampRequest(imprint, null, new BigInteger(64, random), true);
                    return HttpLoad.post("/tsa", "application/timestamp-query", request.encoded());
                })
                .toList();
    }
}
