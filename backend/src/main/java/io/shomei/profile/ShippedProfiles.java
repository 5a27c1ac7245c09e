package io.shomei.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The profiles as they are delivered: {@code profiles.json}, where the ceilings of a programme and the subjects that several share stand once. */
final class ShippedProfiles {
    private ShippedProfiles() {}

    /** In the order of the file. */
    static List<Profile> read(ObjectMapper json) {
        try (InputStream in = ShippedProfiles.class.getResourceAsStream("profiles.json")) {
            JsonNode file = json.readTree(in);
            List<Profile> profiles = new ArrayList<>();
            for (JsonNode each : file.required("profiles")) {
                ObjectNode profile = (ObjectNode) each;
                profile.set("subject", shared(profile, "subject", file.required("subjects")));
                ((ObjectNode) profile.required("lifetime"))
                        .set("ceilings", shared(profile, "programme", file.required("ceilings")));
                profiles.add(json.treeToValue(profile, Profile.class));
            }
            return List.copyOf(profiles);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What stands under the name that a member of the profile gives. */
    private static JsonNode shared(ObjectNode profile, String member, JsonNode byName) {
        return byName.required(profile.required(member).textValue());
    }
}
