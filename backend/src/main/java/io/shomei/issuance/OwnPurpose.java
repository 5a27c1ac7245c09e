package io.shomei.issuance;

import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import java.util.regex.Pattern;

/**
 * What the platform needs a certificate of its own for.
 *
 * @param name a-z, 0-9 and hyphens; keys, the table and the alarm metric have it
 * @param profile id of the profile
 * @param authority name of the generation that an OCSP signer answers for, which certifies it (RFC 6960 4.2.2.2); for every other
 *     profile the name of a line, whose newest active generation certifies
 */
public record OwnPurpose(String name, String profile, String authority, DistinguishedName subject, KeySpec key) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,48}");

    public OwnPurpose {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a purpose's name is 1 to 48 of a-z, 0-9 and hyphen");
        }
    }
}
