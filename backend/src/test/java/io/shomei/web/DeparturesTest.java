package io.shomei.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.testing.Eventually;
import io.shomei.testing.ShomeiTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Browsers that go to another page before a file has arrived. */
@ShomeiTest
class DeparturesTest {
    private static final long HTTP_2_CANCEL = 8;
    private static final String OURS = Departures.class.getName();
    private static final String THE_FRAMEWORKS = "io.quarkus.vertx.http.runtime.QuarkusErrorHandler";

    @Inject
    Vertx vertx;

    @Inject
    Entrances entrances;

    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            records.add(entry);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        log.setLevel(Level.ALL);
        Logger.getLogger(OURS).setLevel(Level.ALL);
        Logger.getLogger(OURS).addHandler(log);
        Logger.getLogger(THE_FRAMEWORKS).addHandler(log);
    }

    @AfterEach
    void listenNoMore() {
        Logger.getLogger(OURS).setLevel(null);
        Logger.getLogger(OURS).removeHandler(log);
        Logger.getLogger(THE_FRAMEWORKS).removeHandler(log);
    }

    @Test
    void whoTakesBackWhatAPageAskedForIsNoError() throws Exception {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setSsl(true)
                .setTrustAll(true)
                .setVerifyHost(false)
                .setUseAlpn(true)
                .setProtocolVersion(HttpVersion.HTTP_2));
        try {
            // As soon as the file begins to arrive.
            HttpClientResponse response = client.request(
                            HttpMethod.GET,
                            URI.create(entrances.portalUrl()).getPort(),
                            "localhost",
                            LargeFiles.ADDRESS)
                    .compose(request -> request.send().onSuccess(HttpClientResponse::pause))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(60, TimeUnit.SECONDS);
            assertThat(response.statusCode()).isEqualTo(200);
            response.exceptionHandler(_ -> {});
            response.request().reset(HTTP_2_CANCEL);
            Eventually.isTrue(
                    "the server's noticing",
                    () -> records.stream()
                            .anyMatch(entry -> entry.getLoggerName().equals(OURS)));
        } finally {
            client.close();
        }
        assertThat(records)
                .extracting(LogRecord::getLoggerName)
                .as("what the framework calls a failure")
                .doesNotContain(THE_FRAMEWORKS);
    }
}
