package io.shomei.testing;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.SSLConfig.sslConfig;

import io.restassured.RestAssured;
import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.shomei.authority.Authorities;
import io.shomei.web.Entrances;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.http.conn.ssl.SSLSocketFactory;

/** The entrances as browsers and scripts see them. Every answer is compared with the contract. */
@Singleton
public class Http {
    private final Entrances entrances;
    private final Authorities authorities;
    private final ContractCheck contract = new ContractCheck();
    private final Map<Person, String> tokens = new ConcurrentHashMap<>();

    Http(Entrances entrances, Authorities authorities) {
        this.entrances = entrances;
        this.authorities = authorities;
    }

    /** The portal entrance, without a certificate. */
    public RequestSpecification portal() {
        return request(entrances.portalUrl(), null);
    }

    /** The cert entrance, with a certificate or with none. */
    public RequestSpecification cert(Identity identity) {
        return request(entrances.certUrl(), identity);
    }

    /** The plain entrance. */
    public RequestSpecification plain() {
        return request(entrances.httpUrl(), null);
    }

    /** Somebody who is logged in; they log in when they are not. */
    public RequestSpecification as(Person person) {
        return cert(person.identity()).header("Authorization", "Bearer " + tokens.computeIfAbsent(person, this::logIn));
    }

    /** A new session. */
    public String logIn(Person person) {
        return cert(person.identity())
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/session")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    public URI certUri() {
        return URI.create(entrances.certUrl());
    }

    /** A connection on which a test writes what no client library would. */
    public SSLSocket connect(Identity identity) throws IOException {
        return (SSLSocket) context(identity)
                .getSocketFactory()
                .createSocket("localhost", certUri().getPort());
    }

    public SSLContext context(Identity identity) {
        return Identity.context(identity, trust());
    }

    @SuppressWarnings("deprecation") // The type that the client library asks for.
    private RequestSpecification request(String url, Identity identity) {
        var ssl = sslConfig()
                .with()
                .sslSocketFactory(new SSLSocketFactory(context(identity), SSLSocketFactory.STRICT_HOSTNAME_VERIFIER));
        RestAssuredConfig config = RestAssuredConfig.newConfig()
                .sslConfig(ssl)
                .decoderConfig(DecoderConfig.decoderConfig().defaultContentCharset("UTF-8"))
                .encoderConfig(encoderConfig()
                        .defaultContentCharset("UTF-8")
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false));
        URI address = URI.create(url);
        return RestAssured.given()
                .config(config)
                .baseUri(address.getScheme() + "://" + address.getHost())
                .port(address.getPort())
                .redirects()
                .follow(false)
                .filter(contract);
    }

    private TrustManager[] trust() {
        try {
            KeyStore anchors = KeyStore.getInstance("PKCS12");
            anchors.load(null, null);
            anchors.setCertificateEntry(
                    "root", authorities.all().getFirst().certificate().toX509());
            var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(anchors);
            return factory.getTrustManagers();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
