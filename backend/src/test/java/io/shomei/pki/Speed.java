package io.shomei.pki;

import io.shomei.lint.certificate.LintedCertificate;
import io.shomei.lint.certificate.Programme;
import io.shomei.lint.certificate.Sample;
import io.shomei.lint.certificate.Samples;
import io.shomei.lint.crl.LintedCrl;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Measures what {@code docs} promise: run its main method; it asserts nothing. */
final class Speed {
    private Speed() {}

    public static void main(String[] arguments) {
        for (KeySpec spec : List.of(KeySpec.P256, KeySpec.P384, KeySpec.RSA_2048, KeySpec.ED25519)) {
            byte[] csr = Fixtures.csr(spec);
            measure("CSR check " + spec, () -> CsrCheck.ofDer(csr, Set.of(spec)));
        }
        CertificateTemplate template =
                Fixtures.serverTemplate(KeySpec.P256, KeySpec.RSA_2048).build();
        byte[] key = Fixtures.key("server", KeySpec.RSA_2048).getPublic().getEncoded();
        List<AlternativeName> names = Fixtures.dns("www.a.ac.jp", "a.ac.jp");
        SerialNumber serial = Fixtures.serial();
        Instant notAfter = Instant.parse("2027-05-18T23:59:59Z");
        measure("TBS shape", () -> template.shape(serial, Fixtures.NOW, notAfter, Fixtures.SERVER_NAME, key, names));
        for (Sample sample : List.of(Sample.server(), Sample.serverRsa())) {
            UnsignedCertificate unsigned = sample.build();
            measure("lint", () -> LintedCertificate.check(unsigned, Samples.AUTHORITY, Programme.TLS));
        }
        CertificateDer certificate = Fixtures.server(KeySpec.P256, KeySpec.RSA_2048);
        byte[] der = certificate.encoded();
        measure("certificate read", () -> CertificateDer.ofDer(der));
        measure("DN parse", () -> DistinguishedName.parse("CN=www.a.ac.jp,O=A University, Tokyo,L=C,ST=Tokyo,C=JP"));
        for (int run = 0; run < 3; run++) {
            revocationList();
        }
        measure(
                "PKCS#12 modern, 2048 iterations",
                () -> Pkcs12.write(
                        Pkcs12.Profile.MODERN,
                        Pkcs12.ITERATIONS_FOR_GENERATED_PASSWORD,
                        Fixtures.key("server", KeySpec.RSA_2048).getPrivate(),
                        List.of(certificate),
                        "a",
                        "password-1".toCharArray(),
                        Fixtures.ENTROPY));
    }

    private static void revocationList() {
        CrlTemplate template = Fixtures.crlTemplate(KeySpec.P256).build();
        byte[] serial = Fixtures.serial().value().toByteArray();
        long start = System.nanoTime();
        CrlEntryWriter writer = new CrlEntryWriter(1_000_000);
        for (int i = 0; i < 1_000_000; i++) {
            for (int octet = 0; octet < 4; octet++) {
                serial[serial.length - 1 - octet] = (byte) (i >>> (8 * octet));
            }
            writer.add(serial, Fixtures.NOW.plusSeconds(i), RevocationReason.SUPERSEDED, null);
        }
        UnsignedCrl crl = template.over(CrlEntries.of(writer.take(), 1_000_000));
        double encoded = (System.nanoTime() - start) / 1e9;
        LintedCrl.check(crl, Fixtures.issuer(KeySpec.P256));
        double linted = (System.nanoTime() - start) / 1e9;
        byte[] der = Fixtures.sign(crl, "issuer", KeySpec.P256);
        System.out.printf(
                "CRL of 1M entries: encoded after %.2f s, linted after %.2f s, signed after %.2f s, %d octets%n",
                encoded, linted, (System.nanoTime() - start) / 1e9, der.length);
    }

    private static void measure(String what, Supplier<Object> work) {
        for (int round = 0; round < 2; round++) {
            long start = System.nanoTime();
            long count = 0;
            int sink = 0;
            while (System.nanoTime() - start < 1_500_000_000L) {
                sink += work.get().hashCode();
                count++;
            }
            if (round == 1) {
                double micros = (System.nanoTime() - start) / 1e3 / count;
                System.out.printf("%s: %.1f µs, %.0f/s (%08x)%n", what, micros, 1e6 / micros, sink);
            }
        }
    }
}
