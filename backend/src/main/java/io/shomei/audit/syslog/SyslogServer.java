package io.shomei.audit.syslog;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** The other end: a connection that is opened when it is needed, and again when it broke. Used by one thread at a time. */
final class SyslogServer {
    private static final int PATIENCE_MILLIS = 10_000;
    /** RFC 5425 4.1. */
    private static final int DEFAULT_PORT = 6514;

    private final String host;
    private final int port;
    private final Optional<Path> authorities;
    private @Nullable SSLSocket socket;

    SyslogServer(String server, Optional<Path> authorities) {
        int colon = server.lastIndexOf(':');
        // An IPv6 address has several colons and stands in brackets where a port follows.
        boolean withPort = colon > 0 && (server.indexOf(':') == colon || server.charAt(colon - 1) == ']');
        this.host = (withPort ? server.substring(0, colon) : server).replaceAll("[\\[\\]]", "");
        this.port = withPort ? Integer.parseInt(server.substring(colon + 1)) : DEFAULT_PORT;
        this.authorities = authorities;
    }

    /** Sends, or fails; what was not sent whole is to be sent again. */
    void send(byte[] frames) throws IOException {
        try {
            OutputStream out = connected().getOutputStream();
            out.write(frames);
            out.flush();
        } catch (IOException | GeneralSecurityException broken) {
            close();
            throw new IOException(this + ": " + broken.getMessage(), broken);
        }
    }

    void close() {
        SSLSocket open = socket;
        socket = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException gone) {
                // It is closed for us in any case.
                return;
            }
        }
    }

    private SSLSocket connected() throws IOException, GeneralSecurityException {
        SSLSocket open = socket;
        if (open != null && !isGone(open)) {
            return open;
        }
        close();
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
        SSLSocket secured = (SSLSocket) context().getSocketFactory().createSocket(plain, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        // RFC 5425 5.2: the server's certificate names it.
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout(PATIENCE_MILLIS);
        secured.startHandshake();
        socket = secured;
        return secured;
    }

    /** A server sends nothing, so that something to read is its end: writing alone would notice only later. */
    private static boolean isGone(SSLSocket open) throws IOException {
        open.setSoTimeout(1);
        try {
            InputStream in = open.getInputStream();
            return in.read() < 0;
        } catch (SocketTimeoutException silent) {
            return false;
        } catch (IOException broken) {
            return true;
        } finally {
            open.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(authorities.isPresent() ? store(authorities.get()) : null);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("authority-" + number++, each);
            }
        }
        return store;
    }

    @Override
    public String toString() {
        return "the syslog server " + host + ":" + port;
    }
}
