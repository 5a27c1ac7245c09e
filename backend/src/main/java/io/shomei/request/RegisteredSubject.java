package io.shomei.request;

import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.tenant.Tenant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every subject of a tenant holds, exactly as it is registered: organisation, state or province, locality, country. */
public record RegisteredSubject(String organisation, String state, String locality, String country) {

    /** What is registered for a tenant. */
    public static RegisteredSubject of(Tenant tenant) {
        var registered = tenant.subject();
        return new RegisteredSubject(registered.o(), orEmpty(registered.st()), orEmpty(registered.l()), registered.c());
    }

    /** The registered value of an attribute; null where each certificate has its own. */
    @Nullable
    String value(AttributeType type) {
        return switch (type) {
            case O -> organisation;
            case L -> locality;
            case ST -> state;
            case C -> country;
            default -> null;
        };
    }

    /** The subject of a certificate with this CN. */
    public DistinguishedName named(String commonName) {
        return DistinguishedName.of(List.of(
                new Attribute(AttributeType.CN, commonName),
                new Attribute(AttributeType.O, organisation),
                new Attribute(AttributeType.L, locality),
                new Attribute(AttributeType.ST, state),
                new Attribute(AttributeType.C, country)));
    }

    /** The subject of a renewal: that of the certificate it takes the place of, with the values as they are registered now. */
    public DistinguishedName renewed(DistinguishedName subject) {
        return DistinguishedName.of(
                subject.attributes().stream().map(this::registered).toList());
    }

    private Attribute registered(Attribute attribute) {
        String value = value(attribute.type());
        return value == null || value.isEmpty() ? attribute : new Attribute(attribute.type(), value);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
