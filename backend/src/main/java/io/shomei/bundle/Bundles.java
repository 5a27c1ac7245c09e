package io.shomei.bundle;

import static io.shomei.bundle.BundleProblem.BUNDLE_EMPTY;
import static io.shomei.bundle.BundleProblem.BUNDLE_NOT_OFFERED;
import static io.shomei.bundle.BundleProblem.KEY_FILES_NOT_KEPT;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.shomei.audit.Actor;
import io.shomei.audit.AuditEntry;
import io.shomei.audit.AuditLog;
import io.shomei.audit.AuditOperation;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.certificate.Certificate;
import io.shomei.certificate.CertificateRegister;
import io.shomei.escrow.Escrow;
import io.shomei.escrow.ImportPasswords;
import io.shomei.escrow.KeptKey;
import io.shomei.escrow.KeptKeys;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.TenantId;
import io.shomei.kernel.Texts;
import io.shomei.pki.Pkcs12;
import io.shomei.policy.Policies;
import io.shomei.policy.Policy;
import io.shomei.session.RecentProofs;
import io.shomei.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Hands out what the platform keeps for a tenant's administrator. Each handing out is one line of the history with all names, written
 * before the first octet leaves; files are made while they are sent, and memory stays the same however many there are.
 */
@ApplicationScoped
class Bundles {
    private static final Texts SENTENCES = Texts.load("io/shomei/bundle/refusals");
    /** Files that are made together, on all cores. */
    private static final int CHUNK = 64;

    private final KeptKeys keys;
    private final CertificateRegister register;
    private final ImportPasswords passwords;
    private final Authorities authorities;
    private final Policies policies;
    private final Tenants tenants;
    private final RecentProofs proofs;
    private final AuditLog audit;

    Bundles(
            KeptKeys keys,
            CertificateRegister register,
            ImportPasswords passwords,
            Authorities authorities,
            Policies policies,
            Tenants tenants,
            RecentProofs proofs,
            AuditLog audit) {
        this.keys = keys;
        this.register = register;
        this.passwords = passwords;
        this.authorities = authorities;
        this.policies = policies;
        this.tenants = tenants;
        this.proofs = proofs;
        this.audit = audit;
    }

    /** What is handed out, each under a name of its own; nobody can change it meanwhile, but a revocation ends a key. */
    record Content(TenantId tenant, List<KeptKeys.Name> names) {
        Content {
            Set<String> taken = new HashSet<>();
            names = names.stream().map(name -> numbered(name, taken)).toList();
        }

        /** Two that were replaced may end on the same day. */
        private static KeptKeys.Name numbered(KeptKeys.Name name, Set<String> taken) {
            String fileName = name.fileName();
            for (int number = 2; !taken.add(fileName); number++) {
                fileName = name.fileName() + "_" + number;
            }
            return new KeptKeys.Name(name.certificate(), fileName, name.authority());
        }
    }

    /** Everything that is valid. */
    Content all(Caller caller) {
        requireOffered(caller);
        List<KeptKeys.Name> names = keys.all(caller.tenant());
        if (names.isEmpty()) {
            throw BUNDLE_EMPTY.because("");
        }
        return new Content(caller.tenant(), names);
    }

    /** A selection, all of it or nothing. */
    Content selected(Caller caller, List<String> certificates, Language language) {
        requireOffered(caller);
        List<CertificateId> ids = certificates.stream()
                .flatMap(text -> CertificateId.parse(text).stream())
                .distinct()
                .toList();
        List<KeptKeys.Name> names = keys.among(caller.tenant(), ids);
        Set<String> found =
                names.stream().map(name -> name.certificate().toString()).collect(Collectors.toSet());
        if (certificates.stream().anyMatch(text -> !found.contains(text.toLowerCase(Locale.ROOT)))) {
            throw KEY_FILES_NOT_KEPT.with(faults(caller.tenant(), certificates, ids, found, language));
        }
        return new Content(caller.tenant(), names);
    }

    private List<InputFault> faults(
            TenantId tenant, List<String> certificates, List<CertificateId> ids, Set<String> found, Language language) {
        Map<String, String> names = register.withIds(tenant, ids).stream()
                .collect(Collectors.toMap(each -> each.id().toString(), Certificate::commonName));
        List<InputFault> faults = new ArrayList<>();
        for (int i = 0; i < certificates.size(); i++) {
            String id = certificates.get(i).toLowerCase(Locale.ROOT);
            if (!found.contains(id)) {
                String message = InputFault.about(names.get(id), SENTENCES.get(language, "NOT_KEPT"));
                faults.add(new InputFault("/certificates/" + i, "NOT_KEPT", message));
            }
        }
        return faults;
    }

    /** What files of a tenant begin with: as the policy says, or the tenant's code. */
    String prefix(TenantId tenant) {
        String own = policies.of(tenant).download().prefix();
        return own == null ? tenants.recent(tenant).code().toLowerCase(Locale.ROOT) : own;
    }

    Pkcs12.Profile proposed(TenantId tenant) {
        return policies.of(tenant).p12().proposed();
    }

    /** Writes down who takes what. */
    void tell(Caller caller, AuditOperation operation, Content content, Pkcs12.@Nullable Profile profile) {
        String names = content.names().stream().map(KeptKeys.Name::fileName).collect(Collectors.joining(", "));
        String count = String.valueOf(content.names().size());
        audit.appendNow(AuditEntry.done(content.tenant(), operation, Actor.of(caller))
                .on(names, null)
                .with(profile == null ? Map.of("count", count) : Map.of("count", count, "p12Profile", profile.name())));
    }

    /** What was revoked since the handing out began is left out. */
    void write(Content content, Pkcs12.Profile profile, OutputStream out) throws IOException {
        BundleArchive archive = new BundleArchive(out);
        archive.addAuthorities(authoritiesOf(content));
        String extension = "." + policies.of(content.tenant()).p12().extension();
        for (int from = 0; from < content.names().size(); from += CHUNK) {
            List<KeptKeys.Name> some =
                    content.names().subList(from, Math.min(content.names().size(), from + CHUNK));
            Map<CertificateId, byte[]> files = files(content.tenant(), some, profile);
            for (KeptKeys.Name name : some) {
                byte[] file = files.get(name.certificate());
                if (file != null) {
                    archive.add(name.fileName() + extension, file);
                }
            }
        }
        archive.finish();
    }

    /** Common name and password, no headings; what separates columns may be part of a name (RFC 4180 2). */
    void writePasswords(Content content, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        for (KeptKeys.Name name : content.names()) {
            csv.writeRecord(name.fileName(), passwords.of(content.tenant(), name.certificate()));
        }
        csv.flush();
    }

    private Map<CertificateId, byte[]> files(TenantId tenant, List<KeptKeys.Name> some, Pkcs12.Profile profile) {
        List<CertificateId> ids = some.stream().map(KeptKeys.Name::certificate).toList();
        List<KeptKey> kept = keys.find(tenant, ids);
        Map<CertificateId, Escrow.Kept> opened = keys.open(tenant, ids);
        return kept.parallelStream()
                .filter(key -> opened.containsKey(key.certificate()))
                .collect(Collectors.toConcurrentMap(
                        KeptKey::certificate,
                        key -> keys.write(
                                key,
                                Objects.requireNonNull(opened.get(key.certificate())),
                                passwords.of(tenant, key.certificate()),
                                profile)));
    }

    /** Every authority above the certificates once, the roots first. */
    private List<Authority> authoritiesOf(Content content) {
        Set<String> signers =
                content.names().stream().map(KeptKeys.Name::authority).collect(Collectors.toCollection(TreeSet::new));
        return signers.stream()
                .flatMap(name -> authorities.chainOf(name).reversed().stream())
                .collect(Collectors.toMap(
                        Authority::name, Function.identity(), (first, again) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private void requireOffered(Caller caller) {
        tenants.recent(caller.tenant()).requireActive();
        if (policies.of(caller.tenant()).download().policy() != Policy.Download.Repetition.REPEATABLE) {
            throw BUNDLE_NOT_OFFERED.because("");
        }
        proofs.require(caller);
    }
}
