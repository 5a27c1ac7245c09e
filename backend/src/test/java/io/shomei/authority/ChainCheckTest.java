package io.shomei.authority;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Certificates that were signed elsewhere, bent one by one. */
class ChainCheckTest {
    private static final String SUBJECT = "CN=Elsewhere CA,O=Shomei,C=JP";
    /** What SUBJECT is in the order of the encoding. */
    private static final String ENCODED = "C=JP,O=Shomei,CN=Elsewhere CA";

    private static final byte[] KEY =
            KeySpec.P256.generate(new SecureRandom()).getPublic().getEncoded();
    private static final List<String> CLIENTS = List.of("1.3.6.1.5.5.7.3.2");

    private final Issuer root = Issuer.root("Root");

    @Test
    void aCertificateWithItsRootIsGood() {
        CertificateDer own = certified(wanted -> {});
        assertThat(check(own, root.certificate()))
                .isEqualTo(new ChainCheck.Finding.Good(List.of(own, root.certificate())));
    }

    @Test
    void theOrderOfTheFileDoesNotMatterAndAKnownIssuerNeedNotBeInIt() {
        Issuer middle = root.below("Middle", wanted -> {});
        CertificateDer own = middle.certify(ENCODED, KEY, wanted -> {});
        var good = new ChainCheck.Finding.Good(List.of(own, middle.certificate(), root.certificate()));
        assertThat(check(root.certificate(), own, middle.certificate())).isEqualTo(good);
        assertThat(checkKnowing(List.of(known(root, Authority.State.EXTERNAL)), own, middle.certificate()))
                .isEqualTo(good);
    }

    @Test
    void theKeyMustBeTheOneThatWaits() {
        assertBad(CertificateFault.KEY_DIFFERS, check(root.certificate()));
        CertificateDer another = root.certify(
                ENCODED, KeySpec.P256.generate(new SecureRandom()).getPublic().getEncoded(), wanted -> {});
        assertBad(CertificateFault.KEY_DIFFERS, check(another, root.certificate()));
    }

    @Test
    void theSubjectMustBeThatOfTheRequest() {
        assertBad(CertificateFault.SUBJECT_DIFFERS, check(root.certify("C=JP,O=Shomei,CN=Other CA", KEY, w -> {})));
    }

    @Test
    void aNameThatCannotBeShownIsRefused() {
        var finding = check(root.certify("2.5.4.46=#0c0131,C=JP,O=Shomei,CN=Elsewhere CA", KEY, w -> {}));
        assertThat(((ChainCheck.Finding.Bad) finding).faults()).contains(CertificateFault.NAME_UNREADABLE);
    }

    @Test
    void itMustBeAnAuthority() {
        assertBad(CertificateFault.NO_AUTHORITY, check(certified(wanted -> wanted.authority = false)));
    }

    @Test
    void itMustSignCertificatesAndLists() {
        assertBad(CertificateFault.KEY_USAGE, check(certified(wanted -> wanted.usage = KeyUsage.keyCertSign)));
        assertBad(CertificateFault.KEY_USAGE, check(certified(wanted -> wanted.usage = KeyUsage.cRLSign)));
    }

    @Test
    void purposesOfItsOwnMustCoverWhatItIssues() {
        assertBad(
                CertificateFault.PURPOSES, check(certified(wanted -> wanted.purpose = KeyPurposeId.id_kp_serverAuth)));
        assertGood(check(certified(wanted -> wanted.purpose = KeyPurposeId.id_kp_clientAuth)));
        assertGood(check(certified(wanted -> wanted.purpose = KeyPurposeId.anyExtendedKeyUsage)));
    }

    @Test
    void itMustSayWhichKeyItHas() {
        assertBad(CertificateFault.KEY_IDENTIFIER, check(certified(wanted -> wanted.keyIdentifier = false)));
    }

    @Test
    void itMustSayWhereItsRevocationWouldBeTold() {
        assertBad(CertificateFault.CRL_ADDRESS, check(certified(wanted -> wanted.crlAddress = false)));
    }

    @Test
    void itMustBeValidNow() {
        assertBad(
                CertificateFault.EXPIRED,
                check(certified(wanted -> wanted.notAfter = Issuer.NOW.minus(Duration.ofSeconds(1)))));
        assertBad(
                CertificateFault.NOT_YET_VALID,
                check(certified(wanted -> wanted.notBefore = Issuer.NOW.plus(Duration.ofHours(1)))));
    }

    @Test
    void aWeakHashIsRefused() {
        assertBad(CertificateFault.SIGNATURE_WEAK, check(certified(wanted -> wanted.algorithm = "SHA1withECDSA")));
    }

    @Test
    void anotherAuthorityOfTheSameNameDidNotSignIt() {
        CertificateDer own = certified(wanted -> {});
        assertBad(
                CertificateFault.SIGNATURE_WRONG,
                new ChainCheck(List.of(own, Issuer.root("Root").certificate()), List.of(), Issuer.NOW)
                        .issuing(KEY, SUBJECT, CLIENTS));
    }

    @Test
    void everyIssuerUpToARootIsNeeded() {
        Issuer middle = root.below("Middle", wanted -> {});
        CertificateDer own = middle.certify(ENCODED, KEY, wanted -> {});
        assertBad(CertificateFault.ISSUER_UNKNOWN, alone(own));
        assertBad(CertificateFault.ISSUER_UNKNOWN, alone(own, middle.certificate()));
    }

    @Test
    void anIssuerMustBeAllowedToSignAuthorities() {
        for (Consumer<Issuer.Wanted> bent : List.<Consumer<Issuer.Wanted>>of(
                wanted -> wanted.authority = false,
                wanted -> wanted.usage = KeyUsage.cRLSign,
                // RFC 5280 4.2.1.9: no authority may follow, and ours would.
                wanted -> wanted.pathLength = 0)) {
            Issuer middle = root.below("Middle", bent);
            CertificateDer own = middle.certify(ENCODED, KEY, wanted -> {});
            assertThat(((ChainCheck.Finding.Bad) check(own, middle.certificate(), root.certificate())).faults())
                    .contains(CertificateFault.ISSUER_UNSUITABLE);
        }
        Issuer narrow = Issuer.root("Narrow", wanted -> wanted.pathLength = 1);
        Issuer middle = narrow.below("Middle", wanted -> wanted.pathLength = 1);
        CertificateDer own = middle.certify(ENCODED, KEY, wanted -> {});
        assertBad(CertificateFault.ISSUER_UNSUITABLE, check(own, middle.certificate(), narrow.certificate()));
        assertGood(check(narrow.certify(ENCODED, KEY, wanted -> {}), narrow.certificate()));
    }

    @Test
    void anExpiredIssuerIsRefusedUnlessARenewedOneIsThere() {
        Issuer old = Issuer.root("Old", wanted -> wanted.notAfter = Issuer.NOW.minus(Duration.ofDays(1)));
        CertificateDer own = old.certify(ENCODED, KEY, wanted -> {});
        assertBad(CertificateFault.ISSUER_EXPIRED, check(own, old.certificate()));
        CertificateDer renewed = old.certify("Old", old.key().getPublic().getEncoded(), w -> w.pathLength = null);
        assertThat(check(own, old.certificate(), renewed))
                .isEqualTo(new ChainCheck.Finding.Good(List.of(own, renewed)));
    }

    @Test
    void aCompromisedIssuerIsRefused() {
        CertificateDer own = certified(wanted -> {});
        assertBad(
                CertificateFault.ISSUER_COMPROMISED,
                checkKnowing(List.of(known(root, Authority.State.COMPROMISED)), own));
    }

    @Test
    void whatTheLibraryRefusesIsRefused() {
        Issuer strange = root.below("Strange", wanted -> wanted.unknownCritical = true);
        CertificateDer own = strange.certify(ENCODED, KEY, wanted -> {});
        assertBad(CertificateFault.PATH, check(own, strange.certificate(), root.certificate()));
        Issuer constrained = root.below("Constrained", wanted -> wanted.onlyNamesBelow = "C=JP,O=Others");
        assertBad(
                CertificateFault.PATH,
                check(constrained.certify(ENCODED, KEY, wanted -> {}), constrained.certificate(), root.certificate()));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        CertificateDer own = root.certify("C=JP,O=Shomei,CN=Other CA", KEY, wanted -> {
            wanted.usage = KeyUsage.keyCertSign;
            wanted.purpose = KeyPurposeId.id_kp_serverAuth;
            wanted.notAfter = Issuer.NOW.minus(Duration.ofDays(1));
            wanted.keyIdentifier = false;
        });
        assertThat(((ChainCheck.Finding.Bad) alone(own)).faults())
                .containsExactlyInAnyOrder(
                        CertificateFault.SUBJECT_DIFFERS,
                        CertificateFault.KEY_USAGE,
                        CertificateFault.PURPOSES,
                        CertificateFault.KEY_IDENTIFIER,
                        CertificateFault.EXPIRED,
                        CertificateFault.ISSUER_UNKNOWN);
    }

    @Test
    void aCircleOfNamesEnds() {
        Issuer one = Issuer.root("One");
        Issuer two = new Issuer(
                "Two", one.key(), one.certify("Two", one.key().getPublic().getEncoded(), w -> {}));
        Issuer back = new Issuer(
                "One", one.key(), two.certify("One", one.key().getPublic().getEncoded(), w -> {}));
        CertificateDer own = back.certify(ENCODED, KEY, wanted -> {});
        assertThat(((ChainCheck.Finding.Bad) alone(own, two.certificate(), back.certificate())).faults())
                .contains(CertificateFault.ISSUER_UNKNOWN);
    }

    @Test
    void aRootOrAnAuthorityWithItsWayToOneMayBeTrusted() {
        assertGood(new ChainCheck(List.of(root.certificate()), List.of(), Issuer.NOW).trusted(root.certificate()));
        Issuer middle = root.below("Middle", wanted -> wanted.pathLength = 0);
        var both = List.of(root.certificate(), middle.certificate());
        assertGood(new ChainCheck(both, List.of(), Issuer.NOW).trusted(middle.certificate()));
        CertificateDer leaf = root.certify("Leaf", KEY, wanted -> wanted.authority = false);
        assertBad(
                CertificateFault.ISSUER_UNSUITABLE,
                new ChainCheck(List.of(leaf, root.certificate()), List.of(), Issuer.NOW).trusted(leaf));
    }

    private CertificateDer certified(Consumer<Issuer.Wanted> bent) {
        return root.certify(ENCODED, KEY, bent);
    }

    private ChainCheck.Finding check(CertificateDer... uploaded) {
        var all = new ArrayList<>(List.of(uploaded));
        all.add(root.certificate());
        return new ChainCheck(all, List.of(), Issuer.NOW).issuing(KEY, SUBJECT, CLIENTS);
    }

    private ChainCheck.Finding alone(CertificateDer... uploaded) {
        return new ChainCheck(List.of(uploaded), List.of(), Issuer.NOW).issuing(KEY, SUBJECT, CLIENTS);
    }

    private ChainCheck.Finding checkKnowing(List<Authority> known, CertificateDer... uploaded) {
        return new ChainCheck(List.of(uploaded), known, Issuer.NOW).issuing(KEY, SUBJECT, CLIENTS);
    }

    private static Authority known(Issuer issuer, Authority.State state) {
        return new Authority("root", "root", 1, issuer.name(), "root", state, issuer.certificate(), 1, true);
    }

    private static void assertGood(ChainCheck.Finding finding) {
        assertThat(finding).isInstanceOf(ChainCheck.Finding.Good.class);
    }

    private static void assertBad(CertificateFault fault, ChainCheck.Finding finding) {
        assertThat(finding)
                .isInstanceOfSatisfying(
                        ChainCheck.Finding.Bad.class,
                        bad -> assertThat(bad.faults()).containsExactly(fault));
    }
}
