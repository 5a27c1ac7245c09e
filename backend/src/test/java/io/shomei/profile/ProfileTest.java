package io.shomei.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.profile.SubjectTemplate.Fault;
import io.shomei.profile.SubjectTemplate.Misfit;
import io.shomei.profile.SubjectTemplate.Source;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the delivered profiles say. */
class ProfileTest {
    private static final List<Profile> PROFILES =
            new DeliveredProfiles(new ObjectMapper().findAndRegisterModules()).all();

    @Test
    void thePublishedNumbersMeanWhatUsersKnow() {
        assertThat(PROFILES)
                .extracting(Profile::id)
                .contains("1", "3", "5", "7", "9", "11", "12", "13", "14", "15", "16", "17", "18")
                .doesNotHaveDuplicates();
        assertThat(get("3").keys()).containsExactly(KeySpec.RSA_2048);
        assertThat(get("11").keys()).containsExactly(KeySpec.P384);
        assertThat(get("12").keys()).containsExactly(KeySpec.P256);
        for (String server : List.of("3", "11", "12")) {
            assertThat(get(server).kind()).isEqualTo(CertificateKind.SERVER);
        }
        for (String client : List.of("5", "13", "14", "17")) {
            assertThat(get(client).kind()).isEqualTo(CertificateKind.CLIENT);
        }
        for (String mail : List.of("7", "15", "16", "18")) {
            assertThat(get(mail).kind()).isEqualTo(CertificateKind.SMIME);
            assertThat(get(mail).alternativeNames()).containsExactly(NameKind.EMAIL);
        }
        assertThat(get("9").kind()).isEqualTo(CertificateKind.CODE_SIGNING);
    }

    /** BR 6.1.1.3, Code Signing BR 6.2.7. */
    @Test
    void keysOfServersAndOfCodeSigningAreNeverMadeHere() {
        assertThat(PROFILES)
                .filteredOn(profile ->
                        profile.kind() == CertificateKind.SERVER || profile.kind() == CertificateKind.CODE_SIGNING)
                .noneMatch(Profile::platformMayMakeKey);
        assertThat(get("5").platformMayMakeKey()).isTrue();
    }

    /** RFC 5480 3, RFC 8410 5, S/MIME BR 7.1.2.3. */
    @Test
    void keyUsageIsWhatTheKeyCanDo() {
        assertThat(get("3").usagesFor(KeySpec.RSA_2048))
                .containsExactlyInAnyOrder(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT);
        assertThat(get("12").usagesFor(KeySpec.P256)).containsExactly(KeyUsage.DIGITAL_SIGNATURE);
        assertThat(get("7").usagesFor(KeySpec.RSA_2048))
                .containsExactlyInAnyOrder(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT);
        assertThat(get("18").usagesFor(KeySpec.P256))
                .containsExactlyInAnyOrder(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_AGREEMENT);
        assertThat(get("18").usagesFor(KeySpec.ED25519)).containsExactly(KeyUsage.DIGITAL_SIGNATURE);
        assertThat(get("5").usagesFor(KeySpec.RSA_2048)).containsExactly(KeyUsage.DIGITAL_SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource(KeySpec.class)
    void noKeyIsLeftWithoutUsage(KeySpec key) {
        assertThat(PROFILES)
                .filteredOn(profile -> profile.limits().keys().contains(key))
                .allSatisfy(profile -> assertThat(profile.usagesFor(key)).contains(KeyUsage.DIGITAL_SIGNATURE));
    }

    @Test
    void timeStampingIsCriticalAndStatusSignersAreNotAskedAbout() {
        assertThat(PROFILES)
                .filteredOn(Profile::purposesAreCritical)
                .extracting(Profile::id)
                .containsExactly(Profiles.TSA);
        assertThat(PROFILES)
                .filteredOn(Profile::isOcspSigner)
                .extracting(Profile::id)
                .containsExactly(Profiles.OCSP);
        assertThat(get(Profiles.TSA).purposes()).containsExactly(ExtendedKeyUsage.TIME_STAMPING);
    }

    @Test
    void aSubjectIsFilledFromItsSources() {
        SubjectTemplate client = get("5").subject();
        SubjectTemplate.Values values = values(Map.of(
                AttributeType.CN, List.of("Taro Yamada"),
                AttributeType.OU, List.of("No 1", "Physics"),
                AttributeType.O, List.of("A University"),
                AttributeType.C, List.of("JP")));
        assertThat(client.misfits(values)).isEmpty();
        assertThat(client.fill(values).text()).isEqualTo("CN=Taro Yamada,OU=No 1,OU=Physics,O=A University,C=JP");
        assertThat(get(Profiles.OFFICER).subject().fill(values).text())
                .isEqualTo("CN=Taro Yamada,O=A University,L=Academe-ops,C=JP");
        assertThat(get("3").subject().misfits(values))
                .containsExactly(
                        new Misfit(AttributeType.L, Fault.MISSING), new Misfit(AttributeType.ST, Fault.MISSING));
    }

    @Test
    void aSubjectOfAnotherFormIsToldApart() {
        SubjectTemplate officer = get(Profiles.OFFICER).subject();
        assertThat(officer.misfits(DistinguishedName.parse("CN=Taro Yamada,O=A University,L=Academe-ops,C=JP")))
                .isEmpty();
        assertThat(officer.misfits(DistinguishedName.parse("CN=Taro Yamada,O=A University,L=Kyoto,C=JP")))
                .contains(new Misfit(AttributeType.L, Fault.MISSING));
        assertThat(officer.misfits(
                        DistinguishedName.parse("CN=Taro Yamada,OU=Physics,O=A University,L=Academe-ops,C=JP")))
                .contains(new Misfit(AttributeType.OU, Fault.NOT_FORESEEN));
        SubjectTemplate server = get("3").subject();
        assertThat(server.misfits(DistinguishedName.parse("CN=a.ac.jp,O=A University,ST=Tokyo,L=Chiyoda-ku,C=JP")))
                .as("in another order")
                .isNotEmpty();
        assertThat(server.misfits(DistinguishedName.of(List.of(
                        new Attribute(AttributeType.CN, "a.ac.jp"),
                        new Attribute(AttributeType.CN, "b.ac.jp"),
                        new Attribute(AttributeType.O, "A University"),
                        new Attribute(AttributeType.L, "Chiyoda-ku"),
                        new Attribute(AttributeType.ST, "Tokyo"),
                        new Attribute(AttributeType.C, "JP")))))
                .containsExactly(new Misfit(AttributeType.CN, Fault.TOO_MANY));
    }

    private static SubjectTemplate.Values values(Map<AttributeType, List<String>> known) {
        return (Source source, AttributeType type) -> known.getOrDefault(type, List.of());
    }

    private static Profile get(String id) {
        return PROFILES.stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
