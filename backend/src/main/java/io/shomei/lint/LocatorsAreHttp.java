package io.shomei.lint;

import io.shomei.pki.AlternativeName;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Neither https, which would need its own status first, nor ldap. */
@Singleton
final class LocatorsAreHttp implements CertificateRule {

    @Override
    public String source() {
        return "BR 7.1.2.7.7, 7.1.2.11.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return Stream.concat(
                uris(certificate, Oids.CRL_DISTRIBUTION_POINTS), uris(certificate, Oids.AUTHORITY_INFORMATION_ACCESS));
    }

    private Stream<Finding> uris(LintTarget certificate, String oid) {
        Optional<Extension> extension = certificate.extension(oid);
        if (extension.isEmpty()) {
            return Stream.empty();
        }
        try {
            List<GeneralName> names = oid.equals(Oids.CRL_DISTRIBUTION_POINTS)
                    ? ofPoints(extension.get().reader().sequence())
                    : ofDescriptions(extension.get().reader().sequence());
            return names.stream()
                    .filter(name -> name.tag() != AlternativeName.URI_TAG
                            || !name.text().startsWith("http://"))
                    .flatMap(name -> finding("%s is no http address", name.text()));
        } catch (DerException e) {
            return finding("extension %s cannot be read", oid);
        }
    }

    private static List<GeneralName> ofPoints(DerReader points) throws DerException {
        var names = new ArrayList<GeneralName>(2);
        while (!points.atEnd()) {
            names.addAll(GeneralName.readAll(points.sequence().enter(0xA0).enter(0xA0)));
        }
        return names;
    }

    private static List<GeneralName> ofDescriptions(DerReader descriptions) throws DerException {
        var names = new ArrayList<GeneralName>(2);
        while (!descriptions.atEnd()) {
            DerReader description = descriptions.sequence();
            description.oid();
            int tag = description.nextTag();
            names.add(new GeneralName(tag, new String(description.contents(tag), StandardCharsets.US_ASCII)));
        }
        return names;
    }
}
