package io.shomei.lint;

import io.shomei.pki.AlternativeName;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A mailbox: local part, at sign, domain; no display name. */
@Singleton
final class MailAddressesAreWellFormed implements CertificateRule {
    private static final Pattern MAILBOX =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

    @Override
    public String source() {
        return "RFC 5280 4.2.1.6, RFC 5321 4.1.2";
    }

    @Override
    public Stream<Finding> check(LintTarget certificate) {
        return certificate.alternativeNames().stream()
                .filter(name -> name.tag() == AlternativeName.EMAIL_TAG)
                .filter(name -> !MAILBOX.matcher(name.text()).matches())
                .flatMap(name -> finding("rfc822Name %s", name.text()));
    }
}
