package io.shomei.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines there are, and nonsense that ends the start. */
class HierarchyTest {
    private static final String ROOT = line("root", "\"root\"", 25);

    @TempDir
    Path directory;

    @Test
    void theBuiltInLinesAreThere() {
        Hierarchy hierarchy = new Hierarchy(new Settings(Optional.empty(), false), new ObjectMapper());
        assertThat(hierarchy.plans())
                .extracting(Plan::name)
                .containsExactly(
                        "root",
                        "server-rsa",
                        "server-p384",
                        "server-p256",
                        "client",
                        "smime",
                        "code-signing",
                        "timestamp",
                        "operations",
                        "private-ed25519",
                        "pq-root",
                        "private-pq");
        assertThat(hierarchy.find("root").orElseThrow().isRoot()).isTrue();
        assertThat(hierarchy.find("client").orElseThrow().isRoot()).isFalse();
        assertThat(hierarchy.find("nobody")).isEmpty();
    }

    @Test
    void everyGenerationHasANameOfItsOwn() {
        Plan plan = new Hierarchy(new Settings(Optional.empty(), false), new ObjectMapper())
                .find("client")
                .orElseThrow();
        assertThat(plan.nameOf(1)).isEqualTo("client");
        assertThat(plan.nameOf(2)).isEqualTo("client-g2");
        assertThat(plan.labelOf(1)).isEqualTo("Client CA");
        assertThat(plan.labelOf(12)).isEqualTo("Client CA G12");
        assertThat(plan.subjectOf(1).text()).isEqualTo("CN=Shomei Client CA,O=Shomei,C=JP");
        assertThat(plan.subjectOf(2).text()).isEqualTo("CN=Shomei Client CA G2,O=Shomei,C=JP");
    }

    @Test
    void aFileMayDescribeThemAndLeaveTheSigningToOthers() throws IOException {
        Hierarchy hierarchy = read("[" + ROOT + "," + line("servers", "null", 10) + "]");
        assertThat(hierarchy.plans()).hasSize(2);
        assertThat(hierarchy.find("servers").orElseThrow().issuer()).isNull();
    }

    @Test
    void nonsenseEndsTheStart() {
        assertThatThrownBy(() -> read("[" + line("servers", "\"root\"", 10) + "," + ROOT + "]"))
                .hasMessageContaining("servers is signed by root");
        assertThatThrownBy(() -> read("[" + ROOT + "," + ROOT + "]")).hasMessageContaining("twice");
        assertThatThrownBy(() -> read("[" + line("Root", "\"Root\"", 25) + "]")).hasMessageContaining("Root");
        assertThatThrownBy(() -> read("[" + line("root", "\"root\"", 0) + "]")).hasMessageContaining("year");
        assertThatThrownBy(() -> read("[{}]")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> read("root")).isInstanceOf(RuntimeException.class);
    }

    private record Settings(Optional<Path> hierarchy, boolean deltaLists) implements AuthorityConfig {}

    private Hierarchy read(String json) throws IOException {
        Path file = Files.writeString(directory.resolve("hierarchy.json"), json);
        return new Hierarchy(new Settings(Optional.of(file), false), new ObjectMapper());
    }

    private static String line(String name, String issuer, int years) {
        return """
                {"name": "%s", "label": "Label", "issuer": %s, "key": "P256", "years": %d,
                 "subject": "CN=%s", "programme": "PRIVATE", "purposes": []}""".formatted(name, issuer, years, name);
    }
}
