package io.shomei.lint;

import io.shomei.pki.AttributeType;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** The upper bounds ub-common-name and its kin; at least one character. */
@Singleton
final class NameAttributesFitTheirLimits implements CertificateRule {

    @Override
    public String source() {
        return "RFC 5280 A.1";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return certificate.subject().stream().flatMap(this::check);
    }

    private Stream<Finding> check(NameAttribute attribute) {
        int length = attribute.value().codePointCount(0, attribute.value().length());
        int limit = AttributeType.ofOid(attribute.oid())
                .map(AttributeType::maxLength)
                .orElse(Integer.MAX_VALUE);
        return require(length > 0 && length <= limit, "%s has %d characters", attribute.oid(), length);
    }
}
