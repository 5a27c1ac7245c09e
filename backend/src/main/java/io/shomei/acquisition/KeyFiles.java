package io.shomei.acquisition;

import static io.shomei.enrolment.EnrolmentProblem.FORMAT_NOT_OFFERED;

import io.shomei.account.Account;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.Certificate;
import io.shomei.enrolment.DeliveredFile;
import io.shomei.enrolment.KeyFileWish;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.ConfigurationProfile;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.P12.Format;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Makes the key files of accounts: the key, its certificate and the chain under a password that is kept nowhere. */
@ApplicationScoped
class KeyFiles {
    private final LogInSubjects subjects;
    private final Authorities authorities;
    private final Tenants tenants;
    private final Policies policies;
    private final SecureRandom random;

    KeyFiles(LogInSubjects subjects, Authorities authorities, Tenants tenants, Policies policies, SecureRandom random) {
        this.subjects = subjects;
        this.authorities = authorities;
        this.tenants = tenants;
        this.policies = policies;
        this.random = random;
    }

    /** What the policy offers. */
    List<KeyFileWish.Form> forms(Account account) {
        List<KeyFileWish.Form> forms = new ArrayList<>();
        List<Format> offered = policies.of(account.tenant()).p12().formats();
        if (offered.contains(Format.P12) || offered.contains(Format.PFX)) {
            forms.add(KeyFileWish.Form.P12);
        }
        if (offered.contains(Format.MOBILECONFIG)) {
            forms.add(KeyFileWish.Form.MOBILECONFIG);
        }
        return forms;
    }

    void requireOffered(Account account, KeyFileWish wish) {
        if (!forms(account).contains(wish.form())) {
            throw FORMAT_NOT_OFFERED.because("%s", wish.form());
        }
    }

    /**
     * @param iterations as many as the password needs
     * @param password ends with this call
     */
    DeliveredFile write(
            Account account,
            Certificate certificate,
            PrivateKey key,
            int iterations,
            char[] password,
            KeyFileWish wish) {
        Policy.P12 policy = policies.of(account.tenant()).p12();
        CertificateDer leaf = CertificateDer.ofDer(certificate.der());
        List<CertificateDer> above = authorities.chainOf(certificate.authority()).stream()
                .map(Authority::certificate)
                .toList();
        String friendlyName = subjects.friendlyName(account, certificate.commonName(), certificate.notAfter());
        byte[] file = Pkcs12.write(
                wish.protection(policy.proposed()),
                iterations,
                key,
                Stream.concat(Stream.of(leaf), above.stream()).toList(),
                friendlyName,
                password,
                random);
        Arrays.fill(password, '\0');
        String name = LogInSubjects.fileName(account);
        String p12 = name + "." + policy.extension();
        if (wish.form() == KeyFileWish.Form.P12) {
            return DeliveredFile.ofKey(p12, file);
        }
        return DeliveredFile.ofProfile(
                name,
                new ConfigurationProfile(
                        friendlyName, tenants.recent(account.tenant()).nameJa(), p12, file, null, above));
    }
}
