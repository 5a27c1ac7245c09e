package io.shomei.policy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shomei.kernel.Language;
import java.util.Map;

/**
 * A kind of service as data: a value for every key.
 *
 * @param title what it is called, by language
 */
record Preset(String name, Map<String, String> title, ObjectNode policy) {

    Preset {
        title = Map.copyOf(title);
    }

    String title(Language language) {
        return title.getOrDefault(language.locale().getLanguage(), name);
    }
}
