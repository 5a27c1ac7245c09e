package io.shomei.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SerialNumber;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.testing.Fixtures;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@ShomeiTest
class AuthoritiesTest {
    @Inject
    Authorities authorities;

    @Inject
    AuthorityAddresses addresses;

    @Inject
    CertificateTemplates templates;

    @Inject
    Profiles profiles;

    @Inject
    Fixtures given;

    @Inject
    SecureRandom random;

    @Test
    void everyProfileThatNamesALineHasAnAuthorityThatSigns() {
        assertThat(profiles.all())
                .filteredOn(profile -> !profile.authority().equals(Profile.EACH_AUTHORITY))
                .allSatisfy(profile -> assertThat(
                                authorities.signingFor(profile).authority().line())
                        .isEqualTo(profile.authority()));
    }

    @Test
    void certificatesSayWhereTheirListIsAndWhoAnswersForThem() {
        var officer = given.tenant("authorities").officer("Hanako Sato");
        String text = CertificateDer.ofDer(encoded(officer.identity())).text();
        assertThat(text)
                .contains("URI:" + authorities.crlUrl("operations", 0))
                .contains("OCSP - URI:" + authorities.ocspUrl())
                .contains("CA Issuers - URI:" + addresses.certificate("operations"));
        assertThat(authorities.crlUrl("operations", 0)).endsWith("/pki/operations.crl");
        assertThat(authorities.crlUrl("operations", 7)).endsWith("/pki/operations.7.crl");
        assertThat(authorities.deltaCrlUrl("operations", 0)).endsWith("/pki/operations.delta.crl");
        assertThat(authorities.deltaCrlUrl("operations", 7)).endsWith("/pki/operations.7.delta.crl");
        assertThat(authorities.ocspUrl()).startsWith("http://").endsWith("/ocsp");
    }

    @Test
    void aTemplateIsPreparedOnceForEachList() {
        var profile = profiles.get("12");
        SigningAuthority authority = authorities.signingFor(profile);
        assertThat(templates.of(authority, profile, KeySpec.P256, 1))
                .isSameAs(templates.of(authority, profile, KeySpec.P256, 1))
                .isNotSameAs(templates.of(authority, profile, KeySpec.P256, 2));
    }

    @Test
    void certificatesAreSpreadEvenlyOverTheLists() {
        Authority one = authorities.find("server-p256").orElseThrow();
        Authority four = new Authority(
                one.name(), one.line(), 1, one.label(), one.issuer(), one.state(), one.certificate(), 4, true);
        Map<Integer, Long> spread = Stream.generate(() -> SerialNumber.random(random))
                .limit(4_000)
                .peek(serial -> assertThat(one.shardOf(serial)).isZero())
                .map(four::shardOf)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(spread.keySet()).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(spread.values()).allMatch(count -> count > 800);
    }

    @Test
    void aLineThatIsNoneSignsNothing() {
        assertThatThrownBy(() -> authorities.issuing("nobody")).hasMessageContaining("nobody");
        assertThatThrownBy(() -> authorities.signing("nobody")).isInstanceOf(IllegalStateException.class);
    }

    private static byte[] encoded(io.shomei.testing.Identity identity) {
        try {
            return identity.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
