package io.shomei.pki;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Certificates as people keep them in one text: PEM, each by itself or all in a PKCS#7 (RFC 7468 5 and 8), or the base64 of such a
 * file without its lines of hyphens. Text between the blocks is passed over, as OpenSSL writes some.
 */
public final class CertificateBundle {
    public static final int MAX_CHARACTERS = 256 * 1024;
    private static final int MAX_CERTIFICATES = 20;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9# ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";

    private CertificateBundle() {}

    /** The certificates in the order of the text; empty where a block is none, where there is none, or where there are too many. */
    public static Optional<List<CertificateDer>> read(String text) {
        if (text.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        List<CertificateDer> found = new ArrayList<>();
        try {
            Matcher blocks = BLOCK.matcher(text);
            boolean armoured = false;
            while (blocks.find()) {
                armoured = true;
                add(blocks.group(2), found);
            }
            if (!armoured) {
                add(text, found);
            }
        } catch (DerException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
        return found.isEmpty() || found.size() > MAX_CERTIFICATES ? Optional.empty() : Optional.of(List.copyOf(found));
    }

    private static void add(String base64, List<CertificateDer> found) throws DerException {
        byte[] der = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
        DerReader outer = new DerReader(der);
        DerReader content = outer.sequence();
        outer.requireEnd();
        if (content.nextIs(Der.OBJECT_IDENTIFIER)) {
            addAll(content, found);
        } else {
            found.add(certificate(der));
        }
    }

    /** RFC 5652 5.1: of SignedData the certificates; who signed what is of no concern here. */
    private static void addAll(DerReader content, List<CertificateDer> found) throws DerException {
        if (!content.oid().equals(SIGNED_DATA)) {
            throw new DerException("not SignedData");
        }
        DerReader signed = content.enter(0xA0).sequence();
        signed.integer();
        signed.element(Der.SET);
        signed.element(Der.SEQUENCE);
        DerReader certificates = signed.enter(0xA0);
        while (!certificates.atEnd()) {
            found.add(certificate(certificates.element(Der.SEQUENCE)));
        }
    }

    /** One that another library can read, too. */
    private static CertificateDer certificate(byte[] der) {
        CertificateDer certificate = CertificateDer.ofDer(der);
        certificate.toX509();
        return certificate;
    }
}
