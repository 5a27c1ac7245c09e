package io.shomei.pki;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What came of checking a certificate request (RFC 2986). Foreign bytes: whatever they hold, one of the two comes out. */
public sealed interface CsrCheck {

    /** The request is well formed, its key is good and its sender holds that key. */
    record Good(VerifiedCsr csr) implements CsrCheck {}

    /**
     * Everything that is wrong with it.
     *
     * @param subject what it names, where that could be read, so that the name's own faults are reported together with these
     */
    record Bad(List<CsrFault> faults, @Nullable DistinguishedName subject) implements CsrCheck {
        public Bad {
            faults = List.copyOf(faults);
        }
    }

    static CsrCheck ofDer(byte[] der, Set<KeySpec> allowed) {
        return CsrReader.check(der, allowed);
    }

    /** The base64 of the DER in one line, as request files carry it. PEM lines around it are taken off. */
    static CsrCheck ofBase64(String oneLineBase64, Set<KeySpec> allowed) {
        return CsrText.ofBase64(oneLineBase64, allowed);
    }

    /** PEM (RFC 7468), with whatever a program wrote before and after it. */
    static CsrCheck ofPem(String pem, Set<KeySpec> allowed) {
        return CsrText.ofPem(pem, allowed);
    }
}
