package io.shomei.bench;

import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import io.shomei.testing.FreePorts;
import java.io.File;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What {@code openssl ocsp} reaches on this machine with one certificate in a text file: a peer to compare with. */
final class OpenSslResponder {
    private static final String LOG = "openssl.log";
    private static final int WARM_UP = 500;
    private static final int REQUESTS = 10_000;

    private OpenSslResponder() {}

    /** Its answers a second and the processor time of each, asked by the same client; nothing where OpenSSL is not installed. */
    static Map<String, Object> measure(int connections) throws Exception {
        Path directory = Files.createTempDirectory("openssl-ocsp");
        Process responder = null;
        try {
            run(
                    directory,
                    ("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt "
                                    + "-outform DER -subj /CN=Bench -days 30 -set_serial 1")
                            .split(" "));
            run(directory, "x509 -inform DER -in ca.crt -out ca.pem".split(" "));
            Files.writeString(directory.resolve("index.txt"), "V\t491231235959Z\t\t02\tunknown\t/CN=a\n");
            int port = FreePorts.next();
            responder = start(
                    directory,
                    ("ocsp -port " + port
                                    + " -index index.txt -CA ca.pem -rsigner ca.pem -rkey ca.key -ndays 1 -ignore_err")
                            .split(" "));
            CertificateDer issuer = CertificateDer.ofDer(Files.readAllBytes(directory.resolve("ca.crt")));
            CertId asked = CertId.of(HashAlgorithm.SHA1, issuer, new SerialNumber(BigInteger.TWO));
            byte[] nonce = new byte[32];
            new SecureRandom().nextBytes(nonce);
            List<byte[]> requests =
                    List.of(HttpLoad.post("/", "application/ocsp-request", OcspRequests.withNonce(nonce, asked)));
            HttpLoad load = new HttpLoad("localhost", port, connections, false);
            await(directory.resolve(LOG));
            load.run(requests, WARM_UP, OcspBenchmark::isAnswer);
            double cpu = Server.processMillis(responder.pid());
            HttpLoad.Result result = load.run(requests, REQUESTS, OcspBenchmark::isAnswer);
            double used = Server.processMillis(responder.pid()) - cpu;
            return Map.of("opensslPerSecond", result.perSecond(), "opensslCpuMillis", used / REQUESTS);
        } catch (IOException notInstalled) {
            return Map.of("openssl", String.valueOf(notInstalled.getMessage()));
        } finally {
            if (responder != null) {
                responder.destroy();
            }
            try (Stream<Path> files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private static void run(Path directory, String... arguments) throws Exception {
        if (start(directory, arguments).waitFor() != 0) {
            throw new IllegalStateException("openssl " + String.join(" ", arguments) + " failed");
        }
    }

    private static Process start(Path directory, String... arguments) throws IOException {
        List<String> command =
                Stream.concat(Stream.of("openssl"), Stream.of(arguments)).toList();
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.to(directory.resolve(LOG).toFile()))
                .start();
    }

    /** An empty connection to try would keep it busy for ever; it says when it listens. */
    private static void await(Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 100 && !Files.readString(log).contains("waiting for OCSP client connections"); i++) {
            Thread.sleep(50);
        }
    }
}
