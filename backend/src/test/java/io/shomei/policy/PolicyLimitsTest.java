package io.shomei.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** C.1.3: an operator narrows floors and ceilings, and never widens them. */
class PolicyLimitsTest {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    @TempDir
    Path directory;

    @Test
    void whatIsBeyondThemIsRefusedAndCountsAsTheLimit() throws Exception {
        PolicyLimits limits = limits("""
                {"session.idleTimeout": {"least": "PT5M", "most": "PT15M"}, "lockout.threshold": {"most": 5},
                 "audit.retention": {"least": "P7Y"}}""");
        assertThat(limits.keys())
                .filteredOn(key -> key.path().equals("session.idleTimeout"))
                .allSatisfy(key -> {
                    assertThat(key.least()).isEqualTo("PT5M");
                    assertThat(key.most()).isEqualTo("PT15M");
                });
        ObjectNode saas = (ObjectNode) JSON.readTree(
                        Files.readString(Path.of("src/main/resources/io/shomei/policy/presets/saas-groupware.json")))
                .get("policy");
        assertThat(limits.check(saas))
                .extracting(PolicyFault::rule)
                .containsExactlyInAnyOrder("TooLong", "TooLarge", "TooShort");
        ObjectNode bounded = limits.bounded(saas.deepCopy());
        assertThat(limits.check(bounded)).isEmpty();
        assertThat(PolicyDocuments.differences(saas, bounded))
                .extracting(each -> each.key().path() + "=" + each.after())
                .containsExactlyInAnyOrder(
                        "session.idleTimeout=\"PT15M\"", "lockout.threshold=5", "audit.retention=\"P7Y\"");
        PolicyConfig config = config(null, file("{\"session.idleTimeout\": {\"most\": \"PT15M\"}}"));
        assertThat(new Presets(JSON, config, new PolicyLimits(JSON, config)).all())
                .allSatisfy(preset -> assertThat(
                                preset.policy().at("/session/idleTimeout").asText())
                        .isEqualTo("PT15M"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"session.idleTimeout": {"most": "PT61M"}}
            {"session.idleTimeout": {"least": "PT59S"}}
            {"session.idleTimeout": {"least": "PT30M", "most": "PT15M"}}
            {"session.idleTimeout": {"atMost": "PT15M"}}
            {"session.idleTimeout": {"most": 15}}
            {"session.idleTimeout": {"most": null}}
            {"session.idleEvent": {"most": "CLICK"}}
            {"session.idle": {"most": "PT15M"}}
            """)
    void aFileThatIsFaultyStopsTheStart(String faulty) {
        assertThatThrownBy(() -> limits(faulty)).isInstanceOf(IllegalStateException.class);
    }

    private PolicyLimits limits(String json) throws IOException {
        return new PolicyLimits(JSON, config(null, file(json)));
    }

    private Path file(String json) throws IOException {
        return Files.writeString(directory.resolve("limits.json"), json);
    }

    static PolicyConfig config(@Nullable Path presets, @Nullable Path limits) {
        return new PolicyConfig() {
            @Override
            public Optional<Path> presetsDirectory() {
                return Optional.ofNullable(presets);
            }

            @Override
            public Optional<Path> limitsFile() {
                return Optional.ofNullable(limits);
            }
        };
    }
}
