package io.shomei.lint.certificate.br;

import io.shomei.lint.certificate.CertificateRule;
import java.util.List;

/** The rules of this package. A test compares them with its classes. */
public final class BrRules {
    private BrRules() {}

    public static List<CertificateRule> all() {
        return List.of(
                new AddressesAreNotReserved(),
                new AlternativeNamesAreHosts(),
                new AttributesStandInOrder(),
                new AuthorityExtensionsAreComplete(),
                new AuthorityIsForServersOnly(),
                new AuthorityKeyUsageIsPermitted(),
                new AuthorityNamesItself(),
                new AuthorityPoliciesAreAnyOrReserved(),
                new DomainValidatedNamesNobody(),
                new ExtensionsHaveTheirCriticality(),
                new HostsAreNotInternal(),
                new KeyIsRsaOrOnACurve(),
                new OcspSignerExtensionsArePermitted(),
                new OrganizationValidatedNamesItsPlace(),
                new ReservedPolicyIsTheOneWeValidate(),
                new RootValidityIsBounded(),
                new ServerCommonNameIsAnAlternativeName(),
                new ServerKeyUsageIsPermitted(),
                new ServerPurposeStandsAlone(),
                new ServerValidityIsShort(),
                new ServersNameNoUnits(),
                new SignatureAlgorithmIsPermitted(),
                new SubscriberExtensionsAreComplete());
    }

    /** Those that are not about telling everybody that all are met. */
    public static List<CertificateRule> withoutPromise() {
        return all().stream()
                .filter(rule -> !(rule instanceof ReservedPolicyIsTheOneWeValidate))
                .toList();
    }
}
