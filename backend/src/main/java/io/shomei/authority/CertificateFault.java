package io.shomei.authority;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** What can be wrong with certificates that were signed elsewhere; the sentences stand in {@code certificate_faults_{ja,en}.properties}. */
enum CertificateFault {
    /** What was sent holds no certificates, too many of them, or something that is none. */
    UNREADABLE,
    /** None of them has the key that waits for its certificate. */
    KEY_DIFFERS,
    SUBJECT_DIFFERS,
    /** It has a name with an attribute that cannot be shown. */
    NAME_UNREADABLE,
    /** RFC 5280 4.2.1.9: basicConstraints with cA TRUE. */
    NO_AUTHORITY,
    /** RFC 5280 4.2.1.3: keyCertSign and cRLSign. */
    KEY_USAGE,
    /** RFC 5280 4.2.1.12: an authority with purposes of its own vouches for no others. */
    PURPOSES,
    /** RFC 5280 4.2.1.2: what it signs names its key by this. */
    KEY_IDENTIFIER,
    /** RFC 5280 4.2.1.13, BR 7.1.2.11.2: it names no list on which it would be revoked. */
    CRL_ADDRESS,
    EXPIRED,
    NOT_YET_VALID,
    /** Signed with a hash that does not hold (BR 7.1.3.2). */
    SIGNATURE_WEAK,
    /** A certificate with the issuer's name is there, but its key did not sign this one. */
    SIGNATURE_WRONG,
    /** The certificate of an issuer is neither among these nor known here. */
    ISSUER_UNKNOWN,
    /** An issuer may not sign authorities, or not so many in a row. */
    ISSUER_UNSUITABLE,
    ISSUER_EXPIRED,
    ISSUER_COMPROMISED,
    /** RFC 5280 6.1: the path does not hold for another reason, such as a name constraint or an unknown critical extension. */
    PATH;

    private static final Texts TEXTS = Texts.load("io/shomei/authority/certificate_faults");

    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<InputFault> told(Collection<CertificateFault> faults, Language language) {
        return faults.stream()
                .map(fault -> new InputFault(
                        "/certificates",
                        null,
                        fault.code(),
                        TEXTS.get(language, fault.code()),
                        TEXTS.get(language, fault.code() + ".cure")))
                .toList();
    }
}
