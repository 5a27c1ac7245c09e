package io.shomei.issuance;

import static io.shomei.testing.Interoperability.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.authority.Authorities;
import io.shomei.authority.Authority;
import io.shomei.kernel.TenantId;
import io.shomei.pki.CertificateDer;
import io.shomei.pki.ExtendedKeyUsage;
import io.shomei.pki.KeySpec;
import io.shomei.pki.Tool;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import io.shomei.testing.Certifier;
import io.shomei.testing.Fixtures;
import io.shomei.testing.ShomeiTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A certificate of every profile with every kind of key it takes is issued, and every other implementation verifies it with its
 * chain, for what the profile says it is for. A new profile, or another kind of key in one, is in here by itself.
 */
@ShomeiTest
class EveryProfileTest {
    private static final String ROOT = "root.pem";
    /** Issued once for all verifiers. */
    private static List<Subject> subjects = List.of();

    @Inject
    Fixtures given;

    @Inject
    Certifier certifier;

    @Inject
    Profiles profiles;

    @Inject
    Authorities authorities;

    @TempDir
    Path directory;

    /** A certificate that is to be verified, under the name of its files. */
    private record Subject(
            String name, Profile profile, KeySpec key, CertificateDer certificate, List<CertificateDer> issuers) {

        String file() {
            return name + ".pem";
        }

        String chain() {
            return certificate.pem() + issuers.stream().map(CertificateDer::pem).collect(Collectors.joining());
        }

        ExtendedKeyUsage purpose() {
            return profile.purposes().contains(ExtendedKeyUsage.EMAIL_PROTECTION)
                    ? ExtendedKeyUsage.EMAIL_PROTECTION
                    : profile.purposes().iterator().next();
        }
    }

    /** Who verifies, and how. Each is given all certificates and has to be content with each that it has a word for. */
    private enum Verifier {
        OPENSSL("OpenSSL") {
            @Override
            Map<Subject, String> verify(EveryProfileTest test, List<Subject> subjects) throws Exception {
                Map<Subject, String> seen = new LinkedHashMap<>();
                for (var group :
                        groups(subjects, subject -> purpose(subject.purpose())).entrySet()) {
                    List<String> command = new ArrayList<>(List.of(
                            "openssl",
                            "verify",
                            "-x509_strict",
                            "-purpose",
                            group.getKey(),
                            "-CAfile",
                            ROOT,
                            "-untrusted",
                            "issuers.pem"));
                    group.getValue().forEach(subject -> command.add(subject.file()));
                    String output = Tool.ok(test.directory, command.toArray(String[]::new));
                    for (Subject subject : group.getValue()) {
                        assertThat(output).contains(subject.file() + ": OK");
                        seen.put(subject, "openssl verify -x509_strict -purpose " + group.getKey());
                    }
                }
                return seen;
            }

            /* OpenSSL 3.0 has no word for programs and documents. */
            private static String purpose(ExtendedKeyUsage purpose) {
                return switch (purpose) {
                    case SERVER_AUTH -> "sslserver";
                    case CLIENT_AUTH -> "sslclient";
                    case EMAIL_PROTECTION -> "smimesign";
                    case TIME_STAMPING -> "timestampsign";
                    case OCSP_SIGNING -> "ocsphelper";
                    case CODE_SIGNING, DOCUMENT_SIGNING, SMARTCARD_LOGON -> "any";
                };
            }
        },

        GNUTLS("GnuTLS") {
            @Override
            Map<Subject, String> verify(EveryProfileTest test, List<Subject> subjects) throws Exception {
                Map<Subject, String> seen = new LinkedHashMap<>();
                for (Subject subject : subjects) {
                    String oid = subject.purpose().oid();
                    assertThat(Tool.ok(
                                    test.directory,
                                    "certtool",
                                    "--verify",
                                    "--verify-purpose",
                                    oid,
                                    "--infile",
                                    "chain-" + subject.file(),
                                    "--load-ca-certificate",
                                    ROOT))
                            .as(subject.name())
                            .contains("Verified. The certificate is trusted.");
                    seen.put(subject, "certtool --verify --verify-purpose " + oid);
                }
                return seen;
            }
        },

        NSS("NSS") {
            @Override
            Map<Subject, String> verify(EveryProfileTest test, List<Subject> subjects) throws Exception {
                Files.createDirectories(test.directory.resolve("nss"));
                Tool.ok(test.directory, "certutil", "-N", "-d", "sql:nss", "--empty-password");
                StringBuilder batch = new StringBuilder("-A -n root -t CT,C,C -a -i %s%n".formatted(ROOT));
                test.authorities.all().stream()
                        .filter(authority -> !authority.isRoot() && isKnown(authority))
                        .forEach(authority -> batch.append(
                                "-A -n %s -t ,, -a -i ca-%s.pem%n".formatted(authority.name(), authority.name())));
                Map<Subject, String> seen = new LinkedHashMap<>();
                int questions = 0;
                for (Subject subject : subjects) {
                    for (String usage : usages(subject)) {
                        if (!seen.containsKey(subject)) {
                            batch.append("-A -n %s -t ,, -a -i %s%n".formatted(subject.name(), subject.file()));
                        }
                        batch.append("-V -n %s -u %s%n".formatted(subject.name(), usage));
                        seen.merge(subject, "certutil -V -u " + usage, (first, next) -> first + ", -u " + usage);
                        questions++;
                    }
                }
                Files.writeString(test.directory.resolve("batch"), batch);
                String output = Tool.ok(test.directory, "certutil", "-B", "-i", "batch", "-d", "sql:nss");
                assertThat(output.lines().filter(line -> line.contains("certificate is valid")))
                        .as(output)
                        .hasSize(questions);
                return seen;
            }

            private boolean isKnown(Authority authority) {
                return authority.certificate().keySpec().filter(this::knows).isPresent();
            }

            /* NSS of Debian knows no Ed25519. */
            @Override
            boolean knows(KeySpec key) {
                return super.knows(key) && key != KeySpec.ED25519;
            }

            /* NSS has no word for time stamps and documents. */
            private static List<String> usages(Subject subject) {
                return switch (subject.purpose()) {
                    case SERVER_AUTH -> List.of("V");
                    case CLIENT_AUTH -> List.of("C");
                    case EMAIL_PROTECTION -> subject.profile().usages().size() > 1 ? List.of("S", "R") : List.of("S");
                    case OCSP_SIGNING -> List.of("O");
                    case CODE_SIGNING -> List.of("J");
                    case TIME_STAMPING, DOCUMENT_SIGNING, SMARTCARD_LOGON -> List.of();
                };
            }
        },

        PYTHON("Python cryptography") {
            @Override
            Map<Subject, String> verify(EveryProfileTest test, List<Subject> subjects) throws Exception {
                Files.writeString(test.directory.resolve("verify.py"), """
                        import sys
                        from cryptography import x509
                        try:
                            from cryptography.x509 import verification as v
                            v.ExtensionPolicy
                        except (ImportError, AttributeError):
                            print("verifies no chains")
                            sys.exit()
                        def read(name):
                            return x509.load_pem_x509_certificates(open(name, "rb").read())
                        store = v.Store(read("root.pem"))
                        criticality = v.Criticality.AGNOSTIC
                        client = v.ExtensionPolicy.webpki_defaults_ee().may_be_present(
                            x509.SubjectAlternativeName, criticality, None)
                        for line in sys.stdin.read().split():
                            kind, name, host = line.split("/")
                            chain = read("chain-" + name)
                            builder = v.PolicyBuilder().store(store)
                            if kind == "server":
                                builder.build_server_verifier(x509.DNSName(host)).verify(chain[0], chain[1:])
                            else:
                                builder = builder.extension_policies(
                                    ca_policy=v.ExtensionPolicy.webpki_defaults_ca(), ee_policy=client)
                                builder.build_client_verifier().verify(chain[0], chain[1:])
                            print("good", name)
                        """);
                Map<Subject, String> seen = new LinkedHashMap<>();
                StringBuilder asked = new StringBuilder();
                for (Subject subject : subjects) {
                    verifier(subject).ifPresent(kind -> {
                        asked.append("%s/%s/%s%n"
                                .formatted(
                                        kind,
                                        subject.file(),
                                        String.join("", subject.certificate().dnsNames())));
                        seen.put(subject, "x509.verification, build_" + kind + "_verifier");
                    });
                }
                Files.writeString(test.directory.resolve("asked"), asked);
                String output = Tool.ok(test.directory, "sh", "-c", "python3 verify.py < asked");
                Assumptions.assumeFalse(output.contains("verifies no chains"), "an old version of cryptography");
                assertThat(output.lines())
                        .containsExactlyElementsOf(seen.keySet().stream()
                                .map(subject -> "good " + subject.file())
                                .toList());
                return seen;
            }

            /* What the web has, which is no Ed25519. */
            @Override
            boolean knows(KeySpec key) {
                return super.knows(key) && key != KeySpec.ED25519;
            }

            /* It knows TLS, at both ends. */
            private static Optional<String> verifier(Subject subject) {
                return subject.profile().purposes().contains(ExtendedKeyUsage.SERVER_AUTH)
                        ? Optional.of("server")
                        : subject.profile().purposes().contains(ExtendedKeyUsage.CLIENT_AUTH)
                                ? Optional.of("client")
                                : Optional.empty();
            }
        },

        JDK("JDK") {
            @Override
            Map<Subject, String> verify(EveryProfileTest test, List<Subject> subjects) throws Exception {
                var parameters = new PKIXParameters(test.authorities.all().stream()
                        .filter(Authority::isRoot)
                        .map(root -> new TrustAnchor(root.certificate().toX509(), null))
                        .collect(Collectors.toSet()));
                parameters.setRevocationEnabled(false);
                Map<Subject, String> seen = new LinkedHashMap<>();
                for (Subject subject : subjects) {
                    List<X509Certificate> path = Stream.concat(
                                    Stream.of(subject.certificate()), subject.issuers().stream())
                            .map(CertificateDer::toX509)
                            .toList();
                    CertPathValidator.getInstance("PKIX")
                            .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
                    assertThat(path.getFirst().getExtendedKeyUsage())
                            .contains(subject.purpose().oid());
                    seen.put(subject, "CertPathValidator PKIX");
                }
                return seen;
            }

            @Override
            boolean knows(KeySpec key) {
                return true;
            }
        };

        private final String tool;

        Verifier(String tool) {
            this.tool = tool;
        }

        /** How each certificate was asked about; refusing is failing. */
        abstract Map<Subject, String> verify(EveryProfileTest test, List<Subject> subjects) throws Exception;

        /** Debian's versions of these tools have no word for post-quantum keys; PostQuantumTest asks a newer OpenSSL where there is one. */
        boolean knows(KeySpec key) {
            return key != KeySpec.ML_DSA_65;
        }
    }

    @BeforeEach
    void issueOnce() throws IOException {
        if (subjects.isEmpty()) {
            TenantId tenant = given.tenant("a").withPreset("platform").id();
            List<String> delivered = delivered();
            subjects = profiles.all().stream()
                    .filter(profile -> delivered.contains(profile.id()))
                    .flatMap(profile -> profile.keys().stream().map(key -> subject(tenant, profile, key)))
                    .toList();
        }
        Files.writeString(directory.resolve(ROOT), root().pem());
        StringBuilder issuers = new StringBuilder();
        for (Authority authority : authorities.all()) {
            String pem = authority.certificate().pem();
            Files.writeString(directory.resolve("ca-" + authority.name() + ".pem"), pem);
            issuers.append(authority.isRoot() ? "" : pem);
        }
        Files.writeString(directory.resolve("issuers.pem"), issuers);
        for (Subject subject : subjects) {
            Files.writeString(
                    directory.resolve(subject.file()), subject.certificate().pem());
            Files.writeString(directory.resolve("chain-" + subject.file()), subject.chain());
        }
    }

    /** Other tests make profiles of their own. */
    private static List<String> delivered() throws IOException {
        try (InputStream in = EveryProfileTest.class.getResourceAsStream("/io/shomei/profile/profiles.json")) {
            return StreamSupport.stream(
                            new ObjectMapper().readTree(in).path("profiles").spliterator(), false)
                    .map(profile -> profile.path("id").asText())
                    .toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyCertificateIsTakenByEverybody(Verifier verifier) throws Exception {
        Map<Subject, String> seen = verifier.verify(
                this,
                subjects.stream()
                        .filter(subject -> verifier.knows(subject.key()))
                        .toList());
        assertThat(seen).isNotEmpty();
        groups(seen.keySet().stream().toList(), subject -> subject.profile().id())
                .forEach((profile, all) -> accepted(
                        "Certificate of profile %s, %s"
                                .formatted(
                                        profile,
                                        all.stream()
                                                .map(subject -> subject.key().displayName())
                                                .collect(Collectors.joining(", "))),
                        verifier.tool,
                        String.valueOf(seen.get(all.getFirst()))));
    }

    private Subject subject(TenantId tenant, Profile profile, KeySpec key) {
        // Every authority has its answers signed for itself.
        Profile signed =
                profile.authority().equals(Profile.EACH_AUTHORITY) ? Certifier.signedBy("client", profile) : profile;
        String name = (profile.id() + "-" + key).toLowerCase(Locale.ROOT).replace('_', '-');
        Outcome.Issued issued =
                certifier.issue(tenant, signed, key, name + ".a.ac.jp").issued();
        return new Subject(name, profile, key, issued.certificate(), authorities.intermediatesOf(issued.authority()));
    }

    private CertificateDer root() {
        return authorities.all().getFirst().certificate();
    }

    private static Map<String, List<Subject>> groups(List<Subject> subjects, Function<Subject, String> by) {
        return subjects.stream().collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
    }
}
