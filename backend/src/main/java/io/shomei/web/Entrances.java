package io.shomei.web;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.KeyCertOptions;
import io.vertx.core.net.SSLOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.X509KeyManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The two TLS entrances. They share one router; they differ in whether the browser is asked for a certificate. The cert
 * entrance names our CAs in its request and accepts whatever is presented, so that a missing, expired or foreign
 * certificate meets a page that explains instead of a TLS error; the application decides what it is worth.
 */
@ApplicationScoped
public class Entrances {
    private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");
    private static final int IDLE_SECONDS = 75;
    /**
     * A browser that leaves a page while it loads takes back what it asked for, which may be two hundred files. A connection on which
     * more than this are taken back within 30 seconds is no browser's, and ends (CVE-2023-44487).
     */
    private static final int RESETS = 2_000;

    /** Listeners that give the same negative number share one free port. */
    private static final int ANY_FOR_PORTAL = -1;

    private static final int ANY_FOR_CERT = -2;

    private final Vertx vertx;
    private final WebConfig config;
    private final int httpPort;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();
    private volatile @Nullable Router router;
    private volatile Supplier<List<X509Certificate>> clientAuthorities = List::of;
    private volatile int portalPort;
    private volatile int certPort;

    Entrances(Vertx vertx, WebConfig config, @ConfigProperty(name = "quarkus.http.port") int httpPort) {
        this.vertx = vertx;
        this.config = config;
        this.httpPort = httpPort;
    }

    void keep(@Observes Router shared) {
        router = shared;
    }

    /**
     * Opens both entrances.
     *
     * @param identity the platform's own key and certificate
     * @param clientAuthorities the CAs named in the request for a client certificate
     */
    public void open(KeyManagerFactory identity, Supplier<List<X509Certificate>> clientAuthorities) {
        this.clientAuthorities = clientAuthorities;
        portalPort = listen(config.portalPort() == 0 ? ANY_FOR_PORTAL : config.portalPort(), options(identity));
        certPort = listen(
                config.certPort() == 0 ? ANY_FOR_CERT : config.certPort(),
                options(identity).setClientAuth(ClientAuth.REQUEST).setTrustOptions(trust()));
    }

    /** Uses a new key and certificate for connections from now on, without closing any. */
    public void renew(KeyManagerFactory identity) {
        for (HttpServer server : servers) {
            SSLOptions options = new SSLOptions()
                    .setKeyCertOptions(KeyCertOptions.wrap(keys(identity)))
                    .setUseAlpn(true)
                    .setEnabledSecureTransportProtocols(PROTOCOLS);
            if (server.actualPort() == certPort) {
                options.setTrustOptions(trust());
            }
            server.updateSSLOptions(options);
        }
    }

    Entrance of(HttpServerRequest request) {
        if (!request.isSSL()) {
            return Entrance.HTTP;
        }
        return request.localAddress().port() == certPort ? Entrance.CERT : Entrance.PORTAL;
    }

    public String portalUrl() {
        return config.portalUrl().orElseGet(() -> "https://" + config.host() + ":" + portalPort);
    }

    public String certUrl() {
        return config.certUrl().orElseGet(() -> "https://" + config.host() + ":" + certPort);
    }

    /** Address of the plain HTTP entrance, as certificates name it. */
    public String httpUrl() {
        return config.httpUrl().orElseGet(() -> "http://" + config.host() + ":" + httpPort);
    }

    void close(@Observes ShutdownEvent stopping) {
        servers.forEach(HttpServer::close);
    }

    private TrustOptions trust() {
        return TrustOptions.wrap(new PresentedCertificates(clientAuthorities));
    }

    private int listen(int port, HttpServerOptions options) {
        Router handler = router;
        if (handler == null) {
            throw new IllegalStateException("the router is not ready");
        }
        int actual = port;
        // One listener an event loop, on one port: TLS is worked on by all cores.
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            HttpServer server = vertx.createHttpServer(new HttpServerOptions(options).setPort(port))
                    .requestHandler(handler);
            try {
                server.listen().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
            } catch (ExecutionException | TimeoutException taken) {
                throw new IllegalStateException("port " + actual + " is in use by another program", taken);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while opening port " + actual, stopping);
            }
            actual = server.actualPort();
            servers.add(server);
        }
        return actual;
    }

    private HttpServerOptions options(KeyManagerFactory identity) {
        return new HttpServerOptions()
                .setHost("0.0.0.0")
                .setSsl(true)
                .setUseAlpn(true)
                .setEnabledSecureTransportProtocols(PROTOCOLS)
                .setKeyCertOptions(KeyCertOptions.wrap(keys(identity)))
                .setCompressionSupported(true)
                .setHttp2RstFloodMaxRstFramePerWindow(RESETS)
                .setIdleTimeout(IDLE_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS);
    }

    private static X509KeyManager keys(KeyManagerFactory identity) {
        return Stream.of(identity.getKeyManagers())
                .filter(X509KeyManager.class::isInstance)
                .map(X509KeyManager.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
