package io.shomei.issuancejob;

import static io.shomei.issuancejob.IssuanceJobProblem.CERTIFICATES_NOT_RENEWABLE;
import static io.shomei.issuancejob.IssuanceJobProblem.NOTHING_TO_RENEW;

import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.certificate.ExpiryPlace;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy;
import io.shomei.profile.CertificateKind;
import io.shomei.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the certificates that are to have successors. */
@ApplicationScoped
class Successors {
    private static final Texts SENTENCES = Texts.load("io/shomei/issuancejob/refusals");
    private static final int AT_ONCE = 500;

    private final CertificateRegister register;
    private final InstantSource clock;

    Successors(CertificateRegister register, InstantSource clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * Those that were named, in the order of their names.
     *
     * @throws io.shomei.kernel.ProblemException CERTIFICATES_NOT_RENEWABLE with every one that cannot be renewed
     */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Certificate> named(Tenant tenant, Policy policy, CertificateKind kind, List<String> named, Language language) {
        List<CertificateId> ids = named.stream()
                .flatMap(text -> CertificateId.parse(text).stream())
                .distinct()
                .toList();
        Map<CertificateId, Certificate> found = register.withIds(tenant.id(), ids).stream()
                .collect(Collectors.toMap(Certificate::id, Function.identity()));
        Renewable renewable = new Renewable(policy.renewal(), kind, tenant.timeZone(), clock.instant());
        List<Certificate> good = new ArrayList<>();
        List<InputFault> faults = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Certificate certificate =
                    CertificateId.parse(named.get(i)).map(found::get).orElse(null);
            String pointer = "/certificates/" + i;
            renewable
                    .refusal(certificate)
                    .ifPresentOrElse(
                            refusal -> faults.add(new InputFault(
                                    pointer,
                                    refusal.name(),
                                    InputFault.about(
                                            certificate == null ? null : certificate.commonName(),
                                            SENTENCES.get(language, refusal.name())))),
                            () -> good.add(certificate));
        }
        if (!faults.isEmpty()) {
            throw CERTIFICATES_NOT_RENEWABLE.with(faults);
        }
        return sorted(good);
    }

    /** All that end until a moment and can be renewed, in the order of their names. */
    @Transactional(Transactional.TxType.MANDATORY)
    List<Certificate> ending(Tenant tenant, Policy policy, CertificateKind kind, Instant until) {
        Instant now = clock.instant();
        Renewable renewable = new Renewable(policy.renewal(), kind, tenant.timeZone(), now);
        List<Certificate> all = new ArrayList<>();
        ExpiryPlace place = ExpiryPlace.before(now);
        List<Certificate> some;
        do {
            some = register.ending(tenant.id(), place, until, AT_ONCE);
            for (Certificate certificate : some) {
                place = ExpiryPlace.of(certificate);
                if (renewable.refusal(certificate).isEmpty()) {
                    all.add(certificate);
                }
            }
        } while (some.size() == AT_ONCE);
        if (all.isEmpty()) {
            throw NOTHING_TO_RENEW.because("");
        }
        return sorted(all);
    }

    private static List<Certificate> sorted(List<Certificate> some) {
        return some.stream()
                .sorted(Comparator.comparing(Certificate::commonName).thenComparing(Certificate::id))
                .toList();
    }
}
