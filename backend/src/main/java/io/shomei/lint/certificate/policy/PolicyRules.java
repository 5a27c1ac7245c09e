package io.shomei.lint.certificate.policy;

import io.shomei.lint.certificate.CertificateRule;
import java.util.List;

/** The rules of this package. A test compares them with its classes. */
public final class PolicyRules {
    private PolicyRules() {}

    public static List<CertificateRule> all() {
        return List.of(
                new AccessMethodsAreKnown(),
                new AlternativeNamesAreOfKnownKinds(),
                new AlternativeNamesStandOnce(),
                new ExtensionsAreKnown(),
                new IssuerOutlivesTheCertificate(),
                new KeyIsOfAllowedKind(),
                new KeyUsageIsCritical(),
                new LocatorsAreHttp(),
                new NameAttributesAreKnown(),
                new NameAttributesStandOnce(),
                new NameValuesMeanSomething(),
                new NamesAreFlat(),
                new NamesHaveNoHiddenCharacters(),
                new NamesHaveNoSpacesAtTheirEdges(),
                new NoPurposeIsAny(),
                new OcspSignerIsShortLived(),
                new OcspSignerOnlyAnswers(),
                new OfficersMarkIsForLogIn(),
                new OnlyAuthoritiesNameAnyPolicy(),
                new OnlyOcspSignersAreNotChecked(),
                new OnlyRootsNameThemselves(),
                new PurposesLieWithinTheIssuers(),
                new ReservedPoliciesFitTheProgramme(),
                new RevocationListsAreForAllReasons(),
                new RootsSignNoSubscribers(),
                new RsaExponentIsSound(),
                new RsaModulusIsSound(),
                new SerialNumberHasEnoughEntropy(),
                new SignatureAlgorithmIsStrong(),
                new StatusCanBeFound(),
                new SubjectHasItsOwnKey(),
                new SubjectKeyIdentifierIsMadeFromTheKey(),
                new SubscriberHasPurpose(),
                new TimeStamperOnlySigns());
    }
}
