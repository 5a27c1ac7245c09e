package io.shomei.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The platform under measurement: an officer's session, and how much processor time application and database have used. */
public final class Server implements AutoCloseable {
    public static final ObjectMapper JSON = new ObjectMapper();

    private static final String OFFICER = "officer-suzuki.p12";
    private static final String OPERATOR = "operator.p12";
    private static final String COMPANY = "saas-site.p12";

    private final String cert;
    private final String http;
    private final Path data;
    private final long pid;
    private final HttpClient client;
    private final String token;

    private Server(String cert, String http, Path data, long pid, SSLContext tls, Map<String, String> typed)
            throws Exception {
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
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(typed)))
                                .build())
                        .body())
                .get("token")
                .asText();
    }

    public static Server fromEnvironment() throws Exception {
        return of(
                Path.of(environment("SHOMEI_E2E_DIR")),
                environment("SHOMEI_E2E_CERT"),
                environment("SHOMEI_E2E_HTTP"),
                Long.parseLong(environment("SHOMEI_SERVER_PID")),
                OFFICER);
    }

    /** A platform that was started here, with an officer of the demonstration tenant logged in. */
    public static Server of(Platform platform, Process process) throws Exception {
        return of(platform.data(), platform.cert(), platform.http(), process.pid(), OFFICER);
    }

    /** As above, with an operator. */
    static Server ofOperator(Platform platform, Process process) throws Exception {
        return of(platform.data(), platform.cert(), platform.http(), process.pid(), OPERATOR);
    }

    /** As above, with the administrator of a company, who presents the certificate of its site. */
    public static Server ofCompany(Platform platform, Process process) throws Exception {
        return of(platform.data(), platform.cert(), platform.http(), process.pid(), COMPANY);
    }

    private static Server of(Path data, String cert, String http, long pid, String person) throws Exception {
        JsonNode accounts = JSON.readTree(data.resolve("demo/accounts.json").toFile());
        for (JsonNode account : accounts) {
            if (account.path("p12").asText().equals(person)) {
                return new Server(cert, http, data, pid, tls(data, account), typed(account));
            }
        }
        throw new IllegalStateException("nobody has " + person + " in " + data);
    }

    /** What somebody types who does not log in by the certificate alone. */
    private static Map<String, String> typed(JsonNode account) {
        Map<String, String> typed = new HashMap<>();
        for (String each : List.of("loginId", "password")) {
            if (account.has(each)) {
                typed.put(each, account.get(each).asText());
            }
        }
        return typed;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(cert + path));
    }

    public HttpRequest.Builder authorised(String path) {
        return request(path).header("Authorization", "Bearer " + token);
    }

    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(authorised(path).GET().build()).body());
    }

    /**
     * What a file has that is read while it is sent.
     *
     * @param lines how many ends of a line
     * @param firstOctetSeconds from the request on
     */
    public record Drained(long octets, long lines, double firstOctetSeconds) {}

    /** Takes a file and throws it away, keeping none of it. */
    public Drained drain(String path) throws IOException, InterruptedException {
        return drain(path, authorised(path).GET().build());
    }

    /** As above, a file that is asked for by a body. */
    Drained drain(String path, String body) throws IOException, InterruptedException {
        return drain(
                path,
                authorised(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private Drained drain(String path, HttpRequest request) throws IOException, InterruptedException {
        long start = System.nanoTime();
        double first = 0;
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode());
        }
        long octets = 0;
        long lines = 0;
        byte[] piece = new byte[1 << 16];
        try (InputStream in = response.body()) {
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                first = octets == 0 ? (System.nanoTime() - start) / 1e9 : first;
                octets += read;
                for (int i = 0; i < read; i++) {
                    lines += piece[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new Drained(octets, lines, first);
    }

    /** Waits until the outbox is empty. */
    void awaitMails() throws IOException, InterruptedException {
        while (get("/api/v1/notices?state=WAITING&limit=1")
                        .get("total")
                        .get("value")
                        .asInt()
                > 0) {
            Thread.sleep(500);
        }
    }

    public JsonNode postJson(String path, String body) throws IOException, InterruptedException {
        return JSON.readTree(send(authorised(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build())
                .body());
    }

    /** Uploads a file of applications for server certificates; the answer says what the check found. */
    public JsonNode upload(byte[] file) throws IOException, InterruptedException {
        return upload(
                "/api/v1/request-files",
                List.of("kind=SERVER", "operation=ISSUE", "onError=ABORT"),
                "many.tsv",
                "text/tab-separated-values",
                file);
    }

    /** Uploads a file of applications for client certificates. */
    JsonNode uploadClients(byte[] file) throws IOException, InterruptedException {
        return upload(
                "/api/v1/request-files",
                List.of("kind=CLIENT", "operation=ISSUE", "onError=ABORT"),
                "clients.tsv",
                "text/tab-separated-values",
                file);
    }

    /** The secrets of the URLs in mails that were written since a moment, under this path. */
    List<String> mailedTokens(String path, Instant since) throws IOException {
        try (Stream<Path> mails = Files.list(data.resolve("mail"))) {
            return mails.filter(mail -> isSince(mail, since))
                    .flatMap(mail -> tokens(mail, path))
                    .distinct()
                    .toList();
        }
    }

    private static boolean isSince(Path mail, Instant since) {
        try {
            return !Files.getLastModifiedTime(mail).toInstant().isBefore(since);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Stream<String> tokens(Path mail, String path) {
        try {
            // Quoted-printable breaks long lines with an equals sign; everything else of a URL stands as it is.
            String text = Files.readString(mail, StandardCharsets.ISO_8859_1).replaceAll("=\\r?\\n", "");
            return Pattern.compile(path + "([A-Za-z0-9_-]{43})")
                    .matcher(text)
                    .results()
                    .map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an operation that needs no log-in answers, to be read as it comes. */
    InputStream postForFile(String path, String body) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode());
        }
        return response.body();
    }

    /** Uploads a list of common names to be revoked; the answer says what would be. */
    JsonNode uploadNames(byte[] file) throws IOException, InterruptedException {
        return upload("/api/v1/revocations", List.of("reason=SUPERSEDED"), "names.csv", "text/csv", file);
    }

    private JsonNode upload(String path, List<String> fields, String fileName, String mediaType, byte[] file)
            throws IOException, InterruptedException {
        String boundary = "shomei-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream(file.length + 1_000);
        for (String field : fields) {
            String[] parts = field.split("=", 2);
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + parts[0] + "\"\r\n\r\n"
                            + parts[1] + "\r\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName + "\"\r\n"
                        + "Content-Type: " + mediaType + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return JSON.readTree(send(authorised(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                        .build())
                .body());
    }

    /** Confirms an uploaded file with all review items. */
    public void confirm(String path) throws IOException, InterruptedException {
        postJson(
                path + "/submission",
                "{\"confirmed\":[\"identity-verified\",\"domain-authorised\",\"contact-checked\"]}");
    }

    /** Address of the plain HTTP entrance. */
    String http() {
        return http;
    }

    /** A file from the plain HTTP entrance. */
    byte[] fetch(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                HttpRequest.newBuilder(URI.create(http + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode());
        }
        return response.body();
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
        return ticks(pid, false) * 10 + databaseMillis();
    }

    /** The database's part of it. */
    double databaseMillis() throws IOException {
        double ticks = 0;
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

    /** Processor time that a process has used so far, in milliseconds. */
    static double processMillis(long process) {
        return ticks(process, false) * 10;
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
