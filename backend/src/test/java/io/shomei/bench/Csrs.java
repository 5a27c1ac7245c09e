package io.shomei.bench;

import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import java.security.KeyPair;
import java.util.Base64;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** CSRs of the demonstration tenant. */
public final class Csrs {
    private Csrs() {}

    static String dn(String host) {
        return "CN=" + host + ",O=Shomei University,L=Chiyoda-ku,ST=Tokyo,C=JP";
    }

    /** Base64 of the DER. */
    static String of(KeyPair key, String host) {
        try {
            SignatureScheme scheme =
                    SignatureScheme.forKey(KeySpec.of(key.getPublic()).orElseThrow());
            byte[] der = new JcaPKCS10CertificationRequestBuilder(
                            new X500Name("C=JP,ST=Tokyo,L=Chiyoda-ku,O=Shomei University,CN=" + host), key.getPublic())
                    .build(new JcaContentSignerBuilder(scheme.jcaName()).build(key.getPrivate()))
                    .getEncoded();
            return Base64.getEncoder().encodeToString(der);
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A row of a request file. */
    public static String row(KeyPair key, String host, String profile) {
        return String.join(
                "\t",
                dn(host),
                profile,
                "",
                "",
                "",
                "",
                of(key, host),
                "山田花子",
                "情報基盤センター",
                "yamada@example.ac.jp",
                host,
                "nginx 1.28",
                "");
    }
}
