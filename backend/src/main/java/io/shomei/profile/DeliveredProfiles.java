package io.shomei.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The profiles that come with the software: {@code profiles.json}, where the ceilings of a programme and the subjects that
 * several share stand once. A profile that changes there gets the next version, or installations keep what they have.
 */
@ApplicationScoped
class DeliveredProfiles {
    private final List<Profile> all;
    private final Set<String> optional = new HashSet<>();

    DeliveredProfiles(ObjectMapper json) {
        this.all = read(json);
    }

    /** In the order of the file. */
    List<Profile> all() {
        return all;
    }

    /** Whether an installation without its line of authorities does without the profile, too. */
    boolean isOptional(Profile profile) {
        return optional.contains(profile.id());
    }

    private List<Profile> read(ObjectMapper json) {
        try (InputStream in = DeliveredProfiles.class.getResourceAsStream("profiles.json")) {
            JsonNode file = json.readTree(in);
            List<Profile> profiles = new ArrayList<>();
            for (JsonNode each : file.required("profiles")) {
                ObjectNode profile = (ObjectNode) each;
                JsonNode mark = profile.remove("optional");
                if (mark != null && mark.booleanValue()) {
                    optional.add(profile.required("id").textValue());
                }
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
