package io.shomei.status.ocsp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.CertId;
import io.shomei.pki.Der;
import io.shomei.pki.Extension;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.OcspRequests;
import io.shomei.pki.SerialNumber;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Person;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is refused, in the protocol's own words. */
@ShomeiTest
class OcspRefusalTest {
    private static final int MALFORMED = OCSPResp.MALFORMED_REQUEST;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Fixtures given;

    @Inject
    OcspSteps ocsp;

    @Inject
    DataSource database;

    private Fixtures.Organisation tenant;
    private Person sato;
    private Asker asker;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("ocsp").withDomain("a.ac.jp");
        sato = tenant.officer("Hanako Sato");
        asker = ocsp.asker();
    }

    @Test
    void anIssuerThatIsNoneOfOursIsNotOursToAnswerFor() throws Exception {
        CertId foreign = CertId.of(HashAlgorithm.SHA1, OcspSteps.foreignIssuer(), SerialNumber.random(RANDOM));
        assertThat(Asker.status(asker.post(OcspRequests.of(foreign)))).isEqualTo(OCSPResp.UNAUTHORIZED);
        byte[] md5 = Der.sequence(
                Der.sequence(Der.oid("1.2.840.113549.2.5"), Der.nullElement()),
                Der.octets(new byte[16]),
                Der.octets(new byte[16]),
                Der.integer(1));
        byte[] unknownHash = Der.sequence(Der.sequence(Der.sequence(Der.sequence(md5))));
        assertThat(Asker.status(asker.post(unknownHash))).isEqualTo(OCSPResp.UNAUTHORIZED);
    }

    @Test
    void garbageIsMalformedHoweverLargeItIs() throws Exception {
        byte[] good = OcspRequests.of(ocsp.asked(SerialNumber.random(RANDOM)));
        for (byte[] bad : List.of(
                new byte[0],
                "anything".getBytes(US_ASCII),
                Arrays.copyOf(good, good.length + 1),
                Arrays.copyOf(good, good.length - 1),
                new byte[64 << 10],
                new byte[(64 << 10) + 1],
                new byte[3 << 20],
                OcspRequests.of(Collections.nCopies(101, ocsp.asked(SerialNumber.random(RANDOM)))),
                OcspRequests.of(Collections.nCopies(5_000, ocsp.asked(SerialNumber.random(RANDOM)))),
                OcspRequests.withNonce(new byte[0], ocsp.asked(SerialNumber.random(RANDOM))),
                OcspRequests.withNonce(new byte[129], ocsp.asked(SerialNumber.random(RANDOM))),
                OcspRequests.of(
                        List.of(ocsp.asked(SerialNumber.random(RANDOM))),
                        new Extension("1.2.3.4", true, Der.nullElement())))) {
            assertThat(Asker.status(asker.post(bad))).isEqualTo(MALFORMED);
        }
        for (String bad : List.of("", "/", "/anything", "/%30", "/MA==", "/%zz".replace("%zz", "MAA=MAA="))) {
            assertThat(Asker.status(asker.get(bad))).isEqualTo(MALFORMED);
        }
        assertThat(asker.get("/anything").headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whenTheDatabaseDoesNotAnswerTheAskerIsToldToTryLater() throws Exception {
        CertId asked = ocsp.asked(OcspSteps.serial(ocsp.issued(sato, tenant, "www")));
        assertThat(Asker.status(asker.post(OcspRequests.of(asked)))).isZero();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table certificate in access exclusive mode");
            // What was signed before is of no use: nobody knows whether it is true still.
            assertThat(Asker.status(asker.post(OcspRequests.of(asked)))).isEqualTo(OCSPResp.TRY_LATER);
            connection.rollback();
        }
        assertThat(Asker.status(asker.post(OcspRequests.of(asked)))).isZero();
    }
}
