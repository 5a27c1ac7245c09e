package io.shomei.lint.crl;

import io.shomei.lint.Findings;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.DerException;
import io.shomei.pki.DerReader;
import io.shomei.pki.Extension;
import io.shomei.pki.Oids;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A list in parts says critically which part it is: by one http address and, where the authority certifies none, without authorities. */
final class IssuingDistributionPointIsTrue implements CrlRule {
    @Override
    public String source() {
        return "RFC 5280 5.2.5, BR 7.2.2.1";
    }

    private static final int NAME = 0xA0;
    private static final int ONLY_USERS = 0x81;

    @Override
    public void check(CrlTarget target, Findings findings) throws DerException {
        Optional<Extension> extension = target.list().extension(Oids.ISSUING_DISTRIBUTION_POINT);
        if (extension.isEmpty()) {
            return;
        }
        findings.require(extension.get().critical(), "it is not critical");
        DerReader point = extension.get().reader().sequence();
        if (!point.nextIs(NAME)) {
            findings.add("it names no address");
            return;
        }
        DerReader names = point.enter(NAME).enter(NAME);
        String address = new String(names.contents(AlternativeName.URI_TAG), StandardCharsets.US_ASCII);
        findings.require(
                address.startsWith("http://") && names.atEnd(), "it names something else than one http address");
        if (point.nextIs(ONLY_USERS)) {
            point.element(ONLY_USERS);
            findings.require(
                    !target.issuer().mayCertifyAuthorities(), "authorities of this issuer could be on no list");
        }
        findings.require(point.atEnd(), "it limits the list in another way");
    }
}
