package io.shomei.issuance;

import static io.shomei.kernel.Role.IS_OFFICER;
import static io.shomei.kernel.Role.IS_OPERATOR;

import io.shomei.api.Ceiling;
import io.shomei.api.IssuanceApi;
import io.shomei.api.LintFinding;
import io.shomei.api.LintRule;
import io.shomei.api.ProblemError;
import io.shomei.api.RehearsedKey;
import io.shomei.api.RehearsedValidity;
import io.shomei.api.Rounding;
import io.shomei.api.SubjectValue;
import io.shomei.authority.Authority;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.lint.Finding;
import io.shomei.lint.Rule;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.Attribute;
import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Lifetime;
import io.shomei.profile.Profile;
import io.shomei.profile.ProfileSettings;
import io.shomei.web.CurrentCaller;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@RunOnVirtualThread
class RehearsalResource implements IssuanceApi {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final Rehearsals rehearsals;
    private final CurrentCaller caller;
    private final RequestFacts request;

    RehearsalResource(Rehearsals rehearsals, CurrentCaller caller, RequestFacts request) {
        this.rehearsals = rehearsals;
        this.caller = caller;
        this.request = request;
    }

    @Override
    @RolesAllowed({IS_OFFICER, IS_OPERATOR})
    public io.shomei.api.RehearsedIssue rehearseIssue(String id, io.shomei.api.Rehearsal body) {
        Language language = request.language();
        var rehearsal = new Rehearsal(
                id,
                body.csr(),
                body.key() == null ? null : KeySpec.valueOf(body.key().name()),
                body.subject() == null
                        ? null
                        : body.subject().stream()
                                .map(RehearsalResource::attribute)
                                .toList(),
                body.dnsNames(),
                Optional.ofNullable(body.emails()).orElse(List.of()),
                body.at(),
                settings(body.settings()));
        return answer(rehearsals.rehearse(caller.get(), rehearsal, language), language);
    }

    private static io.shomei.api.RehearsedIssue answer(RehearsedIssue issue, Language language) {
        return new io.shomei.api.RehearsedIssue(
                issue.profile().id(),
                issue.profile().version(),
                issue.authority().map(Authority::name).orElse(null),
                issue.authority().map(Authority::label).orElse(null),
                issue.subject().map(DistinguishedName::text).orElse(null),
                texts(issue.names(), AlternativeName.Host.class),
                texts(issue.names(), AlternativeName.Email.class),
                issue.key()
                        .map(key -> new RehearsedKey(
                                key.description(), key.sample(), HEX.formatHex(key.sha256()), key.usedBefore()))
                        .orElse(null),
                issue.policyVersion(),
                validity(issue.lifetime(), issue.validity()),
                issue.text().orElse(null),
                issue.rules().stream().map(RehearsalResource::rule).toList(),
                issue.findings().stream().map(RehearsalResource::finding).toList(),
                issue.faults().stream().map(fault -> error(fault.in(language))).toList());
    }

    private static List<String> texts(List<AlternativeName> names, Class<? extends AlternativeName> kind) {
        return names.stream()
                .filter(kind::isInstance)
                .map(AlternativeName::text)
                .toList();
    }

    private static RehearsedValidity validity(Lifetime lifetime, Lifetime.Reckoning reckoning) {
        return new RehearsedValidity(
                reckoning.validity().notBefore(),
                reckoning.validity().notAfter(),
                lifetime.period().toString(),
                Rounding.valueOf(lifetime.rounding().name()),
                RehearsedValidity.BoundEnum.valueOf(reckoning.bound().name()),
                reckoning.wished(),
                reckoning.ceiling() == null
                        ? null
                        : new Ceiling(
                                reckoning.ceiling().from(), reckoning.ceiling().days()));
    }

    private static LintRule rule(Rule<?> rule) {
        return new LintRule(rule.name(), rule.source());
    }

    private static LintFinding finding(Finding finding) {
        return new LintFinding(finding.rule(), finding.source(), finding.detail());
    }

    private static ProblemError error(InputFault fault) {
        return new ProblemError(fault.pointer(), null, fault.code(), fault.message(), fault.cure());
    }

    private static Attribute attribute(SubjectValue value) {
        return new Attribute(AttributeType.valueOf(value.type().name()), value.value());
    }

    private static @Nullable ProfileSettings settings(io.shomei.api.@Nullable ProfileSettings settings) {
        return settings == null
                ? null
                : ProfileSettings.of(
                        new Profile.Name(settings.names().ja(), settings.names().en()),
                        settings.keys().stream().map(Enum::name),
                        settings.authority(),
                        settings.validity(),
                        settings.rounding().name(),
                        settings.policy());
    }
}
