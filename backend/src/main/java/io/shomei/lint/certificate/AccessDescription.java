package io.shomei.lint.certificate;

import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import java.util.ArrayList;
import java.util.List;

/** One access of authorityInfoAccess (RFC 5280 4.2.2.1). */
public record AccessDescription(String method, GeneralName location) {
    static List<AccessDescription> readAll(DerReader descriptions) throws DerException {
        var read = new ArrayList<AccessDescription>(2);
        while (!descriptions.atEnd()) {
            DerReader description = descriptions.sequence();
            read.add(new AccessDescription(description.oid(), GeneralName.read(description)));
            description.requireEnd();
        }
        return read;
    }
}
