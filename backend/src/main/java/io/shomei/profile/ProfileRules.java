package io.shomei.profile;

import io.shomei.pki.AttributeType;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import io.shomei.pki.KeyUsage;
import io.shomei.profile.Ceilings.Ceiling;
import io.shomei.profile.ProfileFault.Code;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What every profile satisfies, delivered or changed. Everything that is wrong is found together. */
final class ProfileRules {
    private static final int MAX_NAME = 64;
    /** X.660: the first arc is 0, 1 or 2, and below 0 and 1 there are forty; no arc has leading zeros. */
    private static final Pattern OID =
            Pattern.compile("([01]\\.([0-9]|[1-3][0-9])|2\\.(0|[1-9][0-9]*))(\\.(0|[1-9][0-9]*))+");

    private static final String ANY_POLICY = "2.5.29.32.0";
    /** These serve for nothing else: BR 7.1.2.7.10, Code Signing BR 7.1.2.3, RFC 3161 2.3, BR 7.1.2.8.5. */
    private static final Set<ExtendedKeyUsage> ALONE = EnumSet.of(
            ExtendedKeyUsage.SERVER_AUTH,
            ExtendedKeyUsage.CODE_SIGNING,
            ExtendedKeyUsage.TIME_STAMPING,
            ExtendedKeyUsage.OCSP_SIGNING);

    private static final Set<ExtendedKeyUsage> SIGN_ONLY =
            EnumSet.of(ExtendedKeyUsage.CODE_SIGNING, ExtendedKeyUsage.TIME_STAMPING, ExtendedKeyUsage.OCSP_SIGNING);

    private final Profile profile;
    private final SigningLines lines;
    private final List<ProfileFault> faults = new ArrayList<>();

    private ProfileRules(Profile profile, SigningLines lines) {
        this.profile = profile;
        this.lines = lines;
    }

    static List<ProfileFault> faults(Profile profile, SigningLines lines) {
        var rules = new ProfileRules(profile, lines);
        rules.name("/settings/names/ja", profile.name().ja());
        rules.name("/settings/names/en", profile.name().en());
        rules.keys();
        rules.authority();
        rules.period();
        rules.policy();
        rules.purposes();
        rules.usages();
        rules.alternativeNames();
        rules.deliveries();
        rules.subject();
        rules.ceilings();
        return List.copyOf(rules.faults);
    }

    private void name(String pointer, String name) {
        if (name.isBlank()) {
            add(pointer, Code.NAME_EMPTY);
        } else if (name.codePointCount(0, name.length()) > MAX_NAME) {
            add(pointer, Code.NAME_TOO_LONG, String.valueOf(MAX_NAME));
        }
    }

    private void keys() {
        if (profile.keys().isEmpty()) {
            add("/settings/keys", Code.KEYS_EMPTY);
        }
        for (KeySpec key : profile.keys()) {
            if (!profile.limits().keys().contains(key)) {
                add("/settings/keys", Code.KEY_NOT_OFFERED, key.displayName());
            }
            // Code Signing BR 6.1.5.2.
            if (profile.purposes().contains(ExtendedKeyUsage.CODE_SIGNING) && key == KeySpec.RSA_2048) {
                add("/settings/keys", Code.KEY_TOO_SMALL, key.displayName(), KeySpec.RSA_3072.displayName());
            }
            if (profile.usages().stream().noneMatch(usage -> usage.fits(key))) {
                add("/settings/keys", Code.KEY_CANNOT_SERVE, key.displayName());
            }
        }
    }

    /** RFC 6960 4.2.2.2: who answers for an authority is certified by that authority itself. */
    private void authority() {
        if (profile.isOcspSigner() != profile.authority().equals(Profile.EACH_AUTHORITY)) {
            add("/settings/authority", Code.AUTHORITY_NOT_CHANGEABLE);
        } else if (!profile.isOcspSigner() && lines.labelOf(profile.authority()).isEmpty()) {
            add("/settings/authority", Code.AUTHORITY_UNKNOWN, profile.authority());
        }
    }

    private void period() {
        Period shortest = profile.limits().shortest();
        Period longest = profile.limits().longest();
        Period period = profile.lifetime().period();
        if (Profile.Limits.isLonger(shortest, longest) || !Profile.Limits.isLonger(shortest, Period.ZERO)) {
            add("/limits", Code.LIMITS_CROSSED);
        }
        if (Profile.Limits.isLonger(shortest, period)) {
            add("/settings/validity", Code.PERIOD_TOO_SHORT, shortest.toString());
        }
        if (Profile.Limits.isLonger(period, longest)) {
            add("/settings/validity", Code.PERIOD_TOO_LONG, longest.toString());
        }
    }

    private void policy() {
        if (!OID.matcher(profile.policy()).matches()) {
            add("/settings/policy", Code.POLICY_NOT_OID);
        } else if (profile.policy().equals(ANY_POLICY)) {
            // RFC 5280 4.2.1.4: it would say nothing.
            add("/settings/policy", Code.POLICY_ANY);
        }
    }

    private void purposes() {
        if (profile.purposes().isEmpty()) {
            add("/purposes", Code.PURPOSE_MISSING);
        }
        profile.purposes().stream()
                .filter(purpose -> ALONE.contains(purpose) && profile.purposes().size() > 1)
                .forEach(purpose -> add("/purposes", Code.PURPOSE_NOT_ALONE, purpose.displayName()));
    }

    private void usages() {
        for (KeyUsage usage : profile.usages()) {
            switch (usage) {
                case KEY_CERT_SIGN, CRL_SIGN -> add("/usages", Code.USAGE_NOT_SUBSCRIBERS, usage.displayName());
                case KEY_ENCIPHERMENT, DATA_ENCIPHERMENT, KEY_AGREEMENT -> {
                    if (profile.purposes().stream().anyMatch(SIGN_ONLY::contains)) {
                        add("/usages", Code.USAGE_TOO_WIDE, usage.displayName());
                    }
                }
                case DIGITAL_SIGNATURE, NON_REPUDIATION -> {
                    // What every subscriber may do.
                }
            }
        }
    }

    /** BR 7.1.2.7.12: servers have host names. S/MIME BR 7.1.4.2.1: mail has addresses. Nothing else names either. */
    private void alternativeNames() {
        EnumSet<NameKind> wanted = EnumSet.noneOf(NameKind.class);
        if (profile.purposes().contains(ExtendedKeyUsage.SERVER_AUTH)) {
            wanted.add(NameKind.DNS);
        }
        if (profile.purposes().contains(ExtendedKeyUsage.EMAIL_PROTECTION)) {
            wanted.add(NameKind.EMAIL);
        }
        if (!wanted.equals(profile.alternativeNames())) {
            add("/alternativeNames", Code.NAMES_WRONG);
        }
    }

    /** BR 6.1.1.3, Code Signing BR 6.2.7: the applicant makes the key and keeps it. */
    private void deliveries() {
        boolean applicants = profile.kind() == CertificateKind.SERVER || profile.kind() == CertificateKind.CODE_SIGNING;
        if (profile.deliveries().isEmpty() || (applicants && profile.platformMayMakeKey())) {
            add("/deliveries", Code.KEY_NOT_APPLICANTS);
        }
    }

    private void subject() {
        Set<AttributeType> seen = new HashSet<>();
        profile.subject().parts().stream()
                .map(SubjectTemplate.Part::type)
                .filter(type -> !seen.add(type))
                .forEach(type -> add("/subject", Code.SUBJECT_REPEATED, type.label()));
    }

    /** Programmes only ever shorten. */
    private void ceilings() {
        List<Ceiling> steps = profile.lifetime().ceilings().steps();
        if (steps.isEmpty() && profile.programme().boundsValidity()) {
            add("/lifetime/ceilings", Code.CEILINGS_MISSING, profile.programme().name());
        }
        for (int i = 0; i < steps.size(); i++) {
            boolean follows = i == 0
                    || (steps.get(i).from().isAfter(steps.get(i - 1).from())
                            && steps.get(i).days() < steps.get(i - 1).days());
            if (!follows || steps.get(i).days() < 1) {
                add("/lifetime/ceilings", Code.CEILINGS_UNORDERED);
            }
        }
    }

    private void add(String pointer, Code code, String... facts) {
        faults.add(new ProfileFault(pointer, code, List.of(facts)));
    }
}
