package io.shomei.authority;

import io.shomei.pki.CertificateDer;
import io.shomei.pki.CsrCheck;
import io.shomei.pki.KeySpec;
import io.shomei.pki.VerifiedCsr;
import java.util.Arrays;
import java.util.EnumSet;

/**
 * A generation whose key is here and whose certificate is being signed elsewhere: by an offline root, for instance.
 *
 * @param csr what is to be signed (PKCS#10, in DER)
 */
record PendingAuthority(String name, String line, int generation, String label, byte[] csr) implements Generation {

    /** The request as whoever signs it reads it. */
    VerifiedCsr request() {
        return switch (CsrCheck.ofDer(csr, EnumSet.allOf(KeySpec.class))) {
            case CsrCheck.Good good -> good.csr();
            case CsrCheck.Bad bad -> throw new IllegalStateException("the request of " + name + " has " + bad.faults());
        };
    }

    String pem() {
        return CertificateDer.pem("CERTIFICATE REQUEST", csr);
    }

    /** It issues from now on, in the place of the generation before it. */
    Authority certified(CertificateDer certificate, String issuer) {
        return new Authority(name, line, generation, label, issuer, Authority.State.ACTIVE, certificate, 1, true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PendingAuthority pending
                && name.equals(pending.name)
                && Arrays.equals(csr, pending.csr);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name + ", waiting for its certificate";
    }
}
