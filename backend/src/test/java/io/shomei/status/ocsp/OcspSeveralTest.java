package io.shomei.status.ocsp;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.shomei.authority.Authorities;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequest;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.SingleResp;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What relying parties are told that ask about several certificates at once. */
@ShomeiTest
class OcspSeveralTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Fixtures given;

    @Inject
    OcspSteps ocsp;

    @Inject
    Steps steps;

    @Inject
    Authorities authorities;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Asker asker;
    private CertificateDer issuer;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("ocsp").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        asker = ocsp.asker();
        issuer = ocsp.issuer();
    }

    @Test
    void severalAreAnsweredInOneAndInOrder() throws Exception {
        List<JsonPath> certificates = Stream.of("a", "b", "c")
                .map(host -> ocsp.issued(sato, tenant, host))
                .toList();
        steps.revoke(sato, certificates.get(1).getString("id"), "SUPERSEDED")
                .then()
                .statusCode(201);
        CertId[] asked = Stream.concat(
                        certificates.stream().map(OcspSteps::serial), Stream.of(SerialNumber.random(RANDOM)))
                .map(ocsp::asked)
                .toArray(CertId[]::new);
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.of(asked)));
        Asker.verify(answer, issuer);
        SingleResp[] singles = answer.getResponses();
        assertThat(singles).hasSize(4);
        assertThat(singles[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(singles[1].getCertStatus()).isInstanceOf(RevokedStatus.class);
        assertThat(singles[2].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(singles[3].getCertStatus()).isInstanceOf(UnknownStatus.class);
        for (int i = 0; i < asked.length; i++) {
            assertThat(singles[i].getCertID().toASN1Primitive().getEncoded()).isEqualTo(asked[i].encoded());
        }
    }

    @Test
    void aSignerSpeaksForItsOwnIssuerOnly() throws Exception {
        CertificateDer operations = authorities.find("operations").orElseThrow().certificate();
        CertId ours = ocsp.asked(OcspSteps.serial(ocsp.issued(sato, tenant, "www")));
        CertId another = CertId.of(
                HashAlgorithm.SHA1,
                operations,
                new SerialNumber(sato.identity().certificate().getSerialNumber()));
        CertId foreign = CertId.of(HashAlgorithm.SHA1, OcspSteps.foreignIssuer(), SerialNumber.random(RANDOM));
        BasicOCSPResp answer = Asker.read(asker.post(OcspRequests.of(foreign, ours, another)));
        Asker.verify(answer, issuer);
        assertThat(answer.getResponses()[0].getCertStatus()).isInstanceOf(UnknownStatus.class);
        assertThat(answer.getResponses()[1].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(answer.getResponses()[2].getCertStatus()).isInstanceOf(UnknownStatus.class);
        // Asked for by itself, the other one is answered for by its own issuer's signer.
        answer = Asker.read(asker.post(OcspRequests.of(another)));
        Asker.verify(answer, operations);
        assertThat(answer.getResponses()[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
    }

    @Test
    void aHundredAreAnsweredInOne() throws Exception {
        CertId asked = ocsp.asked(OcspSteps.serial(ocsp.issued(sato, tenant, "www")));
        HttpResponse<byte[]> response =
                asker.post(OcspRequests.of(Collections.nCopies(OcspRequest.MAX_CERTIFICATES, asked)));
        assertThat(Asker.read(response).getResponses())
                .hasSize(100)
                .allMatch(single -> single.getCertStatus() == CertificateStatus.GOOD);
    }
}
