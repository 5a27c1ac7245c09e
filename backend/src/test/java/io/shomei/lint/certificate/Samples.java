package io.shomei.lint.certificate;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.Fixtures;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.UnsignedCertificate;
import java.security.KeyPair;
import java.util.List;

/** Authorities and certificates that pass every rule; {@link Sample} has one of each kind to spoil. */
public final class Samples {
    public static final KeyPair ROOT_KEY = Fixtures.key("root", KeySpec.P256);
    static final KeyPair AUTHORITY_KEY = Fixtures.key("issuer", KeySpec.P256);

    static final DistinguishedName AUTHORITY_NAME = DistinguishedName.parse("CN=Test Issuing CA,O=Shomei Test,C=JP");

    /** SubjectPublicKeyInfo of an RSA key of 2048 bits. */
    public static final byte[] RSA =
            Fixtures.key("server", KeySpec.RSA_2048).getPublic().getEncoded();

    public static final CertificateDer ROOT = certificate(Sample.root(), ROOT_KEY);
    public static final CertificateDer AUTHORITY = certificate(Sample.authority(), ROOT_KEY);
    static final CertificateDer CLIENT_AUTHORITY = certificate(Sample.clientAuthority(), ROOT_KEY);
    static final CertificateDer MAIL_AUTHORITY = certificate(Sample.mailAuthority(), ROOT_KEY);
    static final CertificateDer CODE_AUTHORITY = certificate(Sample.codeAuthority(), ROOT_KEY);
    static final CertificateDer TIME_AUTHORITY = certificate(Sample.timeAuthority(), ROOT_KEY);
    public static final CertificateDer SERVER = certificate(Sample.server(), AUTHORITY_KEY);

    private Samples() {}

    /** A good certificate of each kind in each programme. */
    public static List<Sample> all() {
        return List.of(
                Sample.root(),
                Sample.root().programme(Programme.TLS),
                Sample.root().programme(Programme.SMIME),
                Sample.root().programme(Programme.CODE_SIGNING),
                Sample.authority(),
                Sample.mailAuthority(),
                Sample.codeAuthority(),
                Sample.timeAuthority(),
                Sample.clientAuthority(),
                Sample.server(),
                Sample.serverRsa(),
                Sample.ocspSigner(),
                Sample.ocspSigner().programme(Programme.PRIVATE),
                Sample.ocspSigner().programme(Programme.SMIME),
                Sample.ocspSigner().programme(Programme.CODE_SIGNING),
                Sample.client(),
                Sample.client().names(RuleChecks.mail("taro@a.ac.jp")),
                Sample.mail(),
                Sample.mailRsa(),
                Sample.person(),
                Sample.code(),
                Sample.timeStamp(),
                Sample.timeStamp().key(RSA).programme(Programme.PRIVATE));
    }

    public static CertificateDer certificate(Sample sample, KeyPair issuer) {
        UnsignedCertificate unsigned = sample.build();
        SignatureScheme scheme = SignatureScheme.forKey(KeySpec.P256);
        return CertificateDer.assemble(unsigned, scheme, scheme.sign(issuer.getPrivate(), unsigned.encoded()));
    }

    /** The subject key identifier of a certificate. */
    public static byte[] keyIdentifier(CertificateDer certificate) {
        return certificate.keyIdentifier().orElseThrow();
    }
}
