package io.shomei.testing;

import io.shomei.pki.KeySpec;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates that say what they like, signed by a key of nobody's. */
public final class Forged {
    private Forged() {}

    public static Identity certificate(X500Name issuer, X500Name subject, BigInteger serial) {
        try {
            KeyPair authority = Csrs.key(KeySpec.P256);
            KeyPair key = Csrs.key(KeySpec.P256);
            var holder = new JcaX509v3CertificateBuilder(
                            issuer,
                            serial,
                            Date.from(Instant.now().minusSeconds(3_600)),
                            Date.from(Instant.now().plusSeconds(86_400)),
                            subject,
                            key.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate()));
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
            return new Identity(key.getPrivate(), List.of(certificate));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
