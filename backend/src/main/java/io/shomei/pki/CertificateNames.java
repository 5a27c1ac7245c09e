package io.shomei.pki;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads names out of a subjectAltName. */
final class CertificateNames {
    private CertificateNames() {}

    /** The names of one kind, in their order; none where the extension cannot be read. */
    static List<String> of(TbsCertificate tbs, int tag) {
        Optional<Extension> extension = tbs.extension(Oids.SUBJECT_ALTERNATIVE_NAME);
        if (extension.isEmpty()) {
            return List.of();
        }
        try {
            var names = new ArrayList<String>();
            DerReader generalNames = extension.get().reader().sequence();
            while (!generalNames.atEnd()) {
                if (generalNames.nextIs(tag)) {
                    names.add(AlternativeName.ascii(generalNames.contents(tag)));
                } else {
                    generalNames.anyElement();
                }
            }
            return names;
        } catch (DerException e) {
            return List.of();
        }
    }
}
