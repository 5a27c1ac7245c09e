package io.shomei.lint.ocsp;

import io.shomei.pki.CertId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.CertificateTemplate;
import io.shomei.pki.Der;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.Fixtures;
import io.shomei.pki.HashAlgorithm;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.pki.OcspNonce;
import io.shomei.pki.OcspRequest;
import io.shomei.pki.OcspResponseTemplate;
import io.shomei.pki.OcspStatus;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.SingleOcspResponse;
import io.shomei.pki.UnsignedOcspResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A good answer with one thing changed. */
final class OcspSample {
    static final Instant AT = Fixtures.NOW;
    static final CertificateDer ISSUER = Fixtures.issuer(KeySpec.P256);
    static final CertId ASKED = CertId.of(HashAlgorithm.SHA1, ISSUER, Fixtures.serial());
    static final OcspNonce NONCE = OcspNonce.of(new byte[] {1, 2, 3});
    private static final CertificateDer SIGNER = signer(true, true);

    private CertificateDer signer = SIGNER;
    private SignatureScheme scheme = SignatureScheme.ECDSA_WITH_SHA256;
    private OcspRequest asked = new OcspRequest(List.of(ASKED), Optional.of(NONCE));
    private Optional<OcspNonce> nonce = Optional.of(NONCE);
    private final List<SingleOcspResponse> answers = new ArrayList<>();

    /** Good for a day. */
    static OcspSample good() {
        return new OcspSample().with(single(new OcspStatus.Good(), AT, AT.plus(Duration.ofDays(1))));
    }

    static SingleOcspResponse single(OcspStatus status, Instant thisUpdate, @Nullable Instant nextUpdate) {
        return new SingleOcspResponse(ASKED, status, thisUpdate, nextUpdate, null);
    }

    static CertificateDer signer(boolean purpose, boolean noCheck) {
        var template = new CertificateTemplate.Builder(Fixtures.ISSUER_NAME, SignatureScheme.ECDSA_WITH_SHA256)
                .authorityKey(ISSUER.keyIdentifier().orElseThrow())
                .keyUsage(EnumSet.of(KeyUsage.DIGITAL_SIGNATURE))
                .extendedKeyUsage(Set.of(purpose ? ExtendedKeyUsage.OCSP_SIGNING : ExtendedKeyUsage.CLIENT_AUTH))
                .endEntity();
        CertificateTemplate built = noCheck ? template.ocspNoCheck().build() : template.build();
        return Fixtures.sign(
                built,
                Fixtures.key("issuer", KeySpec.P256),
                built.shape(
                        Fixtures.serial(),
                        AT.minus(Duration.ofDays(1)),
                        AT.plus(Duration.ofDays(30)),
                        Fixtures.SERVER_NAME,
                        Fixtures.key("ocsp", KeySpec.P256).getPublic().getEncoded(),
                        List.of()));
    }

    OcspSample with(SingleOcspResponse answer) {
        answers.clear();
        return and(answer);
    }

    OcspSample and(SingleOcspResponse answer) {
        answers.add(answer);
        return this;
    }

    OcspSample signedBy(CertificateDer other) {
        signer = other;
        return this;
    }

    OcspSample signedWith(SignatureScheme other) {
        scheme = other;
        return this;
    }

    OcspSample answeringNonce(Optional<OcspNonce> other) {
        nonce = other;
        return this;
    }

    OcspSample asking(CertId... certificates) {
        asked = new OcspRequest(List.of(certificates), Optional.of(NONCE));
        return this;
    }

    OcspTarget build() {
        return of(new OcspResponseTemplate(signer, scheme).shape(AT, answers, nonce));
    }

    /** The same, with the responder named otherwise, or with a status that no writer of ours makes. */
    OcspTarget raw(byte[] responder, byte[] status, byte[] extensions) {
        byte[] single = Der.sequence(
                ASKED.encoded(),
                status,
                Der.generalizedTime(AT),
                Der.context(0, Der.generalizedTime(AT.plus(Duration.ofDays(1)))),
                extensions);
        return of(UnsignedOcspResponse.ofDer(
                Der.sequence(responder, Der.generalizedTime(AT), Der.sequence(single), new byte[0])));
    }

    private OcspTarget of(UnsignedOcspResponse response) {
        try {
            return OcspTarget.of(response, asked, OcspDelegation.of(signer, ISSUER, scheme));
        } catch (io.shomei.pki.DerException e) {
            throw new AssertionError(e);
        }
    }
}
