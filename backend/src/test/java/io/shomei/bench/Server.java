package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The platform under measurement: an officer's session, and how much processor time application and database have used. */
final class Server implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();

    private final String cert;
    private final String http;
    private final Path data;
    private final long pid;
    private final HttpClient client;
    private final String token;

    private Server(String cert, String http, Path data, long pid, SSLContext tls) throws Exception {
        this.cert = cert;
        this.http = http;
        this.data = data;
        this.pid = pid;
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.token = JSON.readTree(send(request("/api/v1/session")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .body())
                .get("token")
                .asText();
    }

    static Server fromEnvironment() throws Exception {
        Path data = Path.of(environment("SHOMEI_E2E_DIR"));
        JsonNode accounts = JSON.readTree(data.resolve("demo/accounts.json").toFile());
        for (JsonNode account : accounts) {
            if (account.get("p12").asText().equals("officer-suzuki.p12")) {
                return new Server(
                        environment("SHOMEI_E2E_CERT"),
                        environment("SHOMEI_E2E_HTTP"),
                        data,
                        Long.parseLong(environment("SHOMEI_SERVER_PID")),
                        tls(data, account));
            }
        }
        throw new IllegalStateException("no demonstration officer in " + data);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(cert + path));
    }

    HttpRequest.Builder authorised(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(authorised(path).GET().build()).body());
    }

    JsonNode postJson(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(send(authorised(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body());
    }

    /** Octets of heap in use. */
    long heap() throws IOException, InterruptedException {
        String metrics = client.send(
                        HttpRequest.newBuilder(URI.create(http + "/q/metrics")).build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        return metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Processor time that application and database have used so far, in milliseconds. */
    double cpuMillis() throws IOException {
        double ticks = ticks(pid, false);
        Path database = data.resolve("postgres").toRealPath();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                String name = process.getFileName().toString();
                if (name.chars().allMatch(Character::isDigit) && isDatabase(process, database)) {
                    ticks += ticks(Long.parseLong(name), true);
                }
            }
        }
        return ticks * 10;
    }

    private static boolean isDatabase(Path process, Path database) {
        try {
            return process.resolve("cwd").toRealPath().equals(database);
        } catch (IOException gone) {
            return false;
        }
    }

    private static double ticks(long pid, boolean withEndedChildren) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
            return withEndedChildren ? own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]) : own;
        } catch (IOException gone) {
            return 0;
        }
    }

    @Override
    public void close() {
        client.close();
    }

    private static SSLContext tls(Path data, JsonNode account) throws Exception {
        char[] password = account.get("p12Password").asText().toCharArray();
        KeyStore identity = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(
                data.resolve("demo").resolve(account.get("p12").asText()))) {
            identity.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, password);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        int count = 0;
        byte[] pem = Files.readAllBytes(data.resolve("demo/ca.pem"));
        for (Certificate each :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem))) {
            trusted.setCertificateEntry("ca" + count++, each);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static String environment(String name) {
        return Objects.requireNonNull(System.getenv(name), name + " is not set; start with make bench");
    }
}
