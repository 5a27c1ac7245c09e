package io.shomei.licence;

import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy and a contract allow.
 *
 * @param most certificates of the tenant, or of each subject
 * @param mostRenewing the same where one of them is renewed
 */
record Allowance(Policy.Quota.Model model, int most, int mostRenewing) {

    static Allowance of(Policy policy, int contracted) {
        Policy.CertificateTerms terms = policy.certificate();
        return policy.quota().model() == Policy.Quota.Model.PER_SUBJECT
                ? new Allowance(policy.quota().model(), terms.maxValidPerSubject(), terms.maxValidDuringRenewal())
                : new Allowance(policy.quota().model(), contracted, contracted);
    }

    /** Those of the claims, in their order, for which there is room beside what is counted already. */
    List<LicenceClaim> grant(List<LicenceClaim> claims, int counted, Map<String, Integer> countedOfSubjects) {
        List<LicenceClaim> granted = new ArrayList<>();
        Map<String, Integer> ofSubjects = new HashMap<>(countedOfSubjects);
        for (LicenceClaim claim : claims) {
            int present = switch (model) {
                case NONE -> Integer.MIN_VALUE;
                case PER_SUBJECT -> ofSubjects.getOrDefault(claim.subject(), 0);
                case PER_CONTRACT, LICENCES -> counted + granted.size();
            };
            if (present < (claim.renewal() ? mostRenewing : most)) {
                granted.add(claim);
                ofSubjects.merge(claim.subject(), 1, Integer::sum);
            }
        }
        return granted;
    }

    /** Log-in certificates of the tenant's administration belong to the service, not to the contract. */
    static boolean counts(Policy.Quota.Model model, CertificateKind kind) {
        return switch (kind) {
            case SERVER, CLIENT, SMIME, CODE_SIGNING, USER -> model != Policy.Quota.Model.NONE;
            case ADMINISTRATOR -> model == Policy.Quota.Model.PER_SUBJECT;
            case OFFICER, OPERATOR, PLATFORM -> false;
        };
    }

    static String[] counted(Policy.Quota.Model model) {
        return Arrays.stream(CertificateKind.values())
                .filter(kind -> counts(model, kind))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    /** Until when a certificate counts, inclusive. Where the policy has an overlap, its successor can be issued before it ends. */
    static Instant countedUntil(Policy.Quota quota, Instant notAfter) {
        Period overlap = quota.renewalOverlap();
        return overlap == null
                ? notAfter
                : notAfter.atOffset(ZoneOffset.UTC).minus(overlap).toInstant();
    }
}
