package io.shomei.lint.ocsp;

import io.shomei.pki.DerException;
import io.shomei.pki.OcspRequest;
import io.shomei.pki.OcspResponseData;
import io.shomei.pki.UnsignedOcspResponse;

/**
 * An answer as the rules see it: what it says, read back from its bytes, beside what was asked and who is to sign.
 *
 * @param data what the bytes say
 */
public record OcspTarget(OcspResponseData data, OcspRequest asked, OcspDelegation delegation) {

    static OcspTarget of(UnsignedOcspResponse response, OcspRequest asked, OcspDelegation delegation)
            throws DerException {
        return new OcspTarget(response.read(), asked, delegation);
    }
}
