package io.shomei.lint.timestamp;

import java.util.List;

/** The rules of this package. A test compares them with its classes. */
final class TimeStampRules {
    private TimeStampRules() {}

    static List<TimeStampRule> all() {
        return List.of(
                new AccuracyIsASecondOrBetter(),
                new CertificatesAreThereWhenAskedFor(),
                new ContentTypeIsTstInfo(),
                new ExtensionsAreAbsent(),
                new ImprintIsOfAStrongHash(),
                new ImprintIsThatOfTheRequest(),
                new MessageDigestIsThatOfTheContent(),
                new NoOrderIsPromised(),
                new NonceIsThatOfTheRequest(),
                new PolicyIsTheOneAskedFor(),
                new SerialNumberFits160Bits(),
                new SignatureFitsTheSignersKey(),
                new SignedAttributesAreInTheirOrder(),
                new SignerIsForTimeStampsAlone(),
                new SignerIsValidAtTheTime(),
                new SigningCertificateIsNamed(),
                new TimeIsWrittenInItsShortestForm(),
                new VersionIsOne());
    }
}
