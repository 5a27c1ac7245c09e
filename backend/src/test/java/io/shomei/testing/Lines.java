package io.shomei.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The lines of authorities under test: the built-in ones, and some that tests may roll over, retire and compromise as they like. */
public final class Lines {
    /** How many of these lines there are: {@code rehearsal-1} and so on, under the root. Each test takes its own. */
    private static final int REHEARSALS = 20;

    /** A root of its own with one line below it. */
    public static final String ROOT = "rehearsal-root";

    public static final String BELOW_ROOT = "rehearsal-below";

    /** A line whose certificate is signed elsewhere from the beginning. */
    public static final String OFFLINE = "rehearsal-offline";

    /** Another one, whose first generation is given up. */
    public static final String GIVEN_UP = "rehearsal-given-up";

    private Lines() {}

    static Path write(Path directory) throws IOException {
        ObjectMapper json = new ObjectMapper();
        ArrayNode lines;
        try (InputStream in = Lines.class.getResourceAsStream("/io/shomei/authority/hierarchy.json")) {
            lines = (ArrayNode) json.readTree(in);
        }
        IntStream.rangeClosed(1, REHEARSALS).forEach(i -> lines.add(line(json, "rehearsal-" + i, "root")));
        lines.add(line(json, ROOT, ROOT));
        lines.add(line(json, BELOW_ROOT, ROOT));
        lines.add(line(json, OFFLINE, null));
        lines.add(line(json, GIVEN_UP, null));
        Path file = directory.resolve("hierarchy.json");
        Files.writeString(file, json.writeValueAsString(lines));
        return file;
    }

    private static JsonNode line(ObjectMapper json, String name, String issuer) {
        ObjectNode line = json.createObjectNode()
                .put("name", name)
                .put("label", "Rehearsal " + name)
                .put("issuer", issuer)
                .put("key", "P256")
                .put("years", 5)
                .put("subject", "CN=Shomei " + name + ",O=Shomei,C=JP")
                .put("programme", "PRIVATE");
        line.putArray("purposes");
        return line;
    }
}
