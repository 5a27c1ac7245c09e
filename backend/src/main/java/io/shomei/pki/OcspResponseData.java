package io.shomei.pki;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ResponseData taken apart (RFC 6960 4.2.1).
 *
 * @param responderKey the hash that names the responder; null where it is named otherwise
 */
// A record of DER is compared nowhere; copying its arrays would cost more than reading them.
@SuppressWarnings("ArrayRecordComponent")
public record OcspResponseData(
        byte @Nullable [] responderKey, Instant producedAt, List<Single> answers, List<Extension> extensions) {

    private static final int GOOD = 0x80;
    private static final int REVOKED = 0xA1;
    private static final int UNKNOWN = 0x82;

    public OcspResponseData {
        answers = List.copyOf(answers);
        extensions = List.copyOf(extensions);
    }

    /**
     * The answer about one certificate.
     *
     * @param reason the code of the reason, or -1 where there is none
     */
    public record Single(
            CertId certificate,
            Kind kind,
            @Nullable Instant revokedAt,
            int reason,
            Instant thisUpdate,
            @Nullable Instant nextUpdate,
            List<Extension> extensions) {

        public Single {
            extensions = List.copyOf(extensions);
        }
    }

    /** What is said of a certificate. */
    public enum Kind {
        GOOD,
        REVOKED,
        UNKNOWN
    }

    public static OcspResponseData read(byte[] der) throws DerException {
        DerReader outer = new DerReader(der);
        DerReader data = outer.sequence();
        outer.requireEnd();
        byte[] responder = responderKey(data);
        Instant producedAt = moment(data);
        DerReader list = data.sequence();
        List<Single> answers = new ArrayList<>(1);
        while (!list.atEnd()) {
            answers.add(single(list.sequence()));
        }
        List<Extension> extensions = data.nextIs(0xA1) ? Extension.list(data.enter(0xA1)) : List.of();
        data.requireEnd();
        return new OcspResponseData(responder, producedAt, answers, extensions);
    }

    /** The nonce, where there is one. */
    public Optional<OcspNonce> nonce() throws DerException {
        for (Extension extension : extensions) {
            if (extension.oid().equals(Oids.OCSP_NONCE)) {
                return Optional.of(OcspNonce.read(extension));
            }
        }
        return Optional.empty();
    }

    private static byte @Nullable [] responderKey(DerReader data) throws DerException {
        if (!data.nextIs(0xA2)) {
            data.enter(0xA1);
            return null;
        }
        DerReader explicit = data.enter(0xA2);
        byte[] hash = explicit.contents(Der.OCTET_STRING);
        explicit.requireEnd();
        return hash;
    }

    private static Single single(DerReader single) throws DerException {
        CertId certificate = CertId.read(single);
        Kind kind = kind(single.nextTag());
        DerReader status = single.enter(single.nextTag());
        Instant revokedAt = null;
        int reason = -1;
        if (kind == Kind.REVOKED) {
            revokedAt = moment(status);
            reason = status.nextIs(0xA0) ? reason(status.enter(0xA0)) : -1;
        }
        status.requireEnd();
        Instant thisUpdate = moment(single);
        Instant nextUpdate = single.nextIs(0xA0) ? moment(single.enter(0xA0)) : null;
        List<Extension> extensions = single.nextIs(0xA1) ? Extension.list(single.enter(0xA1)) : List.of();
        single.requireEnd();
        return new Single(certificate, kind, revokedAt, reason, thisUpdate, nextUpdate, extensions);
    }

    private static Instant moment(DerReader parent) throws DerException {
        if (!parent.nextIs(Der.GENERALIZED_TIME)) {
            throw new DerException("not a GeneralizedTime");
        }
        return parent.time();
    }

    private static Kind kind(int tag) throws DerException {
        return switch (tag) {
            case GOOD -> Kind.GOOD;
            case REVOKED -> Kind.REVOKED;
            case UNKNOWN -> Kind.UNKNOWN;
            default -> throw new DerException("no such status");
        };
    }

    private static int reason(DerReader explicit) throws DerException {
        byte[] code = explicit.contents(Der.ENUMERATED);
        explicit.requireEnd();
        if (code.length != 1 || code[0] < 0) {
            throw new DerException("no such reason");
        }
        return new BigInteger(code).intValue();
    }
}
