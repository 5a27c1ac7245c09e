package io.shomei.request;

import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import java.util.List;

/** What every subject of a tenant holds, exactly as it is registered: organisation, state or province, locality, country. */
public record RegisteredSubject(String organisation, String state, String locality, String country) {

    /** The subject of a certificate with this CN. */
    public DistinguishedName named(String commonName) {
        return DistinguishedName.of(List.of(
                new Attribute(AttributeType.CN, commonName),
                new Attribute(AttributeType.O, organisation),
                new Attribute(AttributeType.L, locality),
                new Attribute(AttributeType.ST, state),
                new Attribute(AttributeType.C, country)));
    }
}
