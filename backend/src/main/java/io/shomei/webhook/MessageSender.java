package io.shomei.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends one message over HTTPS. Only the status of the answer counts: its body is not read, no other address is followed, and the
 * connection is closed, so whoever answers can keep nothing of ours busy.
 */
@ApplicationScoped
class MessageSender {
    private static final int HTTPS = 443;

    private final Destinations destinations;
    private final Duration timeout;
    private final HttpClient client;

    MessageSender(Destinations destinations, WebhookConfig config, Vertx vertx) {
        this.destinations = destinations;
        this.timeout = config.timeout();
        HttpClientOptions options = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setKeepAlive(false)
                .setConnectTimeout((int) timeout.toMillis());
        config.trustedCertificates()
                .ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.client = vertx.createHttpClient(options);
    }

    /**
     * @return the status of the answer
     * @throws IOException when there was none
     */
    int send(Delivery delivery, String url, List<byte[]> secrets, Instant now) throws IOException {
        URI address = URI.create(url);
        InetAddress server = destinations.of(address.getHost());
        int port = address.getPort() < 0 ? HTTPS : address.getPort();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                // Connect there, and nowhere else the name may lead to meanwhile; the certificate is for the name.
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(server, port)))
                .setHost(address.getHost())
                .setPort(port)
                .setSsl(true)
                .setURI(target(address))
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Shomei-Webhook")
                .putHeader("webhook-id", MessageSignature.id(delivery.id()))
                .putHeader("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .putHeader("webhook-signature", MessageSignature.of(secrets, delivery.id(), now, delivery.body()));
        return await(options, Buffer.buffer(delivery.body()));
    }

    private int await(RequestOptions options, Buffer body) throws IOException {
        var status = client.request(options)
                .compose(request -> request.send(body).map(response -> {
                    int code = response.statusCode();
                    request.connection().close();
                    return code;
                }))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return status.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw new IOException(cause == null ? "no answer" : String.valueOf(cause.getMessage()), failed);
        } catch (TimeoutException slow) {
            throw new IOException("no answer in " + timeout.toSeconds() + " seconds", slow);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while sending", stopping);
        }
    }

    private static String target(URI address) {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
