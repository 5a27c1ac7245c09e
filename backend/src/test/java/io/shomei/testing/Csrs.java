package io.shomei.testing;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.KeySpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Certificate signing requests as applicants make them, by another library than the one that reads them. */
public final class Csrs {
    private static final SecureRandom ENTROPY = new SecureRandom();

    private Csrs() {}

    public static KeyPair key(KeySpec spec) {
        return spec.generate(ENTROPY);
    }

    /** A key that no profile takes. */
    public static KeyPair weakKey(String family, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(parameters, ENTROPY);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @param dn in the order of its text, most specific part first or last
     */
    public static byte[] der(String dn, KeyPair key) {
        return der(dn, key, key.getPublic().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
    }

    public static byte[] der(String dn, KeyPair key, String algorithm) {
        try {
            PKCS10CertificationRequest request = new JcaPKCS10CertificationRequestBuilder(
                            new X500Name(reversed(dn)), key.getPublic())
                    .build(new JcaContentSignerBuilder(algorithm).build(key.getPrivate()));
            return request.getEncoded();
        } catch (OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** One line, as a request file holds it. */
    public static String base64(String dn, KeyPair key) {
        return Base64.getEncoder().encodeToString(der(dn, key));
    }

    public static String pem(String dn, KeyPair key) {
        return CertificateDer.pem("CERTIFICATE REQUEST", der(dn, key));
    }

    /** OpenSSL writes C first; people write CN first. */
    private static String reversed(String dn) {
        String[] parts = dn.split(",(?=[A-Z]+=)");
        StringBuilder reversed = new StringBuilder();
        for (int i = parts.length - 1; i >= 0; i--) {
            reversed.append(reversed.isEmpty() ? "" : ",").append(parts[i]);
        }
        return reversed.toString();
    }
}
