package io.shomei.issuance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.shomei.authority.Authorities;
import io.shomei.certificate.CertificateRegister;
import io.shomei.issuance.OwnCertificateRepository.Entry;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.Ids;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.TenantId;
import io.shomei.keys.KeyStorage;
import io.shomei.keys.KeysConfig;
import io.shomei.keys.Pkcs11Config;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profiles;
import io.shomei.testing.Http;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.TestClock;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Certificates of the platform's own, as two copies of it see them: each with its memory, on one database and one key directory. */
@ShomeiTest
class OwnCertificatesTest {
    private static final byte[] DATA = "to be signed".getBytes(StandardCharsets.UTF_8);
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Inject
    OwnCertificates own;

    @Inject
    OwnCertificateRepository repository;

    @Inject
    Issuance issuance;

    @Inject
    CertificateRegister register;

    @Inject
    Authorities authorities;

    @Inject
    Profiles profiles;

    @Inject
    KeysConfig config;

    @Inject
    Pkcs11Config hsm;

    @Inject
    Ids ids;

    @Inject
    SecureRandom random;

    @Inject
    TestClock clock;

    @Inject
    Http http;

    @Test
    void copiesThatNeedItAtTheSameMomentGetTheSameOne() throws Exception {
        OwnPurpose purpose = audit();
        List<OwnCertificates> copies = List.of(copy(), copy(), copy(), copy());
        List<Callable<OwnCertificate>> calls = copies.stream()
                .<Callable<OwnCertificate>>map(copy -> () -> copy.get(purpose))
                .toList();
        List<CertificateDer> seen = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(copies.size())) {
            for (Future<OwnCertificate> got : executor.invokeAll(calls)) {
                OwnCertificate each = got.get();
                assertThat(each.scheme()
                                .verify(
                                        each.certificate().publicKey(),
                                        DATA,
                                        each.key().sign(each.scheme(), DATA)))
                        .isTrue();
                seen.add(each.certificate());
            }
        }
        assertThat(seen).containsOnly(seen.getFirst());
    }

    @Test
    void aLineCertifiesAndTheChainLeadsToTheRoot() throws Exception {
        OwnCertificate made = own.get(audit());
        assertThat(made.chain())
                .containsExactly(authorities.find("operations").orElseThrow().certificate());
        made.certificate().toX509().verify(made.chain().getFirst().publicKey());
        assertThat(own.get(made.purpose())).isSameAs(made);
    }

    @Test
    void anOcspSignerIsCertifiedByTheAuthorityItAnswersFor() throws Exception {
        OwnCertificate made = own.get(purpose(Profiles.OCSP, "smime"));
        made.certificate()
                .toX509()
                .verify(authorities.find("smime").orElseThrow().certificate().publicKey());
        assertThat(made.certificate().text())
                .contains("OCSP Signing", "OCSP No Check")
                .doesNotContain("CRL Distribution", "Authority Information Access");
    }

    @Test
    void timeStampingStandsAloneAndIsCritical() throws Exception {
        OwnCertificate made = own.get(purpose(Profiles.TSA, "timestamp"));
        assertThat(made.certificate().toX509().getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.8");
        assertThat(made.certificate().toX509().getCriticalExtensionOIDs()).contains("2.5.29.37");
    }

    @Test
    void afterTwoThirdsOfItsTimeAnotherTakesItsPlaceOnEveryCopy() {
        OwnPurpose purpose = purpose(Profiles.OCSP, "smime");
        OwnCertificates other = copy();
        OwnCertificate first = own.get(purpose);
        assertThat(other.get(purpose).certificate()).isEqualTo(first.certificate());

        clock.advance(Duration.ofDays(20).minusHours(1));
        own.renewDue();
        assertThat(own.get(purpose).certificate()).isEqualTo(first.certificate());

        clock.advance(Duration.ofHours(2));
        own.renewDue();
        OwnCertificate second = own.get(purpose);
        assertThat(second.certificate()).isNotEqualTo(first.certificate());
        assertThat(second.key().publicKey()).isNotEqualTo(first.key().publicKey());
        assertThat(other.get(purpose).certificate()).isEqualTo(second.certificate());
    }

    @Test
    void theKeyOfAReplacedCertificateIsDestroyedWhenEveryCopyHasNoticed() {
        OwnPurpose purpose = purpose(Profiles.OCSP, "smime");
        own.get(purpose);
        String first = repository.newest(purpose.name()).orElseThrow().keyName();
        clock.advance(Duration.ofDays(21));
        own.renewDue();
        String second = repository.newest(purpose.name()).orElseThrow().keyName();
        assertThat(second).isNotEqualTo(first);
        assertThat(keys().exists(first)).isTrue();

        clock.advance(Duration.ofHours(2));
        own.renewDue();
        assertThat(keys().exists(first)).isFalse();
        assertThat(keys().exists(second)).isTrue();
    }

    @Test
    void whatWasInterruptedIsContinuedAndNothingIsMadeTwice() {
        OwnPurpose purpose = audit();
        // Stopped after the certificate was entered in the register and before the purpose had it.
        Entry begun = new Entry(purpose.name(), 1, "own-" + purpose.name() + "-1", new CertificateId(ids.next()));
        QuarkusTransaction.requiringNew().run(() -> repository.add(begun));
        CertificateDer signed = own.get(purpose).certificate();
        assertThat(register.find(TenantId.PLATFORM, begun.id()).orElseThrow().der())
                .isEqualTo(signed.encoded());

        QuarkusTransaction.requiringNew().run(() -> {
            repository.remove(begun);
            repository.add(begun);
        });
        assertThat(copy().get(purpose).certificate()).isEqualTo(signed);
    }

    @Test
    void aPurposeThatAsksForAnotherKeyGetsAnotherCertificate() {
        OwnPurpose purpose = purpose(Profiles.TSA, "timestamp");
        own.get(purpose);
        OwnPurpose stronger = new OwnPurpose(
                purpose.name(), purpose.profile(), purpose.authority(), purpose.subject(), KeySpec.RSA_2048);
        OwnCertificate made = copy().get(stronger);
        assertThat(made.certificate().keySpec()).contains(KeySpec.RSA_2048);
        assertThat(made.scheme()
                        .verify(made.certificate().publicKey(), DATA, made.key().sign(made.scheme(), DATA)))
                .isTrue();
    }

    @Test
    void whereNobodyCanCertifyItTheOldOneIsUsedUntilItEnds() {
        OwnPurpose purpose = audit();
        OwnCertificates copy = copy();
        OwnCertificate first = copy.get(purpose);
        OwnPurpose unknownLine =
                new OwnPurpose(purpose.name(), purpose.profile(), "nobody", purpose.subject(), purpose.key());
        clock.advance(Duration.ofDays(330));
        assertThat(copy.get(unknownLine).certificate()).isEqualTo(first.certificate());
        clock.advance(Duration.ofDays(90));
        assertThatThrownBy(() -> copy.get(unknownLine)).isInstanceOf(ProblemException.class);
    }

    @Test
    void whatWasMadeBeforeTheClockWasPutBackIsGivenToNobody() throws Exception {
        OwnPurpose purpose = audit();
        OwnCertificates copy = copy();
        clock.advance(Duration.ofDays(1));
        OwnCertificate ofTomorrow = copy.get(purpose);
        clock.reset();
        // The first has another made; those who come meanwhile wait for it.
        List<Callable<OwnCertificate>> calls = Collections.nCopies(4, () -> copy.get(purpose));
        try (var executor = Executors.newFixedThreadPool(calls.size())) {
            for (Future<OwnCertificate> got : executor.invokeAll(calls)) {
                assertThat(got.get().certificate()).isNotEqualTo(ofTomorrow.certificate());
                assertThat(got.get().certificate().notBefore()).isBeforeOrEqualTo(clock.instant());
            }
        }
    }

    @Test
    void theTimeLeftIsAMetric() {
        OwnPurpose purpose = audit();
        own.get(purpose);
        http.plain()
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("own_certificate_seconds_left{purpose=\"" + purpose.name() + "\"} 3."))
                .body(containsString("own_certificate_seconds_left{purpose=\"tls\"} 397"));
    }

    private OwnPurpose audit() {
        return purpose(Profiles.AUDIT, "operations");
    }

    private OwnPurpose purpose(String profile, String authority) {
        String name = "test-" + NAMES.incrementAndGet();
        return new OwnPurpose(
                name, profile, authority, DistinguishedName.parse("CN=" + name + ",O=Shomei,C=JP"), KeySpec.P256);
    }

    private OwnCertificates copy() {
        KeyStorage keys = keys();
        var maker = new OwnCertificateMaker(repository, issuance, register, profiles, keys, ids, clock);
        return new OwnCertificates(
                repository, maker, register, authorities, profiles, keys, clock, new SimpleMeterRegistry());
    }

    private KeyStorage keys() {
        return new KeyStorage(config, hsm, random, new SimpleMeterRegistry());
    }
}
