package io.shomei.status.ocsp;

import io.restassured.path.json.JsonPath;
import io.shomei.authority.Authorities;
import io.shomei.kernel.Ids;
import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Person;
import io.shomei.testing.Steps;
import jakarta.inject.Singleton;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateStatus;

/** What somebody does in tests who asks about servers' certificates. */
@Singleton
class OcspSteps {
    private final Steps steps;
    private final Authorities authorities;
    private final Ids ids;

    OcspSteps(Steps steps, Authorities authorities, Ids ids) {
        this.steps = steps;
        this.authorities = authorities;
        this.ids = ids;
    }

    Asker asker() {
        return new Asker(authorities.ocspUrl());
    }

    /** Of the certificates that {@link #issued} makes. */
    CertificateDer issuer() {
        return authorities.find("server-p256").orElseThrow().certificate();
    }

    BasicOCSPResp ask(SerialNumber serial) throws Exception {
        return Asker.read(asker().post(OcspRequests.of(asked(serial))));
    }

    /** Null for good, as Bouncy Castle has it. */
    CertificateStatus status(SerialNumber serial) throws Exception {
        return ask(serial).getResponses()[0].getCertStatus();
    }

    CertId asked(SerialNumber serial) {
        return CertId.of(HashAlgorithm.SHA1, issuer(), serial);
    }

    JsonPath issued(Person officer, Fixtures.Organisation tenant, String host) {
        return steps.issued(officer, tenant, host + "-" + ids.next().toString().substring(24) + ".a.ac.jp");
    }

    static SerialNumber serial(JsonPath certificate) {
        return SerialNumber.ofHex(certificate.getString("serial"));
    }

    static CertificateDer foreignIssuer() {
        return io.shomei.pki.Fixtures.issuer(KeySpec.P256);
    }
}
