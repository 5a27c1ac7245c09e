package io.shomei.tenant;

import io.shomei.pki.AttributeType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The values a tenant is registered with; every subject it applies for must carry exactly these. */
public record RegisteredSubject(
        String o, @Nullable String st, @Nullable String l, String c) {

    /** What is registered for an attribute of a subject; empty where nothing is. */
    public List<String> values(AttributeType type) {
        String value = switch (type) {
            case O -> o;
            case ST -> st;
            case L -> l;
            case C -> c;
            default -> null;
        };
        return value == null ? List.of() : List.of(value);
    }
}
