package io.shomei.pki;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question about the status of certificates, as a stranger sent it (RFC 6960 4.1.1). Who asks, and whether they signed it, makes
 * no difference to the answer and is not kept.
 *
 * @param certificates at least one, in the order asked
 */
public record OcspRequest(List<CertId> certificates, Optional<OcspNonce> nonce) {
    /** One signature answers for all of them; who has more asks again. */
    public static final int MAX_CERTIFICATES = 100;

    /** Extensions that may be critical, because we understand them, whether or not they change the answer. */
    private static final Set<String> UNDERSTOOD = Set.of(
            Oids.OCSP_NONCE,
            Oids.OCSP_ACCEPTABLE_RESPONSES,
            Oids.OCSP_SERVICE_LOCATOR,
            Oids.OCSP_PREFERRED_SIGNATURE_ALGORITHMS);

    private static final int VERSION = 0xA0;
    private static final int REQUESTOR_NAME = 0xA1;
    private static final int REQUEST_EXTENSIONS = 0xA2;
    private static final int SINGLE_REQUEST_EXTENSIONS = 0xA0;
    private static final int SIGNATURE = 0xA0;

    public OcspRequest {
        certificates = List.copyOf(certificates);
    }

    /**
     * Reads a request whole.
     *
     * @throws DerException where it is malformed in the sense of RFC 6960 2.3
     */
    public static OcspRequest read(byte[] der) throws DerException {
        DerReader outer = new DerReader(der);
        DerReader request = outer.sequence();
        outer.requireEnd();
        DerReader tbs = request.sequence();
        if (request.nextIs(SIGNATURE)) {
            request.enter(SIGNATURE);
        }
        request.requireEnd();
        if (tbs.nextIs(VERSION)) {
            requireVersionOne(tbs.enter(VERSION));
        }
        if (tbs.nextIs(REQUESTOR_NAME)) {
            tbs.enter(REQUESTOR_NAME);
        }
        List<CertId> certificates = certificates(tbs.sequence());
        Optional<OcspNonce> nonce =
                tbs.nextIs(REQUEST_EXTENSIONS) ? nonce(tbs.enter(REQUEST_EXTENSIONS)) : Optional.empty();
        tbs.requireEnd();
        return new OcspRequest(certificates, nonce);
    }

    private static void requireVersionOne(DerReader version) throws DerException {
        if (!version.integer().equals(BigInteger.ZERO)) {
            throw new DerException("not version 1");
        }
        version.requireEnd();
    }

    private static List<CertId> certificates(DerReader list) throws DerException {
        List<CertId> certificates = new ArrayList<>(1);
        while (!list.atEnd()) {
            if (certificates.size() == MAX_CERTIFICATES) {
                throw new DerException("more than " + MAX_CERTIFICATES + " certificates in one request");
            }
            DerReader single = list.sequence();
            certificates.add(CertId.read(single));
            if (single.nextIs(SINGLE_REQUEST_EXTENSIONS)) {
                extensions(single.enter(SINGLE_REQUEST_EXTENSIONS));
            }
            single.requireEnd();
        }
        if (certificates.isEmpty()) {
            throw new DerException("no certificate in the request");
        }
        return certificates;
    }

    private static Optional<OcspNonce> nonce(DerReader explicit) throws DerException {
        for (Extension extension : extensions(explicit)) {
            if (extension.oid().equals(Oids.OCSP_NONCE)) {
                return Optional.of(OcspNonce.read(extension));
            }
        }
        return Optional.empty();
    }

    /** RFC 6960 4.4, RFC 5280 4.2: each once, and none that is critical and not understood. */
    private static List<Extension> extensions(DerReader explicit) throws DerException {
        List<Extension> extensions = Extension.list(explicit);
        Set<String> seen = new HashSet<>();
        for (Extension extension : extensions) {
            if (!seen.add(extension.oid())) {
                throw new DerException("extension " + extension.oid() + " twice");
            }
            if (extension.critical() && !UNDERSTOOD.contains(extension.oid())) {
                throw new DerException("critical extension " + extension.oid() + " is not understood");
            }
        }
        return extensions;
    }
}
