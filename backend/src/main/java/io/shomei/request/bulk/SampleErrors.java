package io.shomei.request.bulk;

import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.RequestField;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bends good rows in every way officers and their tools do. */
final class SampleErrors {
    private static final String P256_PROFILE = "12";

    private final SampleTenant tenant;
    private final RegisteredSubject registered;
    private final SecureRandom entropy;
    private final List<Line> lines = new ArrayList<>();

    /** A line and the numbers of the errors in it. */
    record Line(List<String> cells, Set<String> codes) {}

    SampleErrors(SampleTenant tenant, SecureRandom entropy) {
        this.tenant = tenant;
        this.registered = tenant.subject();
        this.entropy = entropy;
    }

    List<Line> lines() {
        SampleRow first = good("www");
        add(first);
        addShapes();
        addCells();
        addNames();
        addCsrs();
        addHosts();
        addContacts();
        KeyPair key = KeySpec.P256.generate(entropy);
        add(row("first-of-two", key));
        add(row("second-of-two", key), "228");
        add(good("www"), "228");
        add(good("last").with(RequestField.SUBSCRIBER_EMAIL, "").with(RequestField.PROFILE, "99"), "201", "223");
        return lines;
    }

    private void addShapes() {
        List<String> shifted = new ArrayList<>(good("shifted").cells());
        shifted.add(7, "山田");
        lines.add(new Line(shifted, Set.of("231")));
        lines.add(new Line(List.of(""), Set.of("231")));
    }

    private void addCells() {
        add(good("no-software").with(RequestField.SOFTWARE, ""), "201");
        add(good("long-name").with(RequestField.SUBSCRIBER_NAME, "山".repeat(65)), "202");
        add(good("letters").with(RequestField.PROFILE, "1a"), "204");
        SampleRow quoted = good("quoted");
        add(quoted.with(RequestField.SUBJECT_DN, '"' + quoted.value(RequestField.SUBJECT_DN) + '"'), "206");
        add(good("reserved").with(RequestField.RESERVED, "1"), "232");
        add(good("profile").with(RequestField.PROFILE, "99"), "223");
    }

    private void addNames() {
        String values = "O=%s,L=%s,ST=%s,C=%s"
                .formatted(registered.organisation(), registered.locality(), registered.state(), registered.country());
        addText("no-names", host("no-names"));
        addSubject("order", values + ",CN=" + host("order"), "206");
        addSubject("missing", "CN=%s,O=%s,C=JP".formatted(host("missing"), registered.organisation()), "206");
        addText("small", "cn=%s,%s".formatted(host("small"), values));
        addText("space", "CN=%s, %s".formatted(host("space"), values));
        addText("twice", "CN=%s,L=Kyoto,%s".formatted(host("twice"), values));
        addSubject("mail-in-dn", "E=a@example.ac.jp,CN=%s,%s".formatted(host("mail-in-dn"), values), "206");
        addSubject("unit", "CN=%s,OU=Library,%s".formatted(host("unit"), values), "371");
        addSubject("city", "CN=%s,%s".formatted(host("city"), values.replace("L=", "L=Default City of ")), "226");
        addSubject("organisation", "CN=%s,%s".formatted(host("organisation"), values.replace("O=", "O=My ")), "226");
    }

    /** A DN that cannot be read. */
    private void addText(String label, String text) {
        add(good(label).with(RequestField.SUBJECT_DN, text), "206");
    }

    /** A DN that can be read; the CSR says the same, so that nothing else is wrong. */
    private void addSubject(String label, String text, String code) {
        KeyPair key = KeySpec.P256.generate(entropy);
        DistinguishedName subject = DistinguishedName.parse(text);
        add(SampleRow.of(subject, host(label), P256_PROFILE, key), code);
    }

    private void addCsrs() {
        SampleRow row = good("csr");
        String csr = row.value(RequestField.CSR);
        add(row.with(RequestField.CSR, csr.replace(csr.charAt(9), '-')), "216");
        add(good("cut").with(RequestField.CSR, csr.substring(0, csr.length() / 8 * 4)), "216");
        SampleRow broken = good("broken");
        byte[] bytes = Base64.getDecoder().decode(broken.value(RequestField.CSR));
        bytes[bytes.length - 1] ^= 1;
        add(broken.with(RequestField.CSR, Base64.getEncoder().encodeToString(bytes)), "217");
        add(good("another").with(RequestField.CSR, good("some-other").value(RequestField.CSR)), "218");
        add(row("rsa1024", "3", weakKey("RSA", new RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4))), "219");
        add(row("exponent3", "3", weakKey("RSA", new RSAKeyGenParameterSpec(2048, BigInteger.valueOf(3)))), "219");
        add(row("p521", "11", weakKey("EC", new ECGenParameterSpec("secp521r1"))), "219");
        add(row("other-kind", "3", KeySpec.P256.generate(entropy)), "219");
    }

    private void addHosts() {
        addHost("www.example.org", "224");
        addHost("www.evil" + tenant.domain(), "224");
        addHost("www." + tenant.lapsedDomain(), "225");
        addHost("192.0.2.1", "227");
        addHost("*." + tenant.domain(), "227");
        addHost("under_score." + tenant.domain(), "227");
        add(good("fqdn").with(RequestField.FQDN, host("other")), "227");
        add(good("no-label").with(RequestField.DNS_NAMES, host("no-label")), "227");
        add(good("comma").with(RequestField.DNS_NAMES, "dNSName=" + host("comma") + ","), "227");
        add(good("nine").with(RequestField.DNS_NAMES, names(9, "nine")), "227");
        add(good("foreign").with(RequestField.DNS_NAMES, "dNSName=www.example.org"), "224");
        add(good("long").with(RequestField.DNS_NAMES, longNames(host("long"), 251)), "227");
    }

    /** One name that makes the list this long together with the FQDN that is added to it. */
    private String longNames(String fqdn, int characters) {
        String label = "a".repeat(60) + ".";
        int length = characters - ",dNSName=".length() - fqdn.length();
        int start = length - "dNSName=".length() - tenant.domain().length() - 1;
        String labels = label.repeat(4).substring(0, start - 1) + "a";
        return "dNSName=" + labels + "." + tenant.domain();
    }

    private void addHost(String host, String code) {
        add(SampleRow.of(registered, host, P256_PROFILE, KeySpec.P256.generate(entropy)), code);
    }

    private void addContacts() {
        add(good("no-at").with(RequestField.SUBSCRIBER_EMAIL, "yamada.example.ac.jp"), "206");
        add(good("two-dots").with(RequestField.SUBSCRIBER_EMAIL, "yama..da@example.ac.jp"), "229");
        add(good("circled").with(RequestField.SUBSCRIBER_UNIT, "第①センター"), "230");
        add(good("ladder").with(RequestField.SUBSCRIBER_NAME, "髙橋花子"), "230");
    }

    private String names(int count, String label) {
        return IntStream.range(0, count)
                .mapToObj(i -> "dNSName=" + i + "." + tenant.domain())
                .collect(Collectors.joining(","))
                .replaceFirst("=0\\.", "=" + label + ".");
    }

    private void add(SampleRow row, String... codes) {
        lines.add(new Line(row.cells(), Set.of(codes)));
    }

    private SampleRow good(String label) {
        return row(label, KeySpec.P256.generate(entropy));
    }

    private SampleRow row(String label, KeyPair key) {
        return row(label, P256_PROFILE, key);
    }

    private SampleRow row(String label, String profile, KeyPair key) {
        return SampleRow.of(registered, host(label), profile, key);
    }

    private String host(String label) {
        return label + "." + tenant.domain();
    }

    /** A key that {@link KeySpec} rightly does not know. */
    private KeyPair weakKey(String family, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            generator.initialize(parameters, entropy);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
