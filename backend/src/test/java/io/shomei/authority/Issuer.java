package io.shomei.authority;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import java.io.IOException;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Consumer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.bc.BcX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** An authority that is not ours, and signs whatever a test wants, made by another library. */
record Issuer(String name, KeyPair key, CertificateDer certificate) {
    static final Instant NOW = Instant.parse("2027-04-01T00:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    static Issuer root(String name) {
        return root(name, wanted -> {});
    }

    static Issuer root(String name, Consumer<Wanted> bent) {
        KeyPair key = KeySpec.P256.generate(RANDOM);
        Wanted wanted = new Wanted();
        wanted.pathLength = null;
        bent.accept(wanted);
        return new Issuer(name, key, sign(name, key, name, key.getPublic().getEncoded(), wanted));
    }

    Issuer below(String other, Consumer<Wanted> bent) {
        KeyPair pair = KeySpec.P256.generate(RANDOM);
        Wanted wanted = new Wanted();
        wanted.pathLength = null;
        bent.accept(wanted);
        return new Issuer(other, pair, sign(name, key, other, pair.getPublic().getEncoded(), wanted));
    }

    /** As we want it, until a test bends it. */
    CertificateDer certify(String subject, byte[] publicKeyInfo, Consumer<Wanted> bent) {
        Wanted wanted = new Wanted();
        bent.accept(wanted);
        return sign(name, key, subject, publicKeyInfo, wanted);
    }

    /** What a certificate says. */
    static final class Wanted {
        boolean authority = true;

        @Nullable
        Integer pathLength = 0;

        int usage = KeyUsage.keyCertSign | KeyUsage.cRLSign;

        @Nullable
        KeyPurposeId purpose;

        boolean keyIdentifier = true;
        boolean crlAddress = true;
        Instant notBefore = NOW.minus(Duration.ofDays(1));
        Instant notAfter = NOW.plus(Duration.ofDays(3650));
        String algorithm = "SHA256withECDSA";
        boolean unknownCritical;

        @Nullable
        String onlyNamesBelow;
    }

    private static CertificateDer sign(String issuer, KeyPair key, String subject, byte[] info, Wanted wanted) {
        try {
            var publicKey = SubjectPublicKeyInfo.getInstance(info);
            var builder = new X509v3CertificateBuilder(
                    x500(issuer),
                    new BigInteger(120, RANDOM).setBit(119),
                    Date.from(wanted.notBefore),
                    Date.from(wanted.notAfter),
                    x500(subject),
                    publicKey);
            if (wanted.authority) {
                builder.addExtension(
                        Extension.basicConstraints,
                        true,
                        wanted.pathLength == null
                                ? new BasicConstraints(true)
                                : new BasicConstraints(wanted.pathLength));
            }
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(wanted.usage));
            if (wanted.purpose != null) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(wanted.purpose));
            }
            if (wanted.keyIdentifier) {
                builder.addExtension(
                        Extension.subjectKeyIdentifier,
                        false,
                        new BcX509ExtensionUtils().createSubjectKeyIdentifier(publicKey));
            }
            if (wanted.crlAddress) {
                var address = new GeneralName(GeneralName.uniformResourceIdentifier, "http://pki.example.jp/root.crl");
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(new DistributionPointName(new GeneralNames(address)), null, null)
                }));
            }
            if (wanted.unknownCritical) {
                builder.addExtension(new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1"), true, DERNull.INSTANCE);
            }
            if (wanted.onlyNamesBelow != null) {
                builder.addExtension(
                        Extension.nameConstraints,
                        true,
                        new NameConstraints(
                                new GeneralSubtree[] {
                                    new GeneralSubtree(
                                            new GeneralName(GeneralName.directoryName, x500(wanted.onlyNamesBelow)))
                                },
                                null));
            }
            byte[] der = builder.build(new JcaContentSignerBuilder(wanted.algorithm).build(key.getPrivate()))
                    .getEncoded();
            return CertificateDer.ofDer(der);
        } catch (IOException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code Root} stands for {@code CN=Root,O=Elsewhere,C=JP}. */
    private static X500Name x500(String name) {
        return new X500Name(name.contains("=") ? name : "C=JP,O=Elsewhere,CN=" + name);
    }
}
