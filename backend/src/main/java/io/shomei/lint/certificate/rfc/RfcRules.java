package io.shomei.lint.certificate.rfc;

import io.shomei.lint.certificate.CertificateRule;
import java.util.List;

/** The rules of this package. A test compares them with its classes. */
public final class RfcRules {
    private RfcRules() {}

    public static List<CertificateRule> all() {
        return List.of(
                new AddressesHaveTheirLength(),
                new AlternativeNamesAreCriticalOnlyWithoutSubject(),
                new AlternativeNamesAreNotEmpty(),
                new AuthorityHasAName(),
                new AuthorityInformationIsNotEmpty(),
                new AuthorityIsMarkedCritically(),
                new AuthorityKeyIdentifierIsPresent(),
                new AuthorityKeyIdentifierNamesTheIssuersKey(),
                new ConstraintsAreCritical(),
                new CountryIsTwoLetters(),
                new CriticalExtensionsAreKnown(),
                new CrlLocationsAreNamed(),
                new DnsNamesAreWellFormed(),
                new ExtensionsArePresent(),
                new ExtensionsAreUnique(),
                new IssuerIsAnAuthority(),
                new IssuerIsNotEmpty(),
                new IssuerIsTheIssuersSubject(),
                new KeyAlgorithmIsWrittenExactly(),
                new KeyUsageFitsTheKey(),
                new KeyUsageIsEncodedMinimally(),
                new LocatorsAreNotCritical(),
                new MailAddressOfTheSubjectIsAnAlternativeName(),
                new MailAddressesAreWellFormed(),
                new NameAttributesFitTheirLimits(),
                new NameConstraintsAreWellFormed(),
                new NameStringsHaveTheirType(),
                new NameStringsHoldTheirCharacters(),
                new NamesLieWithinTheIssuersConstraints(),
                new OcspNoCheckIsNull(),
                new OcspSignerIsNotCheckedItself(),
                new OnlyAuthoritiesConstrain(),
                new OnlyAuthoritiesSignCertificates(),
                new PathLengthIsKept(),
                new PoliciesAreNamedOnce(),
                new PolicyConstraintsAreNotEmpty(),
                new PolicyQualifiersAreWellFormed(),
                new PurposesAreNamedOnce(),
                new PurposesFitTheKeyUsage(),
                new SerialNumberIsPositiveAndShort(),
                new SignatureFitsTheIssuersKey(),
                new SubjectKeyIdentifierIsPresent(),
                new TimeStampingPurposeStandsAlone(),
                new UniqueIdentifiersAreAbsent(),
                new UrisAreAbsolute(),
                new ValidityIsEncodedByYear(),
                new ValidityRunsForward(),
                new VersionIsThree());
    }
}
