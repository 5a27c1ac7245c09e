package io.shomei.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.shomei.pki.Tool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.ConfigProvider;

/** A customer's system that webhooks tell what happens. Each path of it answers with the statuses a test wants. */
public final class HookReceiver implements AutoCloseable {
    private static final char[] PASSWORD = "receiver".toCharArray();
    private static final String KEYS = "receiver.p12";

    private final HttpsServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

    /** A message as it arrived, with its headers in lower case. */
    public record Message(String path, Map<String, String> headers, String body) {}

    private HookReceiver(HttpsServer server) {
        this.server = server;
    }

    /** Makes the receiver's key, and the file of the root that the application is to trust. */
    static Path certificate(Path directory) throws IOException {
        Path pem = directory.resolve("receiver.pem");
        keytool(
                directory,
                "-genkeypair",
                "-alias",
                "receiver",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "4000");
        keytool(directory, "-exportcert", "-rfc", "-alias", "receiver", "-file", pem.toString());
        return pem;
    }

    public static HookReceiver open() {
        try {
            Path pem = Path.of(ConfigProvider.getConfig().getValue("webhook.trusted-certificates", String.class));
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(pem.resolveSibling(KEYS))) {
                keys.load(in, PASSWORD);
            }
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            HttpsServer server = HttpsServer.create(new InetSocketAddress(0), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            HookReceiver receiver = new HookReceiver(server);
            server.createContext("/", receiver::take);
            server.start();
            return receiver;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String url(String path) {
        return "https://localhost:" + server.getAddress().getPort() + path;
    }

    /** From now on, this path answers with this status; 200 as long as nothing is said. */
    public void answer(String path, int status) {
        statuses.put(path, status);
    }

    /** What arrived at a path, in its order. */
    public List<Message> at(String path) {
        return messages.stream().filter(message -> message.path().equals(path)).toList();
    }

    /** Waits for the first message of a type at a path. */
    public Message await(String path, String type) {
        return Eventually.present(
                "a message " + type + " at " + path,
                () -> at(path).stream()
                        .filter(message -> message.body().contains("\"type\":\"" + type + "\""))
                        .findFirst());
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String path = exchange.getRequestURI().toString();
        messages.add(new Message(path, headers, body));
        int status = statuses.getOrDefault(path, 200);
        if (status / 100 == 3) {
            exchange.getResponseHeaders().add("Location", url("/elsewhere"));
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void keytool(Path directory, String... command) throws IOException {
        List<String> whole = new ArrayList<>(List.of(Tool.ofTheJdk("keytool")));
        whole.addAll(List.of(command));
        whole.addAll(List.of(
                "-keystore",
                directory.resolve(KEYS).toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD)));
        Process process = new ProcessBuilder(whole)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("keytool.log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(Files.readString(directory.resolve("keytool.log")));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }
}
