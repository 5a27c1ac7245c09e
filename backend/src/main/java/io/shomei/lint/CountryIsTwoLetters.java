package io.shomei.lint;

import io.shomei.pki.AttributeType;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An ISO 3166-1 code in upper case. */
@Singleton
final class CountryIsTwoLetters implements CertificateRule {
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    @Override
    public String source() {
        return "RFC 5280 A.1, BR 7.1.4.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return certificate.subject().stream()
                .filter(attribute -> attribute.oid().equals(AttributeType.C.oid()))
                .filter(country -> !CODE.matcher(country.value()).matches())
                .flatMap(country -> finding("country is %s", country.value()));
    }
}
