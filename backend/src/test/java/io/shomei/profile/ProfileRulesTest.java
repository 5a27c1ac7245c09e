package io.shomei.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shomei.kernel.Language;
import io.shomei.profile.ProfileFault.Code;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no profile may be, whoever made it. */
class ProfileRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final SigningLines LINES = line -> Set.of(
                            "operations",
                            "private-ed25519",
                            "private-pq",
                            "client",
                            "smime",
                            "code-signing",
                            "timestamp",
                            "server-rsa",
                            "server-p256",
                            "server-p384")
                    .contains(line)
            ? Optional.of(line)
            : Optional.empty();

    @Test
    void theDeliveredProfilesAreSound() {
        for (Profile profile : new DeliveredProfiles(JSON).all()) {
            assertThat(ProfileRules.faults(profile, LINES)).as(profile.id()).isEmpty();
        }
    }

    /** A member of a delivered profile takes another value. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5  | /name/ja | ''                                  | NAME_EMPTY",
                "5  | /keys    | []                                  | KEYS_EMPTY",
                "3  | /keys    | [\"RSA_2048\",\"RSA_4096\"]         | KEY_NOT_OFFERED",
                "3  | /keys    | [\"P256\"]                          | KEY_NOT_OFFERED",
                "5  | /authority | 'nowhere'                         | AUTHORITY_UNKNOWN",
                "5  | /authority | '*'                               | AUTHORITY_NOT_CHANGEABLE",
                "ocsp | /authority | 'client'                        | AUTHORITY_NOT_CHANGEABLE",
                "5  | /lifetime/period | 'P0D'                       | PERIOD_TOO_SHORT",
                "5  | /lifetime/period | 'P53M'                      | PERIOD_TOO_LONG",
                "12 | /lifetime/period | 'P1Y'                       | PERIOD_TOO_LONG",
                "5  | /policy  | '1.2.x'                             | POLICY_NOT_OID",
                "5  | /policy  | '3.1'                               | POLICY_NOT_OID",
                "5  | /policy  | '1.40.1'                            | POLICY_NOT_OID",
                "5  | /policy  | '2.01.1'                            | POLICY_NOT_OID",
                "5  | /policy  | '2.5.29.32.0'                       | POLICY_ANY",
                "5  | /purposes | []                                 | PURPOSE_MISSING",
                "12 | /purposes | [\"SERVER_AUTH\",\"CLIENT_AUTH\"]  | PURPOSE_NOT_ALONE",
                "tsa | /purposes | [\"TIME_STAMPING\",\"CLIENT_AUTH\"] | PURPOSE_NOT_ALONE",
                "5  | /usages  | [\"DIGITAL_SIGNATURE\",\"CRL_SIGN\"] | USAGE_NOT_SUBSCRIBERS",
                "9  | /usages  | [\"DIGITAL_SIGNATURE\",\"KEY_ENCIPHERMENT\"] | USAGE_TOO_WIDE",
                "17 | /usages  | [\"KEY_ENCIPHERMENT\"]              | KEY_CANNOT_SERVE",
                "12 | /alternativeNames | []                         | NAMES_WRONG",
                "7  | /alternativeNames | []                         | NAMES_WRONG",
                "5  | /alternativeNames | [\"DNS\"]                  | NAMES_WRONG",
                "12 | /deliveries | [\"P12\"]                        | KEY_NOT_APPLICANTS",
                "9  | /deliveries | [\"CERTIFICATE\",\"P12_BULK\"]   | KEY_NOT_APPLICANTS",
                "12 | /lifetime/ceilings/steps | []                  | CEILINGS_MISSING",
                "5  | /limits/shortest | 'P5Y'                       | LIMITS_CROSSED"
            })
    void whatIsWrongIsSaidByName(String id, String pointer, String value, Code code) throws JsonProcessingException {
        assertThat(ProfileRules.faults(bent(id, pointer, value), LINES))
                .extracting(ProfileFault::code)
                .contains(code);
    }

    @Test
    void aCodeSigningKeyOf2048BitsIsTooSmallEvenWhereItIsOffered() throws JsonProcessingException {
        ObjectNode profile = json("9");
        set(profile, "/keys", "[\"RSA_2048\"]");
        set(profile, "/limits/keys", "[\"RSA_2048\"]");
        assertThat(ProfileRules.faults(JSON.treeToValue(profile, Profile.class), LINES))
                .extracting(ProfileFault::code)
                .containsExactly(Code.KEY_TOO_SMALL);
    }

    @Test
    void ceilingsOnlyEverShorten() throws JsonProcessingException {
        String longer = "[{\"from\":\"2026-03-15\",\"days\":99},{\"from\":\"2027-03-15\",\"days\":199}]";
        assertThat(ProfileRules.faults(bent("12", "/lifetime/ceilings/steps", longer), LINES))
                .extracting(ProfileFault::code)
                .containsExactly(Code.CEILINGS_UNORDERED);
    }

    @Test
    void anAttributeStandsOnceInATemplate() throws JsonProcessingException {
        String twice = """
                [{"type":"CN","from":"REQUEST","times":"ONCE"},{"type":"CN","from":"REQUEST","times":"ONCE"}]""";
        assertThat(ProfileRules.faults(bent("5", "/subject", twice), LINES))
                .extracting(ProfileFault::code)
                .containsExactly(Code.SUBJECT_REPEATED);
    }

    @Test
    void aNameOfMoreThan64CharactersIsTooLong() throws JsonProcessingException {
        assertThat(ProfileRules.faults(bent("5", "/name/en", '"' + "x".repeat(65) + '"'), LINES))
                .extracting(ProfileFault::code)
                .containsExactly(Code.NAME_TOO_LONG);
        assertThat(ProfileRules.faults(bent("5", "/name/ja", '"' + "証".repeat(64) + '"'), LINES))
                .isEmpty();
    }

    @Test
    void everythingIsFoundTogether() throws JsonProcessingException {
        ObjectNode profile = json("12");
        set(profile, "/keys", "[]");
        set(profile, "/policy", "\"x\"");
        set(profile, "/lifetime/period", "\"P10Y\"");
        set(profile, "/authority", "\"nowhere\"");
        assertThat(ProfileRules.faults(JSON.treeToValue(profile, Profile.class), LINES))
                .extracting(ProfileFault::pointer)
                .containsExactlyInAnyOrder(
                        "/settings/keys", "/settings/policy", "/settings/validity", "/settings/authority");
    }

    @Test
    void everyFaultHasASentenceInBothLanguages() {
        Set<String> codes = EnumSet.allOf(Code.class).stream().map(Code::text).collect(Collectors.toSet());
        assertThat(Arrays.asList(Language.values()))
                .allSatisfy(language ->
                        assertThat(ProfileFault.sentences().keys(language)).isEqualTo(codes));
        assertThat(new ProfileFault("/settings/validity", Code.PERIOD_TOO_LONG, List.of("P1Y"))
                        .in(Language.EN)
                        .message())
                .contains("P1Y");
    }

    private static Profile bent(String id, String pointer, String value) throws JsonProcessingException {
        ObjectNode profile = json(id);
        set(profile, pointer, value.startsWith("[") || value.startsWith("\"") ? value : '"' + value + '"');
        return JSON.treeToValue(profile, Profile.class);
    }

    private static ObjectNode json(String id) {
        return new DeliveredProfiles(JSON)
                .all().stream()
                        .filter(profile -> profile.id().equals(id))
                        .findFirst()
                        .<ObjectNode>map(JSON::valueToTree)
                        .orElseThrow(() -> new AssertionError(id.toLowerCase(Locale.ROOT)));
    }

    private static void set(ObjectNode profile, String pointer, String value) throws JsonProcessingException {
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) profile.at(pointer.substring(0, last))).set(pointer.substring(last + 1), JSON.readTree(value));
    }
}
