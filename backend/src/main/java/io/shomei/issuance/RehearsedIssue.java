package io.shomei.issuance;

import io.shomei.authority.Authority;
import io.shomei.lint.Finding;
import io.shomei.lint.Rule;
import io.shomei.pki.AlternativeName;
import io.shomei.pki.DistinguishedName;
import io.shomei.profile.Lifetime;
import io.shomei.profile.Profile;
import java.util.List;
import java.util.Optional;

/**
 * The certificate that would be issued, and what stands against it. There is nothing in it that could be used as one.
 *
 * @param authority who would sign; empty where nobody does now
 * @param policyVersion of the policy that would govern it
 * @param lifetime what its validity is reckoned from: the profile's, as the policy has it
 * @param text for reading; empty while it cannot be shaped
 * @param rules that were asked about it; none while it cannot be shaped
 */
record RehearsedIssue(
        Profile profile,
        Optional<Authority> authority,
        Optional<DistinguishedName> subject,
        List<AlternativeName> names,
        Optional<Key> key,
        int policyVersion,
        Lifetime lifetime,
        Lifetime.Reckoning validity,
        Optional<String> text,
        List<? extends Rule<?>> rules,
        List<Finding> findings,
        List<RehearsalFault> faults) {

    RehearsedIssue {
        names = List.copyOf(names);
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
        faults = List.copyOf(faults);
    }

    /**
     * The subject's key.
     *
     * @param sample whether it only stands for one
     * @param sha256 of the SubjectPublicKeyInfo
     */
    record Key(String description, boolean sample, byte[] sha256, boolean usedBefore) {}
}
