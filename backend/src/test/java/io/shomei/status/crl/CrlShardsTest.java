package io.shomei.status.crl;

import static io.shomei.testing.Interoperability.accepted;
import static io.shomei.testing.Interoperability.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.shomei.authority.Authorities;
import io.shomei.authority.Rehearsal;
import io.shomei.certificate.CertificateRegister;
import io.shomei.issuance.Outcome;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.Tool;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An authority whose certificates are spread over several lists, from the change to the relying party. */
@ShomeiTest
class CrlShardsTest {
    private static final String AUTHORITY = "rehearsal-19";
    private static final int SHARDS = 3;
    /** With so many, each list has two as good as surely. */
    private static final int CERTIFICATES = 60;

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    Rehearsal rehearsal;

    @Inject
    Authorities authorities;

    @Inject
    CertificateRegister register;

    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void eachCertificateIsOnTheListItNames() throws Exception {
        Fixtures.Organisation tenant = given.tenant("shards").withDomain("a.ac.jp");
        Person sato = tenant.officer("Hanako Sato");
        Outcome.Issued before = rehearsal.issue(tenant.id(), AUTHORITY, "before.a.ac.jp");
        http.as(given.operator("Service Desk"))
                .contentType(ContentType.JSON)
                .body(Map.of("crlShards", SHARDS))
                .put("/api/v1/authorities/{name}/crl-shards", AUTHORITY)
                .then()
                .statusCode(200)
                .body("crlUrls", hasSize(SHARDS));
        assertThat(shard(tenant, before)).isZero();
        // One of each list is revoked, and one is not.
        Map<Integer, Outcome.Issued> first = new TreeMap<>(Map.of(0, before));
        Map<Integer, Outcome.Issued> second = new TreeMap<>();
        for (int i = 0; i < CERTIFICATES; i++) {
            Outcome.Issued issued = rehearsal.issue(tenant.id(), AUTHORITY, "host" + i + ".a.ac.jp");
            int shard = shard(tenant, issued);
            if (first.putIfAbsent(shard, issued) != null) {
                second.putIfAbsent(shard, issued);
            }
        }
        assertThat(first).containsOnlyKeys(0, 1, 2);
        assertThat(second).containsOnlyKeys(0, 1, 2);
        List<Outcome.Issued> revoked = List.copyOf(first.values());
        List<Outcome.Issued> good = List.copyOf(second.values());
        revoked.forEach(issued -> steps.revoke(sato, issued.id().toString(), "CESSATION_OF_OPERATION")
                .then()
                .statusCode(201));

        Files.writeString(directory.resolve("root.pem"), certificate("root").pem());
        Files.writeString(
                directory.resolve("issuer.pem"), certificate(AUTHORITY).pem());
        Files.write(directory.resolve("root.crl"), fetch(authorities.crlUrl("root", 0)));
        List<String> files = List.of("part0.crl", "part1.crl", "part2.crl");
        for (int shard = 0; shard < SHARDS; shard++) {
            // Fetched from where the certificate says, it says itself that it is the list of that place (RFC 5280
            // 5.2.5).
            byte[] named = pointOf(revoked.get(shard).certificate());
            String address = addressOf(named);
            assertThat(address).isEqualTo(authorities.crlUrl(AUTHORITY, shard));
            byte[] list = fetch(address);
            X509CRL crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(list));
            assertThat(pointOf(crl))
                    .isEqualTo(named)
                    .isEqualTo(pointOf(good.get(shard).certificate()));
            assertThat(crl.getRevokedCertificates().stream()
                            .map(entry -> entry.getSerialNumber())
                            .collect(Collectors.toSet()))
                    .containsExactly(revoked.get(shard).serial().value());
            Files.write(directory.resolve(files.get(shard)), list);
        }
        for (int shard = 0; shard < SHARDS; shard++) {
            assertThat(verify(good.get(shard), files.get(shard)).exitCode()).isZero();
            assertThat(verify(revoked.get(shard), files.get(shard)).output()).contains("certificate revoked");
            // Another part says nothing about it, so that nobody takes its silence for an answer.
            assertThat(verify(good.get(shard), files.get((shard + 1) % SHARDS)).output())
                    .contains("different CRL scope");
        }
        String operation = "openssl verify -crl_check_all";
        accepted("CRL, part of one, from where each certificate says", "OpenSSL", operation);
        refused("Certificate that is revoked, by the part of a CRL that it names", "OpenSSL", operation);
        refused("Certificate with another part of a CRL than it names", "OpenSSL", operation);
    }

    private Tool verify(Outcome.Issued issued, String list) throws Exception {
        Files.writeString(directory.resolve("leaf.pem"), issued.certificate().pem());
        return Tool.run(
                directory,
                "openssl",
                "verify",
                "-x509_strict",
                "-crl_check_all",
                "-CRLfile",
                "root.crl",
                "-CRLfile",
                list,
                "-CAfile",
                "root.pem",
                "-untrusted",
                "issuer.pem",
                "leaf.pem");
    }

    private int shard(Fixtures.Organisation tenant, Outcome.Issued issued) {
        return register.find(tenant.id(), issued.id()).orElseThrow().crlShard();
    }

    private CertificateDer certificate(String authority) {
        return authorities.find(authority).orElseThrow().certificate();
    }

    private byte[] fetch(String address) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static byte[] pointOf(CertificateDer certificate) throws Exception {
        return CRLDistPoint.getInstance(
                        contents(certificate.toX509().getExtensionValue(Extension.cRLDistributionPoints.getId())))
                .getDistributionPoints()[0]
                .getDistributionPoint()
                .getEncoded();
    }

    private static byte[] pointOf(X509CRL list) throws Exception {
        return IssuingDistributionPoint.getInstance(
                        contents(list.getExtensionValue(Extension.issuingDistributionPoint.getId())))
                .getDistributionPoint()
                .getEncoded();
    }

    private static String addressOf(byte[] point) {
        return GeneralNames.getInstance(DistributionPointName.getInstance(ASN1TaggedObject.getInstance(point))
                        .getName())
                .getNames()[0]
                .getName()
                .toString();
    }

    private static byte[] contents(byte[] extension) {
        return ASN1OctetString.getInstance(extension).getOctets();
    }
}
