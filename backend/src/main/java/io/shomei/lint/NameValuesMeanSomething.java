package io.shomei.lint;

import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** No value stands for "nothing": a dash, a dot, a space. */
@Singleton
final class NameValuesMeanSomething implements CertificateRule {

    @Override
    public String source() {
        return "BR 7.1.4.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return certificate.subject().stream()
                .filter(attribute -> attribute.value().codePoints().noneMatch(Character::isLetterOrDigit))
                .flatMap(attribute -> finding("%s says nothing", attribute.oid()));
    }
}
