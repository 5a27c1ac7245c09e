package io.shomei.status.crl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.authority.Authorities;
import io.shomei.certificate.CrlScope;
import io.shomei.pki.Oids;
import io.shomei.testing.ShomeiTest;
import io.shomei.web.Entrances;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.PublicKey;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Relying parties of every kind fetch a list while it is replaced all the time: each gets a whole one that verifies, and none that is
 * older than what it had before.
 */
@ShomeiTest
class ReplacedCrlTest {
    /** Some hundred thousand octets, which do not leave at once. */
    private static final int ENTRIES = 8_000;

    private static final int READERS_OF_A_KIND = 4;
    private static final int REPLACEMENTS = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    CrlLab lab;

    @Inject
    Authorities authorities;

    @Inject
    Entrances entrances;

    private final AtomicBoolean replacing = new AtomicBoolean(true);
    private CrlScope scope;
    private CrlMaker maker;
    private URI address;
    private PublicKey key;

    @BeforeEach
    void aLongList() {
        scope = lab.scope();
        maker = lab.maker(CrlLab.Settings.USUAL);
        lab.revoke(scope, ENTRIES);
        lab.make(maker, scope, true);
        address = URI.create(entrances.httpUrl() + "/pki/" + scope + ".crl");
        key = authorities.find(CrlLab.AUTHORITY).orElseThrow().certificate().publicKey();
    }

    @Test
    @Timeout(180)
    void everybodyGetsWholeListsThatNeverGoBack() throws Exception {
        List<Supplier<Fetch>> kinds = List.of(Plain::new, Conditional::new, InPart::new, AsOpenSsl::new, Slow::new);
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> reading = new ArrayList<>();
            for (Supplier<Fetch> kind : kinds) {
                for (int i = 0; i < READERS_OF_A_KIND; i++) {
                    reading.add(readers.submit(() -> read(kind.get())));
                }
            }
            for (int i = 0; i < REPLACEMENTS; i++) {
                lab.revoke(scope);
                lab.make(maker, scope, false);
            }
            replacing.set(false);
            int fetched = 0;
            for (Future<Integer> each : reading) {
                fetched += each.get();
            }
            // How often each of them came is the machine's business; together they saw the list replaced.
            assertThat(fetched).isGreaterThan(reading.size());
        }
    }

    /** One way of fetching the list; empty where it did not change. */
    private interface Fetch extends Callable<Optional<byte[]>> {}

    private int read(Fetch fetch) throws Exception {
        long last = 0;
        int fetched = 0;
        while (replacing.get() || fetched == 0) {
            Optional<byte[]> list = fetch.call();
            if (list.isPresent()) {
                long number = check(list.get());
                assertThat(number).isGreaterThanOrEqualTo(last);
                last = number;
                fetched++;
            }
        }
        return fetched;
    }

    private long check(byte[] der) throws Exception {
        X509CRL list = CrlLab.read(der);
        assertThat(list.getEncoded()).hasSameSizeAs(der);
        list.verify(key);
        return ASN1Integer.getInstance(ASN1OctetString.getInstance(list.getExtensionValue(Oids.CRL_NUMBER))
                        .getOctets())
                .longValueExact();
    }

    private class Plain implements Fetch {
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        @Override
        public Optional<byte[]> call() throws Exception {
            HttpResponse<byte[]> response =
                    client.send(request().timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() == 304) {
                return Optional.empty();
            }
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValueAsLong("Content-Length")).hasValue(response.body().length);
            answered(response);
            return Optional.of(response.body());
        }

        HttpRequest.Builder request() {
            return HttpRequest.newBuilder(address);
        }

        void answered(HttpResponse<byte[]> response) {}
    }

    private final class Conditional extends Plain {
        private String tag = "\"0\"";

        @Override
        HttpRequest.Builder request() {
            return super.request().header("If-None-Match", tag);
        }

        @Override
        void answered(HttpResponse<byte[]> response) {
            tag = response.headers().firstValue("ETag").orElseThrow();
        }
    }

    /** Parts are not offered: who asks for one gets the whole (RFC 9110 14.2). */
    private final class InPart extends Plain {
        @Override
        HttpRequest.Builder request() {
            return super.request().header("Range", "bytes=100-199");
        }
    }

    /** HTTP/1.0, and the end of the connection is the end of the list. */
    private class AsOpenSsl implements Fetch {
        @Override
        public Optional<byte[]> call() throws Exception {
            try (Socket socket = new Socket()) {
                prepare(socket);
                socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
                socket.setSoTimeout((int) PATIENCE.toMillis());
                socket.getOutputStream()
                        .write(("GET " + address.getPath() + " HTTP/1.0\r\nHost: localhost\r\n\r\n")
                                .getBytes(US_ASCII));
                return Optional.of(body(read(socket.getInputStream())));
            }
        }

        void prepare(Socket socket) throws Exception {}

        byte[] read(InputStream in) throws Exception {
            return in.readAllBytes();
        }

        private static byte[] body(byte[] response) {
            String text = new String(response, ISO_8859_1);
            int end = text.indexOf("\r\n\r\n") + 4;
            assertThat(text).startsWith("HTTP/1.0 200");
            String length = text.substring(0, end)
                    .lines()
                    .filter(line -> line.regionMatches(true, 0, "Content-Length:", 0, 15))
                    .findFirst()
                    .orElseThrow();
            byte[] body = Arrays.copyOfRange(response, end, response.length);
            assertThat(length).endsWith(" " + body.length);
            return body;
        }
    }

    /** The list is replaced several times before it has arrived. */
    private final class Slow extends AsOpenSsl {
        @Override
        void prepare(Socket socket) throws Exception {
            socket.setReceiveBufferSize(4_096);
        }

        @Override
        byte[] read(InputStream in) throws Exception {
            var all = new ByteArrayOutputStream();
            byte[] piece = new byte[8_192];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                all.write(piece, 0, length);
                Thread.sleep(10);
            }
            return all.toByteArray();
        }
    }
}
