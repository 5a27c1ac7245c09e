package io.shomei.lint.ocsp;

import io.shomei.lint.Findings;
import io.shomei.pki.DerException;

/** A nonce that differs, or that nobody sent, looks like a replay. */
final class NonceIsTheOneAsked implements OcspResponseRule {
    @Override
    public String source() {
        return "RFC 9654 2.1";
    }

    @Override
    public void check(OcspTarget answer, Findings findings) throws DerException {
        findings.require(
                answer.data().nonce().equals(answer.asked().nonce()), "the nonce is not the one of the request");
    }
}
