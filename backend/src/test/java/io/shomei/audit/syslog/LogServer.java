package io.shomei.audit.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shomei.pki.Tool;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A server that reads frames of RFC 5425, with a certificate that keytool made. */
final class LogServer implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final Path certificate;
    private final SSLContext context;
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private SSLServerSocket door;
    private volatile @Nullable SSLSocket guest;

    LogServer(Path directory, String name) throws Exception {
        String keytool = Tool.ofTheJdk("keytool");
        Tool.ok(
                directory,
                keytool,
                "-genkeypair",
                "-alias",
                "log",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                "log.p12",
                "-storepass",
                PASSWORD);
        Tool.ok(
                directory,
                keytool,
                "-exportcert",
                "-rfc",
                "-alias",
                "log",
                "-keystore",
                "log.p12",
                "-storepass",
                PASSWORD,
                "-file",
                "log.pem");
        certificate = directory.resolve("log.pem");
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(directory.resolve("log.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        door = listen(0);
    }

    Path certificate() {
        return certificate;
    }

    int port() {
        return door.getLocalPort();
    }

    List<String> messages() {
        return messages;
    }

    /** Goes away, with whoever is connected. */
    @Override
    public void close() throws IOException {
        door.close();
        SSLSocket connected = guest;
        if (connected != null) {
            connected.close();
        }
    }

    /** Comes back at the same port. */
    void open(int port) throws IOException {
        door = listen(port);
    }

    private SSLServerSocket listen(int port) throws IOException {
        SSLServerSocket opened =
                (SSLServerSocket) context.getServerSocketFactory().createServerSocket(port);
        Thread.ofVirtual().start(() -> serve(opened));
        return opened;
    }

    private void serve(SSLServerSocket at) {
        while (!at.isClosed()) {
            try {
                SSLSocket connection = (SSLSocket) at.accept();
                guest = connection;
                read(new DataInputStream(connection.getInputStream()));
            } catch (IOException gone) {
                // The next one.
            }
        }
    }

    private void read(DataInputStream in) throws IOException {
        while (true) {
            int length = 0;
            for (int octet = in.read(); octet != ' '; octet = in.read()) {
                if (octet < 0) {
                    throw new EOFException();
                }
                length = length * 10 + (octet - '0');
            }
            byte[] message = new byte[length];
            in.readFully(message);
            messages.add(new String(message, UTF_8));
        }
    }
}
