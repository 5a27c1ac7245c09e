package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.shomei.pki.KeySpec;
import io.shomei.testing.Csrs;
import io.shomei.testing.Fixtures;
import io.shomei.testing.Http;
import io.shomei.testing.Person;
import io.shomei.testing.Row;
import io.shomei.testing.ShomeiTest;
import io.shomei.testing.Steps;
import jakarta.inject.Inject;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the rows of an uploaded file are told. */
@ShomeiTest
class CheckRequestFileTest {
    @Inject
    Fixtures given;

    @Inject
    Http http;

    @Inject
    Steps steps;

    private Fixtures.Organisation tenant;
    private Person sato;

    @BeforeEach
    void anOfficer() {
        tenant = given.tenant("a").withDomain("a.ac.jp").withDomain("lapsed.ac.jp", Duration.ofDays(-1));
        sato = tenant.officer("Hanako Sato");
    }

    @Test
    void everyRowIsToldEveryErrorOfIts() {
        Row good = Row.of(tenant, "www.a.ac.jp");
        String file = steps.uploaded(
                        sato, Row.file(good.with(Row.EMAIL, "").with(Row.PROFILE, "99"), Row.of(tenant, "b.a.ac.jp")))
                .getString("id");
        assertThat(steps.codes(sato, file).getFirst()).containsExactlyInAnyOrder("201", "223");
        http.as(sato)
                .get("/api/v1/request-files/{id}/rows", file)
                .then()
                .body("items[0].outcome", equalTo("REFUSED"))
                .body("items[0].errors.column", hasItems(2, 10))
                .body("items[1].outcome", equalTo("ACCEPTED"));
    }

    @Test
    void cellsThatAreWrongInFormAreRefused() {
        Row row = Row.of(tenant, "www.a.ac.jp");
        codes(row.with(Row.NAME, "\"山田花子\""), "206");
        codes(row.with(Row.NAME, "髙橋"), "230");
        codes(row.with(Row.UNIT, "第①センター"), "230");
        codes(new Row(row.cells().subList(0, 11)), "231");
        codes(new Row(concat(row.cells(), "")), "231");
        codes(row.with(Row.NAME, "山田\t花子"), "231");
        codes(row.with(3, "x"), "232");
        codes(row.with(5, "0"), "232");
        codes(row.with(Row.EMAIL, "yamada.example.ac.jp"), "206");
        codes(row.with(Row.EMAIL, "yama..da@example.ac.jp"), "229");
        codes(row.with(Row.SOFTWARE, "a".repeat(129)), "202");
        codes(row.with(Row.PROFILE, "1a"), "204");
    }

    @Test
    void subjectsThatAreNotTheRegisteredOnesAreRefused() {
        subject(tenant.dn("www.a.ac.jp").replace("L=Chiyoda-ku", "L=Default City"), "226");
        subject(tenant.dn("www.a.ac.jp").replace("University a", "My University"), "226");
        subject("CN=www.a.ac.jp,O=University a,C=JP", "206");
        subject("CN=www.a.ac.jp,OU=Library,O=University a,L=Chiyoda-ku,ST=Tokyo,C=JP", "371");
        Row row = Row.of(tenant, "www.a.ac.jp");
        codes(row.with(Row.DN, tenant.dn("www.a.ac.jp").replace("CN=", "cn=")), "206");
        codes(row.with(Row.DN, tenant.dn("www.a.ac.jp").replace(",O=", ", O=")), "206");
        codes(row.with(Row.DN, "www.a.ac.jp"), "206");
    }

    @Test
    void aSubjectWrittenCountryFirstIsTakenFromTheRequestButNotInTheFile() {
        Row row = Row.of(tenant, "www.a.ac.jp");
        codes(row.with(Row.DN, "C=JP,ST=Tokyo,L=Chiyoda-ku,O=University a,CN=www.a.ac.jp"), "206");
    }

    @Test
    void everyFaultOfARequestIsTold() throws Exception {
        String dn = tenant.dn("www.a.ac.jp");
        KeyPair key = Csrs.key(KeySpec.P256);
        byte[] der = Csrs.der(dn, key);
        byte[] broken = der.clone();
        broken[broken.length - 1] ^= 1;
        csr("not base64!", "216");
        csr(base64(Arrays.copyOf(der, der.length - 9)), "216");
        csr(base64(broken), "217");
        csr(Csrs.base64(tenant.dn("other.a.ac.jp"), key), "218");
        var rsa1024 = Csrs.weakKey(
                "RSA", new java.security.spec.RSAKeyGenParameterSpec(1024, java.math.BigInteger.valueOf(65_537)));
        codes(Row.of(dn, "www.a.ac.jp", base64(Csrs.der(dn, rsa1024))).with(Row.PROFILE, "3"), "219");
        var exponent3 = Csrs.weakKey(
                "RSA", new java.security.spec.RSAKeyGenParameterSpec(2048, java.math.BigInteger.valueOf(3)));
        codes(Row.of(dn, "www.a.ac.jp", base64(Csrs.der(dn, exponent3))).with(Row.PROFILE, "3"), "219");
        var p521 = Csrs.weakKey("EC", new java.security.spec.ECGenParameterSpec("secp521r1"));
        codes(Row.of(dn, "www.a.ac.jp", base64(Csrs.der(dn, p521))).with(Row.PROFILE, "11"), "219");
        codes(Row.of(dn, "www.a.ac.jp", base64(der)).with(Row.PROFILE, "3"), "219");
        KeyPair rsa = Csrs.key(KeySpec.RSA_2048);
        codes(
                Row.of(dn, "www.a.ac.jp", base64(Csrs.der(dn, rsa, "SHA1withRSA")))
                        .with(Row.PROFILE, "3"),
                "217");
    }

    @Test
    void everyProfileTakesTheKeyOfItsKind() {
        String dn = tenant.dn("www.a.ac.jp");
        codes(Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.RSA_2048)))
                .with(Row.PROFILE, "3"));
        codes(Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.P384))).with(Row.PROFILE, "11"));
        codes(Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.P256))).with(Row.PROFILE, "12"));
    }

    @Test
    void hostNamesMustBePermitted() {
        codes(Row.of(tenant, "www.example.org"), "224");
        codes(Row.of(tenant, "www.evila.ac.jp"), "224");
        codes(Row.of(tenant, "www.lapsed.ac.jp"), "225");
        codes(Row.of(tenant, "192.0.2.1"), "227");
        codes(Row.of(tenant, "*.a.ac.jp"), "227");
        codes(Row.of(tenant, "under_score.a.ac.jp"), "227");
        codes(Row.of(tenant, "www.a.ac.jp").with(Row.FQDN, "other.a.ac.jp"), "227");
    }

    @Test
    void eightNamesOf250CharactersAreTheMost() {
        Row row = Row.of(tenant, "www.a.ac.jp");
        codes(row.with(Row.DNS_NAMES, names("www.a.ac.jp", 7)));
        codes(row.with(Row.DNS_NAMES, names("www.a.ac.jp", 8)), "227");
        // The FQDN is added, and counts.
        codes(row.with(Row.DNS_NAMES, "dNSName=" + "n".repeat(60) + ".a.ac.jp"));
        String added = ",dNSName=www.a.ac.jp";
        String name = longName(250 - added.length());
        codes(row.with(Row.DNS_NAMES, name));
        codes(row.with(Row.DNS_NAMES, longName(251 - added.length())), "227");
        codes(row.with(Row.DNS_NAMES, "dNSName=www.a.ac.jp,"), "227");
        codes(row.with(Row.DNS_NAMES, "www.a.ac.jp"), "227");
        codes(row.with(Row.DNS_NAMES, "dNSName=www.example.org"), "224");
    }

    @Test
    void oneFileNamesAHostAndAKeyOnce() {
        KeyPair key = Csrs.key(KeySpec.P256);
        String file = steps.uploaded(
                        sato,
                        Row.file(
                                Row.of(tenant, "one.a.ac.jp", key),
                                Row.of(tenant, "two.a.ac.jp", key),
                                Row.of(tenant, "three.a.ac.jp"),
                                Row.of(tenant, "three.a.ac.jp")))
                .getString("id");
        assertThat(steps.codes(sato, file)).containsExactly(List.of(), List.of("228"), List.of(), List.of("228"));
    }

    @Test
    void aNameAndAKeyThatWereUsedBeforeAreTold() {
        KeyPair key = Csrs.key(KeySpec.P256);
        steps.apply(sato, Row.of(tenant, "www.a.ac.jp", key)).then().statusCode(201);
        codes(Row.of(tenant, "www.a.ac.jp"), "212");
        codes(Row.of(tenant, "other.a.ac.jp", key), "220");
        // A key is used up for everybody, a name for its tenant.
        Fixtures.Organisation another = given.tenant("b").withDomain("a.ac.jp");
        Person other = another.officer("Ichiro Suzuki");
        codes(other, Row.of(another, "www.a.ac.jp"));
        codes(other, Row.of(another, "fresh.a.ac.jp", key), "220");
    }

    /** The row and its CSR say the same subject, so that nothing else is wrong. */
    private void subject(String dn, String code) {
        codes(Row.of(dn, "www.a.ac.jp", Csrs.base64(dn, Csrs.key(KeySpec.P256))), code);
    }

    private void csr(String csr, String code) {
        codes(Row.of(tenant.dn("www.a.ac.jp"), "www.a.ac.jp", csr), code);
    }

    private void codes(Row row, String... codes) {
        codes(sato, row, codes);
    }

    private void codes(Person officer, Row row, String... codes) {
        String file = steps.uploaded(officer, Row.file(row)).getString("id");
        assertThat(Set.copyOf(steps.codes(officer, file).getFirst()))
                .as(row.line())
                .containsExactlyInAnyOrder(codes);
    }

    private static String names(String first, int more) {
        StringBuilder names = new StringBuilder("dNSName=").append(first);
        for (int i = 0; i < more; i++) {
            names.append(",dNSName=").append((char) ('b' + i)).append(".a.ac.jp");
        }
        return names.toString();
    }

    /** A list of one name with so many characters. */
    private static String longName(int characters) {
        int labels = characters - "dNSName=".length() - "a.ac.jp".length();
        StringBuilder name = new StringBuilder();
        while (name.length() < labels) {
            int left = labels - name.length();
            int label = Math.min(left - 1, left - 1 > 61 && left - 1 < 64 ? 40 : 60);
            name.append("a".repeat(label)).append('.');
        }
        return "dNSName=" + name + "a.ac.jp";
    }

    private static List<String> concat(List<String> cells, String more) {
        List<String> all = new ArrayList<>(cells);
        all.add(more);
        return all;
    }

    private static String base64(byte[] der) {
        return Base64.getEncoder().encodeToString(der);
    }
}
