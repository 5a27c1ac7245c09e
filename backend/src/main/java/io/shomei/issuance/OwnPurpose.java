package io.shomei.issuance;

import io.shomei.pki.AlternativeName;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.MailAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the platform needs a certificate of its own for.
 *
 * @param name a-z, 0-9 and hyphens; keys, the table and the alarm metric have it
 * @param profile id of the profile
 * @param authority name of the generation that an OCSP signer answers for, which certifies it (RFC 6960 4.2.2.2); for every other
 *     profile the name of a line, whose newest active generation certifies
 * @param mailbox that it signs for; null for a certificate without one
 */
public record OwnPurpose(
        String name,
        String profile,
        String authority,
        DistinguishedName subject,
        @Nullable MailAddress mailbox,
        KeySpec key) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,48}");

    public OwnPurpose {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a purpose's name is 1 to 48 of a-z, 0-9 and hyphen");
        }
    }

    public OwnPurpose(String name, String profile, String authority, DistinguishedName subject, KeySpec key) {
        this(name, profile, authority, subject, null, key);
    }

    List<AlternativeName> names() {
        return mailbox == null ? List.of() : List.of(new AlternativeName.Email(mailbox));
    }

    /** Whether a certificate is what the purpose asks for. */
    boolean isServedBy(CertificateDer certificate) {
        return certificate.subject().equals(subject)
                && certificate.keySpec().equals(Optional.of(key))
                && certificate
                        .emails()
                        .equals(names().stream().map(AlternativeName::text).toList());
    }
}
