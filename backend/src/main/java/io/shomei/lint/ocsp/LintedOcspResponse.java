package io.shomei.lint.ocsp;

import io.shomei.lint.Linter;
import io.shomei.pki.OcspRequest;
import io.shomei.pki.UnsignedOcspResponse;

/** Proof that an answer passed every rule, for the question it answers and the signer it was made for. An OCSP signer signs nothing else. */
public final class LintedOcspResponse {
    private static final Linter<OcspTarget> LINTER = new Linter<>(OcspResponseRules.all());

    private final UnsignedOcspResponse response;

    private LintedOcspResponse(UnsignedOcspResponse response) {
        this.response = response;
    }

    /** Refuses with {@code LINT_FAILED}, naming every finding. */
    public static LintedOcspResponse check(
            UnsignedOcspResponse response, OcspRequest asked, OcspDelegation delegation) {
        LINTER.require(() -> OcspTarget.of(response, asked, delegation));
        return new LintedOcspResponse(response);
    }

    public UnsignedOcspResponse response() {
        return response;
    }
}
