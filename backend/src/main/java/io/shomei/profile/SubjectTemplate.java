package io.shomei.profile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which attributes the subject has, in the order people write them, and who says their values. */
public record SubjectTemplate(@JsonValue List<Part> parts) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubjectTemplate {
        parts = List.copyOf(parts);
    }

    /**
     * One attribute.
     *
     * @param value of a fixed one
     */
    public record Part(
            AttributeType type,
            Source from,
            Times times,
            @Nullable String value) {}

    /** Who says the value. */
    public enum Source {
        /** The application, or the account it is for. */
        REQUEST,
        /** What the tenant is registered with. */
        TENANT,
        /** What the organisation that runs the platform is registered with. */
        PLATFORM,
        /** The profile itself. */
        FIXED
    }

    /** How often the attribute occurs. */
    public enum Times {
        ONCE,
        AT_MOST_ONCE,
        ANY
    }

    /** A value for a part: what its source has for its type. */
    @FunctionalInterface
    public interface Values {
        List<String> of(Source source, AttributeType type);
    }

    /** What is wrong with the values of one attribute. */
    public enum Fault {
        MISSING,
        TOO_MANY,
        NOT_FORESEEN
    }

    /** An attribute that does not fit. */
    public record Misfit(AttributeType type, Fault fault) {}

    /** The subject these values give; where they do not fit, some of it is missing, as {@link #misfits} says. */
    public DistinguishedName fill(Values values) {
        List<Attribute> attributes = new ArrayList<>(parts.size());
        for (Part part : parts) {
            valuesOf(part, values).forEach(value -> attributes.add(new Attribute(part.type(), value)));
        }
        return DistinguishedName.of(attributes);
    }

    /** Every attribute whose values are too few or too many. */
    public List<Misfit> misfits(Values values) {
        return parts.stream()
                .flatMap(part -> misfit(part, valuesOf(part, values).size()).stream())
                .toList();
    }

    /** Every way in which a subject is not of this form: attributes, how often, in which order, and the fixed values. */
    public List<Misfit> misfits(DistinguishedName subject) {
        List<Misfit> misfits = new ArrayList<>();
        List<Attribute> left = new ArrayList<>(subject.attributes());
        for (Part part : parts) {
            int found = 0;
            while (!left.isEmpty() && matches(part, left.getFirst())) {
                left.removeFirst();
                found++;
            }
            misfits.addAll(misfit(part, found));
        }
        left.forEach(attribute -> misfits.add(new Misfit(attribute.type(), Fault.NOT_FORESEEN)));
        return List.copyOf(misfits);
    }

    private static boolean matches(Part part, Attribute attribute) {
        return part.type() == attribute.type()
                && (part.value() == null || part.value().equals(attribute.value()));
    }

    private static List<Misfit> misfit(Part part, int found) {
        Fault fault = switch (part.times()) {
            case ONCE -> found == 1 ? null : found == 0 ? Fault.MISSING : Fault.TOO_MANY;
            case AT_MOST_ONCE -> found <= 1 ? null : Fault.TOO_MANY;
            case ANY -> null;
        };
        return fault == null ? List.of() : List.of(new Misfit(part.type(), fault));
    }

    private static List<String> valuesOf(Part part, Values values) {
        return part.value() != null ? List.of(part.value()) : values.of(part.from(), part.type());
    }
}
