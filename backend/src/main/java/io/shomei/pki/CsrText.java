package io.shomei.pki;

import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the wrapping off a certificate request. */
final class CsrText {
    private static final int MAX_CHARACTERS = 64 * 1024;

    /** RFC 7468 7; NEW is what old tools write (its appendix A). */
    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN (NEW )?CERTIFICATE REQUEST-----([A-Za-z0-9+/=\\s]*)-----END (NEW )?CERTIFICATE REQUEST-----");

    private CsrText() {}

    static CsrCheck ofBase64(String text, Set<KeySpec> allowed) {
        return text.contains("-----BEGIN") ? ofPem(text, allowed) : decoded(text, allowed);
    }

    static CsrCheck ofPem(String text, Set<KeySpec> allowed) {
        if (text.length() > MAX_CHARACTERS) {
            return bad(CsrFault.TOO_LARGE);
        }
        Matcher pem = PEM.matcher(text);
        return pem.find() ? decoded(pem.group(2), allowed) : bad(CsrFault.NOT_BASE64);
    }

    private static CsrCheck decoded(String base64, Set<KeySpec> allowed) {
        if (base64.length() > MAX_CHARACTERS) {
            return bad(CsrFault.TOO_LARGE);
        }
        try {
            return CsrReader.check(Base64.getDecoder().decode(base64.replaceAll("\\s", "")), allowed);
        } catch (IllegalArgumentException e) {
            return bad(CsrFault.NOT_BASE64);
        }
    }

    private static CsrCheck bad(CsrFault fault) {
        return new CsrCheck.Bad(List.of(fault), null);
    }
}
