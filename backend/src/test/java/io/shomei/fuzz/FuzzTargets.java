package io.shomei.fuzz;

import io.shomei.ipallowlist.IpAllowlistFileFuzz;
import io.shomei.kernel.CursorFuzz;
import io.shomei.kernel.LanguageFuzz;
import io.shomei.pki.CertificateBundleFuzz;
import io.shomei.pki.CertificateFuzz;
import io.shomei.pki.CsrFuzz;
import io.shomei.pki.CsrTextFuzz;
import io.shomei.pki.DerFuzz;
import io.shomei.pki.DistinguishedNameFuzz;
import io.shomei.pki.DnTextFuzz;
import io.shomei.pki.HostNameFuzz;
import io.shomei.pki.KeyPossessionFuzz;
import io.shomei.pki.KeySignatureFuzz;
import io.shomei.pki.KeyTextFuzz;
import io.shomei.pki.MailAddressFuzz;
import io.shomei.pki.OcspRequestFuzz;
import io.shomei.pki.SerialNumberFuzz;
import io.shomei.pki.TimeStampRequestFuzz;
import io.shomei.request.bulk.RequestFileFuzz;
import io.shomei.revocation.bulk.NameListFuzz;
import io.shomei.status.ocsp.OcspPathFuzz;
import io.shomei.timestamp.clock.NtpPacketFuzz;
import io.shomei.web.ClientCertHeaderFuzz;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every parser of what strangers send. A new one gets a line here; {@code make fuzz} and {@code make test} take it from here. */
final class FuzzTargets {
    /** Inputs that were once taken wrongly, one directory of the test resources for each target. They stay. */
    private static final String KEPT = "/fuzz";

    private static final SequencedMap<String, FuzzTarget> BY_NAME = new TreeMap<>();

    static {
        add("accept-language", new LanguageFuzz());
        add("certificate", new CertificateFuzz());
        add("certificate-bundle", new CertificateBundleFuzz());
        add("client-cert-header", new ClientCertHeaderFuzz());
        add("csr", new CsrFuzz());
        add("csr-text", new CsrTextFuzz());
        add("cursor", new CursorFuzz());
        add("der", new DerFuzz());
        add("distinguished-name", new DistinguishedNameFuzz());
        add("dn-text", new DnTextFuzz());
        add("host-name", new HostNameFuzz());
        add("ip-allowlist-file", new IpAllowlistFileFuzz());
        add("key-possession", new KeyPossessionFuzz());
        add("key-signature", new KeySignatureFuzz());
        add("key-text", new KeyTextFuzz());
        add("mail-address", new MailAddressFuzz());
        add("name-list", new NameListFuzz());
        add("ntp-packet", new NtpPacketFuzz());
        add("ocsp-path", new OcspPathFuzz());
        add("ocsp-request", new OcspRequestFuzz());
        add("request-file", new RequestFileFuzz());
        add("serial-number", new SerialNumberFuzz());
        add("time-stamp-request", new TimeStampRequestFuzz());
    }

    private FuzzTargets() {}

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    static FuzzTarget get(String name) {
        FuzzTarget target = BY_NAME.get(name);
        if (target == null) {
            throw new IllegalArgumentException("no target " + name + "; there are " + String.join(", ", names()));
        }
        return target;
    }

    /** What the target starts from, and what was found and kept. */
    static List<byte[]> seeds(String name) throws Exception {
        List<byte[]> seeds = new ArrayList<>(get(name).seeds());
        for (Path kept : files(kept().resolve(name))) {
            seeds.add(Files.readAllBytes(kept));
        }
        return seeds;
    }

    static Path kept() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(FuzzTargets.class.getResource(KEPT)).toURI());
    }

    private static List<Path> files(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void add(String name, FuzzTarget target) {
        BY_NAME.put(name, target);
    }
}
