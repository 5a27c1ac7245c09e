package io.shomei.status.ocsp;

import static io.shomei.testing.Interoperability.accepted;
import static io.shomei.testing.Interoperability.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.audit.Actor;
import io.shomei.authority.Authorities;
import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Issuance;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CsrCheck;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.Tool;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.tenant.PermittedNames;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.cert.CRL;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateRevokedException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.PKIXRevocationChecker.Option;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A line of authorities whose every signature is ML-DSA-65: its certificates, lists and status answers are verified by the JDK, and by
 * OpenSSL where it is 3.5 or newer.
 */
@ShomeiTest
class PostQuantumTest {
    private static final String LINE = "private-pq";
    private static final String ML_DSA_65 = "2.16.840.1.101.3.4.3.18";

    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    @Inject
    Authorities authorities;

    @Inject
    Profiles profiles;

    @Inject
    Issuance issuance;

    @Inject
    Ids ids;

    @TempDir
    Path directory;

    private Person sato;
    private TenantId tenant;
    private CertificateDer root;
    private CertificateDer issuer;

    @BeforeEach
    void anOfficer() {
        Fixtures.Organisation organisation = given.tenant("pq").withDomain("pq.ac.jp");
        tenant = organisation.id();
        sato = organisation.officer("Hanako Sato");
        root = authorities.find("pq-root").orElseThrow().certificate();
        issuer = authorities.find(LINE).orElseThrow().certificate();
    }

    @Test
    void everySignatureAndKeyIsOfTheSameStrength() throws Exception {
        CertificateDer leaf = issued("One").certificate();
        for (CertificateDer each : List.of(root, issuer, leaf)) {
            assertThat(each.keySpec()).contains(KeySpec.ML_DSA_65);
            assertThat(each.signatureAlgorithm()).isEqualTo(SignatureScheme.ML_DSA_65.jcaName());
        }
        BasicOCSPResp answer = Asker.read(answer(leaf, issuer));
        assertThat(answer.getSignatureAlgOID().getId()).isEqualTo(ML_DSA_65);
        // RFC 9881 2: the parameters are absent.
        assertThat(answer.getSignatureAlgorithmID().getParameters()).isNull();
        assertThat(answer.getCerts()[0]
                        .getSubjectPublicKeyInfo()
                        .getAlgorithm()
                        .getAlgorithm()
                        .getId())
                .isEqualTo(ML_DSA_65);
    }

    @Test
    void theJdkVerifiesChainListsAndAnswers() throws Exception {
        Outcome.Issued good = issued("Good");
        Outcome.Issued bad = issued("Bad");
        steps.revoke(sato, bad.id().toString(), "KEY_COMPROMISE").then().statusCode(201);

        validate(good.certificate(), Option.PREFER_CRLS);
        assertThatThrownBy(() -> validate(bad.certificate(), Option.PREFER_CRLS))
                .satisfies(PostQuantumTest::isRevoked);
        accepted(
                "Certificate, chain and CRLs of the post-quantum line, ML-DSA-65",
                "JDK",
                "CertPathValidator PKIX, PREFER_CRLS");
        refused(
                "Certificate that is revoked, by the CRL of the post-quantum line, ML-DSA-65",
                "JDK",
                "CertPathValidator PKIX, PREFER_CRLS");

        validate(good.certificate());
        assertThatThrownBy(() -> validate(bad.certificate())).satisfies(PostQuantumTest::isRevoked);
        accepted(
                "OCSP responses of the post-quantum line, ML-DSA-65; good and revoked",
                "JDK",
                "CertPathValidator PKIX, setOcspResponses");
        refused(
                "Certificate that is revoked, by the OCSP response of the post-quantum line, ML-DSA-65",
                "JDK",
                "CertPathValidator PKIX, setOcspResponses");
    }

    @Test
    void openSslVerifiesThemToo() throws Exception {
        Files.writeString(directory.resolve("root.pem"), root.pem());
        Files.writeString(directory.resolve("issuer.pem"), issuer.pem());
        Outcome.Issued good = issued("Good");
        Files.writeString(directory.resolve("good.pem"), good.certificate().pem());
        Files.write(directory.resolve("answer.der"), answer(good.certificate(), issuer));
        Files.writeString(
                directory.resolve("crls.pem"),
                CertificateDer.pem("X509 CRL", list(LINE)) + CertificateDer.pem("X509 CRL", list("pq-root")));
        assertThat(Tool.ok(directory, "openssl", "x509", "-in", "good.pem", "-noout", "-subject"))
                .contains("Good");
        if (!Tool.ok(directory, "openssl", "list", "-signature-algorithms").contains("ML-DSA-65")) {
            // Before 3.5 it reads such certificates and cannot compute with them.
            return;
        }
        assertThat(Tool.ok(
                        directory,
                        "openssl",
                        "verify",
                        "-x509_strict",
                        "-crl_check_all",
                        "-CRLfile",
                        "crls.pem",
                        "-CAfile",
                        "root.pem",
                        "-untrusted",
                        "issuer.pem",
                        "good.pem"))
                .contains("good.pem: OK");
        accepted(
                "Certificate, chain and CRLs of the post-quantum line, ML-DSA-65",
                "OpenSSL",
                "openssl verify -x509_strict -crl_check_all …");
        assertThat(Tool.ok(
                        directory,
                        "openssl",
                        "ocsp",
                        "-respin",
                        "answer.der",
                        "-CAfile",
                        "root.pem",
                        "-verify_other",
                        "issuer.pem",
                        "-issuer",
                        "issuer.pem",
                        "-cert",
                        "good.pem"))
                .contains("Response verify OK", "good.pem: good");
        accepted("OCSP response of the post-quantum line, ML-DSA-65", "OpenSSL", "openssl ocsp -respin …");
    }

    /** The path, each certificate's status by the lists or, without options, by the answers alone. */
    private void validate(CertificateDer leaf, Option... options) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        CertPath path = factory.generateCertPath(List.of(leaf.toX509(), issuer.toX509()));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(root.toX509(), null)));
        var checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        EnumSet<Option> chosen = EnumSet.of(Option.NO_FALLBACK);
        chosen.addAll(List.of(options));
        checker.setOptions(chosen);
        if (chosen.contains(Option.PREFER_CRLS)) {
            List<CRL> lists = new ArrayList<>();
            for (String name : List.of(LINE, "pq-root")) {
                lists.add(factory.generateCRL(new ByteArrayInputStream(list(name))));
            }
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(lists)));
        } else {
            Map<X509Certificate, byte[]> answers = new HashMap<>();
            answers.put(leaf.toX509(), answer(leaf, issuer));
            answers.put(issuer.toX509(), answer(issuer, root));
            checker.setOcspResponses(answers);
        }
        parameters.addCertPathChecker(checker);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
    }

    private static void isRevoked(Throwable refused) {
        assertThat(refused)
                .isInstanceOf(CertPathValidatorException.class)
                .hasCauseInstanceOf(CertificateRevokedException.class);
    }

    private byte[] list(String authority) {
        return http.plain()
                .get("/pki/{name}.crl", authority)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private byte[] answer(CertificateDer about, CertificateDer of) throws Exception {
        byte[] question = OcspRequests.of(CertId.of(HashAlgorithm.SHA1, of, about.serial()));
        return new Asker(authorities.ocspUrl()).post(question).body();
    }

    /** From a request that the JDK made and signed. */
    private Outcome.Issued issued(String name) throws Exception {
        Profile profile = profiles.get("client-pq");
        var key = KeyPairGenerator.getInstance("ML-DSA-65").generateKeyPair();
        CsrCheck check =
                CsrCheck.ofDer(Csrs.der("CN=" + name + ",O=University,C=JP", key, "ML-DSA-65"), profile.keys());
        assertThat(check).isInstanceOf(CsrCheck.Good.class);
        var csr = ((CsrCheck.Good) check).csr();
        Order order = new Order(
                new CertificateId(ids.next()),
                profile,
                csr.subject(),
                PermittedNames.NONE,
                Order.Key.of(csr),
                Subscriber.NONE,
                null,
                null,
                null,
                null);
        Outcome outcome =
                issuance.issue(tenant, List.of(order), Actor.PLATFORM, _ -> {}).getFirst();
        assertThat(outcome).isInstanceOf(Outcome.Issued.class);
        return (Outcome.Issued) outcome;
    }
}
