package io.shomei.lint;

import java.util.List;

/** The rules by name. The container finds the same ones by itself; a test compares the two. */
final class StandardRules {
    private StandardRules() {}

    static List<CertificateRule> all() {
        return List.of(
                new VersionIsThree(),
                new SerialNumberIsPositiveAndShort(),
                new SerialNumberHasEnoughEntropy(),
                new SignatureAlgorithmIsStrong(),
                new IssuerIsNotEmpty(),
                new ValidityIsEncodedByYear(),
                new ValidityRunsForward(),
                new ServerValidityIsShort(),
                new UniqueIdentifiersAreAbsent(),
                new ExtensionsAreUnique(),
                new LocatorsAreNotCritical(),
                new SubjectKeyIdentifierIsPresent(),
                new AuthorityKeyIdentifierIsPresent(),
                new KeyUsageIsCritical(),
                new KeyUsageFitsTheKey(),
                new OnlyAuthoritiesSignCertificates(),
                new AuthorityIsMarkedCritically(),
                new SubscriberHasPurpose(),
                new ServerPurposeStandsAlone(),
                new TimeStampingPurposeStandsAlone(),
                new OcspSignerIsNotCheckedItself(),
                new AlternativeNamesAreCriticalOnlyWithoutSubject(),
                new AlternativeNamesAreNotEmpty(),
                new ServerHasDnsName(),
                new ServerCommonNameIsAnAlternativeName(),
                new DnsNamesAreWellFormed(),
                new MailAddressesAreWellFormed(),
                new CountryIsTwoLetters(),
                new NameAttributesFitTheirLimits(),
                new NameStringsHaveTheirType(),
                new NameValuesMeanSomething(),
                new KeyIsOfAllowedKind(),
                new RsaExponentIsSound(),
                new StatusCanBeFound(),
                new LocatorsAreHttp());
    }
}
