package io.shomei.lint.certificate.rfc;

import io.shomei.lint.certificate.CertificateRule;
import java.util.List;

/** The rules of this package. A test compares them with its classes. */
public final class RfcRules {
    private RfcRules() {}

    public static List<CertificateRule> all() {
        return List.of(
                new AlternativeNamesAreCriticalOnlyWithoutSubject(),
                new AlternativeNamesAreNotEmpty(),
                new AuthorityIsMarkedCritically(),
                new AuthorityKeyIdentifierIsPresent(),
                new CountryIsTwoLetters(),
                new DnsNamesAreWellFormed(),
                new ExtensionsAreUnique(),
                new IssuerIsNotEmpty(),
                new KeyUsageFitsTheKey(),
                new LocatorsAreNotCritical(),
                new MailAddressesAreWellFormed(),
                new NameAttributesFitTheirLimits(),
                new NameStringsHaveTheirType(),
                new OcspSignerIsNotCheckedItself(),
                new OnlyAuthoritiesSignCertificates(),
                new SerialNumberIsPositiveAndShort(),
                new SubjectKeyIdentifierIsPresent(),
                new TimeStampingPurposeStandsAlone(),
                new UniqueIdentifiersAreAbsent(),
                new ValidityIsEncodedByYear(),
                new ValidityRunsForward(),
                new VersionIsThree());
    }
}
