package io.shomei.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileTest {
    private final Profiles profiles = new Profiles(new ObjectMapper().findAndRegisterModules());

    /** Baseline Requirements 6.3.2: at most 200, 100 and 47 days, both ends included. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-22T10:00:00Z,199",
        "2027-03-14T23:59:59Z,199",
        "2027-03-15T00:00:00Z,99",
        "2029-03-14T23:59:59Z,99",
        "2029-03-15T00:00:00Z,46",
        "2035-01-01T00:00:00Z,46"
    })
    void serverCertificatesAreAsLongAsTheirDateOfIssueAllows(Instant now, int days) {
        for (String id : Set.of("3", "11", "12")) {
            Profile.Validity validity = profiles.get(id).validityFrom(now);
            assertThat(validity.notBefore()).isEqualTo(now);
            // notAfter is inclusive: the second after it is not part of the validity any more.
            assertThat(validity.notAfter())
                    .isEqualTo(now.plus(Duration.ofDays(days)).minusSeconds(1));
        }
    }

    @Test
    void logInCertificatesRunForMonthsOfTheCalendar() {
        Instant now = Instant.parse("2028-01-31T12:34:56.789Z");
        Profile.Validity officer = profiles.get(Profiles.OFFICER).validityFrom(now);
        assertThat(officer.notBefore()).isEqualTo("2028-01-31T12:34:56Z");
        assertThat(officer.notAfter()).isEqualTo("2030-02-28T12:34:55Z");
    }

    /** RFC 8813 3: no key encipherment with elliptic curves. */
    @Test
    void onlyRsaKeysEncipherKeys() {
        Set<ExtendedKeyUsage> server = Set.of(ExtendedKeyUsage.SERVER_AUTH);
        assertThat(Profile.usagesFor(KeySpec.RSA_2048, server))
                .containsExactlyInAnyOrder(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.KEY_ENCIPHERMENT);
        assertThat(Profile.usagesFor(KeySpec.P256, server)).containsExactly(KeyUsage.DIGITAL_SIGNATURE);
        assertThat(Profile.usagesFor(KeySpec.RSA_2048, Set.of(ExtendedKeyUsage.CLIENT_AUTH)))
                .containsExactly(KeyUsage.DIGITAL_SIGNATURE);
    }
}
