package io.shomei.policy;

import static io.shomei.kernel.KernelProblem.NOT_FOUND;
import static io.shomei.kernel.Role.IS_OPERATOR;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shomei.api.PolicyApi;
import io.shomei.api.PolicyChange;
import io.shomei.api.PolicyCheck;
import io.shomei.api.PolicyChoice;
import io.shomei.api.PolicyDifference;
import io.shomei.api.PolicyDraft;
import io.shomei.api.PolicyKeyList;
import io.shomei.api.PolicyKeyType;
import io.shomei.api.PolicyPreset;
import io.shomei.api.PolicyPresetList;
import io.shomei.api.PolicySentence;
import io.shomei.api.PolicyVersionList;
import io.shomei.api.ProblemError;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.policy.PolicyDocuments.Difference;
import io.shomei.web.CurrentCaller;
import io.shomei.web.EntityTags;
import io.shomei.web.RequestFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

@RunOnVirtualThread
@RolesAllowed(IS_OPERATOR)
class PolicyResource implements PolicyApi {
    private static final TypeReference<Map<String, Object>> MEMBERS = new TypeReference<>() {};

    private final Policies policies;
    private final Presets presets;
    private final PolicyLimits limits;
    private final CurrentCaller caller;
    private final RequestFacts request;
    private final EntityTags tags;
    private final ObjectMapper json;

    PolicyResource(
            Policies policies,
            Presets presets,
            PolicyLimits limits,
            CurrentCaller caller,
            RequestFacts request,
            EntityTags tags,
            ObjectMapper json) {
        this.policies = policies;
        this.presets = presets;
        this.limits = limits;
        this.caller = caller;
        this.request = request;
        this.tags = tags;
        this.json = json;
    }

    @Override
    public io.shomei.api.Policy getPolicy(String id) {
        return policy(policies.present(tenant(id)));
    }

    @Override
    public io.shomei.api.Policy changePolicy(String ifMatch, String id, PolicyChange body) {
        TenantId tenant = tenant(id);
        policies.change(
                caller.get(),
                tenant,
                EntityTags.version(ifMatch),
                body.preset(),
                object(body.overrides()),
                body.comment(),
                request.language());
        return policy(policies.present(tenant));
    }

    @Override
    public PolicyCheck checkPolicy(String id, PolicyDraft body) {
        Language language = request.language();
        Policies.Draft draft = policies.check(tenant(id), body.preset(), object(body.overrides()), language);
        return new PolicyCheck(
                draft.faults().stream()
                        .map(fault -> new ProblemError(
                                fault.pointer(), null, fault.rule(), PolicyTexts.fault(fault, language), null))
                        .toList(),
                differences(draft.fromPreset(), language),
                differences(draft.fromPresent(), language),
                draft.policy() == null ? List.of() : sentences(draft.policy(), language));
    }

    @Override
    public PolicyVersionList listPolicyVersions(String id) {
        Language language = request.language();
        List<PolicyVersion> versions = policies.versions(tenant(id));
        List<io.shomei.api.PolicyVersion> items = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            PolicyVersion version = versions.get(i);
            ObjectNode before =
                    i + 1 < versions.size() ? policies.document(versions.get(i + 1)) : policies.document(version);
            items.add(new io.shomei.api.PolicyVersion(
                    version.version(),
                    version.preset(),
                    version.at(),
                    version.by(),
                    version.comment(),
                    differences(PolicyDocuments.differences(before, policies.document(version)), language)));
        }
        return new PolicyVersionList(items);
    }

    @Override
    public PolicyKeyList listPolicyKeys() {
        Language language = request.language();
        return new PolicyKeyList(
                limits.keys().stream().map(key -> key(key, language)).toList());
    }

    @Override
    public PolicyPresetList listPolicyPresets() {
        return new PolicyPresetList(presets.all().stream()
                .map(preset ->
                        new PolicyPreset(preset.name(), preset.title(request.language()), members(preset.policy())))
                .toList());
    }

    private io.shomei.api.Policy policy(PolicyVersion version) {
        Language language = request.language();
        ObjectNode document = policies.document(version);
        tags.show(version.version());
        return new io.shomei.api.Policy(
                version.version(),
                version.preset(),
                presets.find(version.preset())
                        .map(preset -> preset.title(language))
                        .orElse(version.preset()),
                members(version.overrides()),
                members(document),
                version.at(),
                version.by(),
                version.comment(),
                sentences(PolicyDocuments.bind(json, document, version.version()), language));
    }

    private static io.shomei.api.PolicyKey key(PolicyKey key, Language language) {
        return new io.shomei.api.PolicyKey(
                key.path(),
                key.group(),
                PolicyTexts.group(key.group(), language),
                PolicyTexts.title(key, language),
                PolicyTexts.help(key, language),
                PolicyKeyType.valueOf(key.type().name()),
                key.optional(),
                key.values().stream()
                        .map(value -> new PolicyChoice(value, PolicyTexts.value(key, value, language)))
                        .toList(),
                key.least(),
                key.most(),
                key.atOnce());
    }

    private static List<PolicyDifference> differences(List<Difference> differences, Language language) {
        return differences.stream()
                .map(each -> new PolicyDifference(
                        each.key().path(),
                        PolicyTexts.title(each.key(), language),
                        PolicyTexts.words(each.key(), each.before(), language, ""),
                        PolicyTexts.words(each.key(), each.after(), language, "")))
                .toList();
    }

    private static List<PolicySentence> sentences(Policy policy, Language language) {
        return PolicySentences.of(policy, language).stream()
                .map(each -> new PolicySentence(each.group(), PolicyTexts.group(each.group(), language), each.text()))
                .toList();
    }

    private Map<String, Object> members(ObjectNode values) {
        return json.convertValue(values, MEMBERS);
    }

    private ObjectNode object(Map<String, Object> values) {
        return json.valueToTree(values);
    }

    private static TenantId tenant(String id) {
        return TenantId.parse(id).orElseThrow(() -> NOT_FOUND.because(""));
    }
}
