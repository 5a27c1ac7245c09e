package io.shomei.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CryptoProvider;
import io.shomei.pki.Der;
import io.shomei.pki.Digests;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.MessageImprint;
import io.shomei.pki.TimeStampFailure;
import io.shomei.policy.Policies;
import io.shomei.tenant.Tenant;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Interoperability;
import io.shomei.testing.ShomeiTest;
import io.shomei.web.Entrances;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Time stamps over HTTP: what is given, and every way in which the protocol refuses. */
@ShomeiTest
class MakeTimeStampTest {
    private static final String POLICY = "2.25.1647338124028460184.2.1";
    private static final byte[] DIGEST = Digests.sha256("a document".getBytes(StandardCharsets.UTF_8));
    private static final byte[] VERSION = Der.integer(1);
    private static final byte[] IMPRINT =
            MessageImprint.of(HashAlgorithm.SHA256, DIGEST).encoded();

    @Inject
    Stamps stamps;

    @Inject
    TimeStamps service;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Entrances entrances;

    @Inject
    Authorities authorities;

    @Inject
    Policies policies;

    @BeforeEach
    void awaitTrustedClock() {
        stamps.awaitTrustedClock();
    }

    @Test
    void aTimeStampSaysWhatTheRequestAsksFor() throws Exception {
        Instant before = Instant.now();
        TimeStampToken token = stamps.granted("/tsa", Stamps.request(DIGEST, POLICY));
        var info = token.getTimeStampInfo();
        assertThat(info.getPolicy().getId()).isEqualTo(POLICY);
        assertThat(info.getMessageImprintDigest()).isEqualTo(DIGEST);
        assertThat(info.getNonce()).isEqualTo(new BigInteger("1234567890123456789"));
        assertThat(info.getGenTime().toInstant())
                .isBetween(before.minusMillis(1), Instant.now().plusMillis(1));
        assertThat(info.getGenTimeAccuracy().getSeconds()).isEqualTo(1);
        assertThat(info.isOrdered()).isFalse();
        assertThat(info.getSerialNumber().bitLength()).isBetween(64, 160);
    }

    @Test
    void itVerifiesUpToOurRoot() throws Exception {
        TimeStampToken token = stamps.granted("/tsa", Stamps.request(DIGEST));
        X509CertificateHolder signer = (X509CertificateHolder)
                token.getCertificates().getMatches(token.getSID()).iterator().next();
        token.validate(new JcaSimpleSignerInfoVerifierBuilder()
                .setProvider(CryptoProvider.bouncyCastle())
                .build(signer));
        List<X509Certificate> path = new ArrayList<>();
        path.add(x509(signer));
        for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
            if (!each.equals(signer)) {
                path.add(x509(each));
            }
        }
        X509Certificate root = authorities.all().stream()
                .filter(Authority::isRoot)
                .map(each -> each.certificate().toX509())
                .filter(each ->
                        each.getSubjectX500Principal().equals(path.getLast().getIssuerX500Principal()))
                .findFirst()
                .orElseThrow();
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(Instant.now()));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        assertThat(path.getFirst().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.8");
        assertThat(path.getFirst().getCriticalExtensionOIDs()).contains("2.5.29.37");
        Interoperability.accepted("Time stamp, RSA 2048", "Bouncy Castle", "TimeStampToken.validate");
    }

    @Test
    void withoutBeingAskedForNoCertificatesGoWithIt() {
        var generator = new TimeStampRequestGenerator();
        TimeStampRequest request = generator.generate(TSPAlgorithms.SHA512, new byte[64]);
        TimeStampToken token = stamps.granted("/tsa", request);
        assertThat(token.getCertificates().getMatches(null)).isEmpty();
        assertThat(token.getTimeStampInfo().getNonce()).isNull();
    }

    @Test
    void itIsGivenOverTlsToo() throws Exception {
        byte[] answer = http.portal()
                .contentType("application/timestamp-query")
                .body(Stamps.request(DIGEST).getEncoded())
                .post("/tsa")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .asByteArray();
        assertThat(new org.bouncycastle.tsp.TimeStampResponse(answer).getStatus())
                .isZero();
    }

    @Test
    void noSerialNumberIsGivenTwice() {
        Set<BigInteger> serials = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            serials.add(stamps.granted("/tsa", Stamps.request(DIGEST))
                    .getTimeStampInfo()
                    .getSerialNumber());
        }
        assertThat(serials).hasSize(50);
    }

    @Test
    void thePlatformStampsForItself() throws Exception {
        byte[] token = service.stamp(DIGEST);
        var read = new TimeStampToken(new org.bouncycastle.cms.CMSSignedData(token));
        assertThat(read.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(DIGEST);
        assertThat(read.getCertificates().getMatches(read.getSID())).hasSize(1);
        assertThatThrownBy(() -> service.stamp(new byte[20])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWeakHashIsRefused() throws Exception {
        byte[] sha1 = new TimeStampRequestGenerator()
                .generate(TSPAlgorithms.SHA1, new byte[20])
                .getEncoded();
        assertThat(stamps.refused("/tsa", sha1, TimeStampFailure.BAD_ALG))
                .isEqualTo("the hash algorithm 1.3.14.3.2.26 is not accepted; SHA-256, SHA-384 and SHA-512 are");
        byte[] md5 = new TimeStampRequestGenerator()
                .generate(TSPAlgorithms.MD5, new byte[16])
                .getEncoded();
        stamps.refused("/tsa", md5, TimeStampFailure.BAD_ALG);
    }

    @Test
    void anotherVersionIsRefused() {
        stamps.refused("/tsa", Der.sequence(Der.integer(2), IMPRINT), TimeStampFailure.BAD_REQUEST);
    }

    @Test
    void anotherPolicyIsRefused() throws Exception {
        byte[] request = Stamps.request(DIGEST, "1.3.6.1.4.1.99999.7").getEncoded();
        assertThat(stamps.refused("/tsa", request, TimeStampFailure.UNACCEPTED_POLICY))
                .contains(POLICY);
    }

    @Test
    void anExtensionIsRefused() {
        byte[] extension = Der.sequence(Der.oid("1.2.3.4"), Der.octets(new byte[1]));
        byte[] request = Der.sequence(VERSION, IMPRINT, Der.context(0, extension));
        assertThat(stamps.refused("/tsa", request, TimeStampFailure.UNACCEPTED_EXTENSION))
                .contains("1.2.3.4");
    }

    @Test
    void whatIsNoRequestIsRefused() throws Exception {
        byte[] good = Stamps.request(DIGEST).getEncoded();
        stamps.refused("/tsa", new byte[0], TimeStampFailure.BAD_DATA_FORMAT);
        stamps.refused("/tsa", "<html></html>".getBytes(StandardCharsets.UTF_8), TimeStampFailure.BAD_DATA_FORMAT);
        stamps.refused("/tsa", Arrays.copyOf(good, good.length - 1), TimeStampFailure.BAD_DATA_FORMAT);
        stamps.refused("/tsa", Arrays.copyOf(good, good.length + 1), TimeStampFailure.BAD_DATA_FORMAT);
        byte[] wrongLength = Der.sequence(
                VERSION, Der.sequence(HashAlgorithm.SHA256.algorithmIdentifier(), Der.octets(new byte[31])));
        stamps.refused("/tsa", wrongLength, TimeStampFailure.BAD_DATA_FORMAT);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItIsRead() throws Exception {
        stamps.refused("/tsa", new byte[5_000], TimeStampFailure.BAD_DATA_FORMAT);
        assertThat(answerToEndless("Content-Length: 50000000\r\n", ""))
                .startsWith("HTTP/1.1 200 OK")
                .contains("a request has at most 4096 octets");
        assertThat(answerToEndless("Transfer-Encoding: chunked\r\n", "10000\r\n"))
                .startsWith("HTTP/1.1 200 OK")
                .contains("a request has at most 4096 octets");
        assertThatThrownBy(this::writeUntilCutOff).isInstanceOf(SocketException.class);
    }

    @Test
    void aTenantHasTermsOfItsOwn() throws Exception {
        var tenant = given.tenant("stamped")
                .withPolicy("{\"timestamp\":{\"policy\":\"1.3.6.1.4.1.99999.42\",\"accuracy\":\"PT1S\"}}");
        tenant.id();
        String path = "/tsa/" + tenant.code();
        TimeStampToken token = stamps.granted(path, Stamps.request(DIGEST));
        assertThat(token.getTimeStampInfo().getPolicy().getId()).isEqualTo("1.3.6.1.4.1.99999.42");
        stamps.refused(path, Stamps.request(DIGEST, POLICY).getEncoded(), TimeStampFailure.UNACCEPTED_POLICY);
        stamps.refused(
                "/tsa",
                Stamps.request(DIGEST, "1.3.6.1.4.1.99999.42").getEncoded(),
                TimeStampFailure.UNACCEPTED_POLICY);
    }

    @Test
    void whoeverHasNoTimeStampsIsLikeNobody() throws Exception {
        var without = given.tenant("unstamped").withPolicy("{\"timestamp\":{\"enabled\":false}}");
        without.id();
        var suspended = given.tenant("suspended").inState(Tenant.State.SUSPENDED);
        suspended.id();
        byte[] request = Stamps.request(DIGEST).getEncoded();
        byte[] nobody = stamps.post("/tsa/NO-SUCH-TENANT", request).asByteArray();
        Stamps.refusal(nobody, TimeStampFailure.BAD_REQUEST);
        assertThat(stamps.post("/tsa/" + without.code(), request).asByteArray()).isEqualTo(nobody);
        assertThat(stamps.post("/tsa/" + suspended.code(), request).asByteArray())
                .isEqualTo(nobody);
    }

    @Test
    void aBetterAccuracyThanTheClockHasIsNotPromised() throws Exception {
        var tenant = given.tenant("exact").withPolicy("{\"timestamp\":{\"accuracy\":\"PT0.1S\"}}");
        tenant.id();
        byte[] request = Stamps.request(DIGEST).getEncoded();
        assertThat(stamps.refused("/tsa/" + tenant.code(), request, TimeStampFailure.TIME_NOT_AVAILABLE))
                .contains("PT0.1S");
    }

    @Test
    void everybodysAddressCanBeClosed() throws Exception {
        try {
            policies.assign(TenantId.PLATFORM, "platform", "{\"timestamp\":{\"enabled\":false}}");
            stamps.refused("/tsa", Stamps.request(DIGEST).getEncoded(), TimeStampFailure.BAD_REQUEST);
            http.portal()
                    .get("/api/v1/timestamp/service")
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/time-stamps-not-offered"));
        } finally {
            policies.assign(TenantId.PLATFORM, "platform", "{}");
        }
        stamps.granted("/tsa", Stamps.request(DIGEST));
    }

    @Test
    void theAddressIsForProgramsOnly() {
        http.plain().get("/tsa").then().statusCode(404).body("type", equalTo("/problems/not-here"));
        http.portal().get("/tsa/ABC").then().statusCode(404).body("type", equalTo("/problems/not-here"));
    }

    /** Begins a body that is very long, and reads what comes back meanwhile. */
    private String answerToEndless(String header, String beginning) throws Exception {
        URI address = URI.create(entrances.httpUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(20_000);
            String head = "POST /tsa HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/timestamp-query\r\n"
                    + header + "\r\n" + beginning;
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(new byte[8_192]);
            socket.getOutputStream().flush();
            byte[] answer = new byte[4_096];
            StringBuilder read = new StringBuilder();
            while (read.indexOf("octets") < 0) {
                int length = socket.getInputStream().read(answer);
                assertThat(length).isPositive();
                read.append(new String(answer, 0, length, StandardCharsets.ISO_8859_1));
            }
            return read.toString();
        }
    }

    /** Writes on and on, until the connection is closed. */
    private void writeUntilCutOff() throws Exception {
        URI address = URI.create(entrances.httpUrl());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            String head = "POST /tsa HTTP/1.1\r\nHost: localhost\r\nContent-Length: 60000000\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 60_000; i++) {
                socket.getOutputStream().write(new byte[1_000]);
            }
        }
    }

    private static X509Certificate x509(X509CertificateHolder holder) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }
}
