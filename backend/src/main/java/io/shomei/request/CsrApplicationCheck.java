package io.shomei.request;

import static io.shomei.pki.AttributeType.C;
import static io.shomei.pki.AttributeType.CN;
import static io.shomei.pki.AttributeType.L;
import static io.shomei.pki.AttributeType.O;
import static io.shomei.pki.AttributeType.OU;
import static io.shomei.pki.AttributeType.ST;

import io.shomei.pki.AttributeType;
import io.shomei.pki.CsrCheck;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.DnsName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.VerifiedCsr;
import io.shomei.profile.CertificateKind;
import io.shomei.tenant.Domain;
import io.shomei.tenant.PermittedNames;
import io.shomei.text.PlainCharacters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules for applying for a server or code-signing certificate, in one place for files and single requests. Everything that is wrong
 * is found in one go. What only the register knows (a DN or key that was used before) is added by who has the register.
 */
public final class CsrApplicationCheck {
    private static final List<AttributeType> SUBJECT = List.of(CN, O, L, ST, C);

    private final CsrApplication application;
    private final CheckContext context;
    private final RowErrors errors = new RowErrors();

    private CsrApplicationCheck(CsrApplication application, CheckContext context) {
        this.application = application;
        this.context = context;
    }

    public static CsrApplicationResult check(CsrApplication application, CheckContext context) {
        return new CsrApplicationCheck(application, context).check();
    }

    private CsrApplicationResult check() {
        // 1. The profile is one the tenant may use; it decides which keys are allowed.
        PermittedProfile profile = errors.profile(application.profile(), context);
        Set<KeySpec> keys = profile == null ? EnumSet.allOf(KeySpec.class) : profile.keys();
        // 2. The DN has its form and the registered values.
        DistinguishedName stated = kept(errors.subject(application.subject()));
        if (stated != null) {
            checkAttributes(stated);
            errors.checkRegistered(RequestField.SUBJECT_DN, stated, context.subject());
        }
        // 3. The CSR is sound, its key is good and its sender holds it; it names the same subject.
        CsrCheck csr = application.csr() == null ? null : CsrCheck.ofBase64(application.csr(), keys);
        if (csr instanceof CsrCheck.Bad bad && application.csr() != null) {
            CsrFaults.add(errors, bad.faults(), application.csr(), keys);
        }
        DistinguishedName named = kept(subjectIn(csr));
        if (named != null && application.subjectFromCsr()) {
            checkSubjectOfCsr(named);
        } else if (named != null && stated != null && !stated.sameAttributes(named)) {
            errors.add(RequestField.CSR, RowErrorCode.CSR_SUBJECT, named.text(), stated.text());
        }
        // 4. Every name lies in a domain that is permitted today; who signs code has a legible name, and some domain.
        DistinguishedName subject = application.subjectFromCsr() ? named : stated;
        String commonName = subject == null ? null : subject.first(CN).orElse(null);
        PermittedNames names = namesFor(commonName);
        // 5. The person responsible can be written to, and every system can show who that is.
        errors.checkCharacters(RequestField.SUBSCRIBER_NAME, application.name());
        errors.checkCharacters(RequestField.SUBSCRIBER_UNIT, application.unit());
        errors.checkCharacters(RequestField.SOFTWARE, application.software());
        errors.checkMail(RequestField.SUBSCRIBER_EMAIL, application.email());
        return result(commonName, csr, names);
    }

    private PermittedNames namesFor(@Nullable String commonName) {
        if (isServer()) {
            return new ServerNames(context, errors)
                    .check(commonName, application.subjectFromCsr(), application.fqdn(), application.dnsNames());
        }
        errors.checkPlain(AttributeType.CN, commonName, PlainCharacters.OF_NAMES);
        errors.checkAnyDeadline(context);
        return PermittedNames.NONE;
    }

    private CsrApplicationResult result(@Nullable String commonName, @Nullable CsrCheck csr, PermittedNames names) {
        VerifiedCsr verified = csr instanceof CsrCheck.Good(VerifiedCsr good) ? good : null;
        String profile = application.profile();
        // BR 7.1.4.3: the CN is, character for character, one of the SAN's names, which are in lower case.
        String name = commonName == null || !isServer() ? commonName : commonName.toLowerCase(Locale.ROOT);
        CsrIssue issue = null;
        if (errors.isEmpty() && name != null && verified != null && profile != null) {
            issue = new CsrIssue(context.subject().named(name), verified, names, profile, subscriber());
        }
        String fingerprint = verified == null ? null : HexFormat.of().formatHex(verified.keyFingerprint());
        return new CsrApplicationResult(errors.all(), issue, name, fingerprint);
    }

    private boolean isServer() {
        return application.kind() == CertificateKind.SERVER;
    }

    /** Certificates from before the end of OU are renewed without it. */
    private @Nullable DistinguishedName kept(@Nullable DistinguishedName subject) {
        if (subject == null || !application.renewal() || subject.all(OU).isEmpty()) {
            return subject;
        }
        return DistinguishedName.of(subject.attributes().stream()
                .filter(attribute -> attribute.type() != OU)
                .toList());
    }

    /**
     * No value of OU is taken any more; of one that was never registered for the domain it is said, too, because then it was a mistake from the
     * beginning.
     */
    private void checkUnits(DistinguishedName subject) {
        Optional<Domain> domain =
                subject.first(CN).flatMap(DnsName::parse).flatMap(host -> Domain.nearest(host, context.domains()));
        Set<String> listed = domain.map(Domain::permittedUnits).orElse(Set.of());
        String unlisted =
                subject.all(OU).stream().filter(unit -> !listed.contains(unit)).collect(Collectors.joining(", "));
        if (unlisted.isEmpty()) {
            errors.add(RequestField.SUBJECT_DN, RowErrorCode.OU_ABOLISHED, String.join(", ", subject.all(OU)));
        } else {
            errors.add(
                    RequestField.SUBJECT_DN,
                    RowErrorCode.OU_NOT_LISTED,
                    unlisted,
                    domain.map(Domain::name).orElse("–"));
        }
    }

    /** CN, O, L, ST, C, each once and in this order. OU ended with BR 7.1.2.7.4. */
    private void checkAttributes(DistinguishedName subject) {
        List<AttributeType> types = new ArrayList<>(6);
        subject.attributes().forEach(attribute -> types.add(attribute.type()));
        if (types.equals(SUBJECT)) {
            return;
        }
        if (types.removeIf(type -> type == OU)) {
            checkUnits(subject);
        }
        String missing = labels(SUBJECT, types);
        String extra = labels(types, SUBJECT);
        if (!missing.isEmpty()) {
            errors.add(RequestField.SUBJECT_DN, RowErrorCode.DN_MISSING_ATTRIBUTE, missing);
        }
        if (!extra.isEmpty()) {
            errors.add(RequestField.SUBJECT_DN, RowErrorCode.DN_EXTRA_ATTRIBUTE, extra);
        }
        if (missing.isEmpty() && extra.isEmpty() && !types.equals(SUBJECT)) {
            errors.add(RequestField.SUBJECT_DN, RowErrorCode.DN_ORDER);
        }
    }

    private static String labels(List<AttributeType> types, List<AttributeType> without) {
        return types.stream()
                .filter(type -> !without.contains(type))
                .map(AttributeType::label)
                .collect(Collectors.joining(", "));
    }

    /** Only its CN is used, which is joined to the registered values; what else it names must be those values. */
    private void checkSubjectOfCsr(DistinguishedName named) {
        errors.checkRegistered(RequestField.CSR, named, context.subject());
        if (named.first(CN).isEmpty()) {
            errors.add(RequestField.CSR, RowErrorCode.CSR_SUBJECT_WITHOUT_CN);
        }
    }

    private static @Nullable DistinguishedName subjectIn(@Nullable CsrCheck csr) {
        return switch (csr) {
            case null -> null;
            case CsrCheck.Good(VerifiedCsr good) -> good.subject();
            case CsrCheck.Bad bad -> bad.subject();
        };
    }

    private Subscriber subscriber() {
        return new Subscriber(
                orEmpty(application.name()),
                orEmpty(application.unit()),
                orEmpty(application.email()),
                orEmpty(application.software()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
