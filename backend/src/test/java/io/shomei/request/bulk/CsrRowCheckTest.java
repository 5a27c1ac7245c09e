package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.AttributeType;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.pki.SignatureScheme;
import io.shomei.pki.WeakKeys;
import io.shomei.request.CheckContext;
import io.shomei.request.CsrIssue;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.tenant.Domain;
import io.shomei.text.TabbedLine;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrRowCheckTest {
    private static final String FQDN = "www.shomei.ac.jp";

    @Test
    void aGoodRowIsAnApplication() {
        CheckedRow row = Samples.check(Samples.row());

        assertThat(row.errors()).isEmpty();
        assertThat(row.application()).isInstanceOfSatisfying(CsrIssue.class, issue -> {
            assertThat(issue.subject().text())
                    .isEqualTo("CN=www.shomei.ac.jp,O=Shomei University, Tokyo,L=Chiyoda-ku,ST=Tokyo,C=JP");
            assertThat(issue.names().hosts()).containsExactly(FQDN);
            assertThat(issue.profile()).isEqualTo("12");
            assertThat(issue.subscriber().name()).isEqualTo("山田花子");
        });
        assertThat(row.claim(RowClaim.NAME)).isEqualTo(FQDN);
        assertThat(row.claim(RowClaim.KEY)).hasSize(64);
    }

    @Test
    void aNameInUpperCaseIsIssuedInLowerCase() {
        CheckedRow row = Samples.check(Samples.row("WWW.Shomei.ac.jp").with(RequestField.FQDN, FQDN));

        assertThat(row.application()).isInstanceOfSatisfying(CsrIssue.class, issue -> {
            assertThat(issue.subject().first(AttributeType.CN)).contains(FQDN);
            assertThat(issue.names().hosts()).containsExactly(FQDN);
        });
    }

    @Test
    void theFqdnIsAddedToFurtherNamesWhereItIsMissing() {
        CheckedRow row = Samples.check(
                Samples.row().with(RequestField.DNS_NAMES, "dNSName=a.shomei.ac.jp,dNSName=B.shomei.ac.jp"));

        assertThat(row.application())
                .isInstanceOfSatisfying(
                        CsrIssue.class,
                        issue -> assertThat(issue.names().hosts())
                                .containsExactly(FQDN, "a.shomei.ac.jp", "b.shomei.ac.jp"));
    }

    @Test
    void rowsWithAnotherNumberOfColumnsAreRefusedAsAWhole() {
        List<String> tooMany = new ArrayList<>(Samples.row().cells());
        tooMany.add("");

        CheckedRow row = Samples.check(tooMany);

        assertThat(Samples.codes(row)).containsExactly(RowErrorCode.COLUMN_COUNT);
        assertThat(row.errors().getFirst().column()).isZero();
        assertThat(row.errors().getFirst().args()).containsExactly("14", "13");
        assertThat(Samples.codes(Samples.check(tooMany.subList(0, 11)))).containsExactly(RowErrorCode.COLUMN_COUNT);
        assertThat(Samples.codes(Samples.check(List.of("")))).containsExactly(RowErrorCode.BLANK_LINE);
    }

    @Test
    void emptyCellsAtTheEndMayBeCutOffButNoOther() {
        List<String> cells = Samples.row().cells();
        List<String> cut = cells.subList(0, 12);

        assertThat(Samples.check(cut).errors()).isEmpty();
        assertThat(Samples.check(cut).cells()).isEqualTo(cells);
        // The last one that is there is empty: something else is missing.
        List<String> other = new ArrayList<>(cells);
        other.remove(RequestField.SUBSCRIBER_UNIT.column() - 1);
        assertThat(other.getLast()).isEmpty();
        assertThat(Samples.codes(Samples.check(other))).containsExactly(RowErrorCode.COLUMN_COUNT);
    }

    @Test
    void aTabInsideAValueIsOneColumnTooMany() {
        List<String> cells =
                new TabbedLine(1, String.join("\t", Samples.row().cells()).replace("山田花子", "山田\t花子")).cells();

        assertThat(Samples.codes(Samples.check(cells))).containsExactly(RowErrorCode.COLUMN_COUNT);
    }

    @Test
    void aQuotationMarkInsideAValueIsACharacterLikeAnyOther() {
        assertThat(Samples.codes(Samples.row().with(RequestField.SOFTWARE, "the \"best\" server")))
                .isEmpty();
        assertThat(Samples.codes(Samples.row().with(RequestField.SOFTWARE, "\"best\"")))
                .containsExactly(RowErrorCode.QUOTED);
    }

    @Test
    void allErrorsOfARowAreFoundTogetherInColumnOrder() {
        CheckedRow row = Samples.check(Samples.row()
                .with(RequestField.SUBSCRIBER_EMAIL, "")
                .with(RequestField.RESERVED, "x")
                .with(RequestField.PROFILE, "4")
                .with(RequestField.SUBSCRIBER_NAME, "髙橋")
                .with(RequestField.DNS_NAMES, "dNSName=www.example.org"));

        assertThat(Samples.codes(row))
                .containsExactly(
                        RowErrorCode.PROFILE_NOT_PERMITTED,
                        RowErrorCode.NOT_EMPTY,
                        RowErrorCode.CHARACTER,
                        RowErrorCode.REQUIRED,
                        RowErrorCode.DOMAIN_NOT_PERMITTED);
        assertThat(row.application()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"第①会議室", "髙", "﨑", "㈱", "🎓", "Ω\u0300", "한"})
    void charactersOutsideTheCommonSetAreRefusedByName(String name) {
        List<RowError> errors = Samples.check(Samples.row().with(RequestField.SUBSCRIBER_UNIT, name))
                .errors();

        assertThat(errors).extracting(RowError::code).containsExactly(RowErrorCode.CHARACTER);
        assertThat(errors.getFirst().args().getLast()).startsWith("U+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"熙", "弌", "ｾﾝﾀｰ", "Ωμ", "～〜", "－−", "堯"})
    void charactersOfLevelsOneAndTwoAreTaken(String name) {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_UNIT, name)))
                .isEmpty();
    }

    @Test
    void bytesWithoutMeaningAndControlCharactersAreRefused() {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_NAME, "山\uFFFD")))
                .containsExactly(RowErrorCode.UNDECODABLE);
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_NAME, "山\u000B田")))
                .containsExactly(RowErrorCode.CONTROL_CHARACTER);
    }

    @Test
    void lengthsAreCountedInCharacters() {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_NAME, "山".repeat(64))))
                .isEmpty();
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_NAME, "山".repeat(65))))
                .containsExactly(RowErrorCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"三", "3 ", "１２", "-1", "x"})
    void aProfileIsDigits(String profile) {
        assertThat(Samples.codes(Samples.row().with(RequestField.PROFILE, profile)))
                .containsExactly(RowErrorCode.NOT_DIGITS);
    }

    @Test
    void theOrderOfTheDnIsFixed() {
        DistinguishedName turned =
                DistinguishedName.parse("C=JP,ST=Tokyo,L=Chiyoda-ku,O=Shomei University, Tokyo,CN=www.shomei.ac.jp");

        assertThat(Samples.codes(SampleRow.of(turned, FQDN, "12", Samples.KEY))).containsExactly(RowErrorCode.DN_ORDER);
    }

    @Test
    void anOuIsRefusedWithAdvice() {
        DistinguishedName withUnit = DistinguishedName.parse(
                "CN=www.shomei.ac.jp,OU=Library,O=Shomei University, Tokyo,L=Chiyoda-ku,ST=Tokyo,C=JP");

        SampleRow row = SampleRow.of(withUnit, FQDN, "12", Samples.KEY);

        assertThat(Samples.codes(row)).containsExactly(RowErrorCode.OU_NOT_LISTED);
        // Of one that was registered for the domain it is not said that it was not.
        Domain.Unit library = new Domain.Unit("Library", Domain.Unit.State.PERMITTED, Samples.NOW);
        Domain.Unit withdrawn = new Domain.Unit("Library", Domain.Unit.State.WITHDRAWN, Samples.NOW);
        assertThat(codesWith(row, library)).containsExactly(RowErrorCode.OU_ABOLISHED);
        assertThat(codesWith(row, withdrawn)).containsExactly(RowErrorCode.OU_NOT_LISTED);
        assertThat(Samples.check(row).errors())
                .extracting(error -> error.cell(Locale.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("371:1,Subject DN,The OU (Library)")
                .contains("shomei.ac.jp");
    }

    private static List<RowErrorCode> codesWith(SampleRow row, Domain.Unit unit) {
        CheckContext context = Samples.CONTEXT;
        Domain domain = new Domain("shomei.ac.jp", Samples.NOW.plusSeconds(1), false, List.of(unit));
        return Samples.codes(RequestFileFormat.SERVER_ISSUE.check(
                1,
                row.cells(),
                new CheckContext(
                        context.subject(),
                        List.of(domain),
                        context.profiles(),
                        context.minPinLength(),
                        context.now())));
    }

    @Test
    void everyValueThatIsNotTheRegisteredOneIsNamed() {
        DistinguishedName other =
                DistinguishedName.parse("CN=www.shomei.ac.jp,O=Shomei University,L=Chiyoda,ST=Tokyo-to,C=JP");

        List<RowError> errors =
                Samples.check(SampleRow.of(other, FQDN, "12", Samples.KEY)).errors();

        assertThat(errors).extracting(RowError::code).containsOnly(RowErrorCode.NOT_REGISTERED_VALUE);
        assertThat(errors).extracting(error -> error.args().getFirst()).containsExactly("O", "L", "ST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"これはCSRではない", "MIIB-_==", "A"})
    void aCsrIsBase64(String csr) {
        assertThat(Samples.codes(Samples.row().with(RequestField.CSR, csr)))
                .containsExactly(RowErrorCode.CSR_NOT_BASE64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "MAA=", "aGVsbG8gd29ybGQ="})
    void somethingElseInBase64IsNoCsr(String csr) {
        assertThat(Samples.codes(Samples.row().with(RequestField.CSR, csr)))
                .containsExactly(RowErrorCode.CSR_MALFORMED);
    }

    @Test
    void aBrokenSignatureIsRefused() {
        SampleRow row = Samples.row();
        byte[] csr = Base64.getDecoder().decode(row.value(RequestField.CSR));
        csr[csr.length - 1] ^= 1;

        assertThat(Samples.codes(row.with(RequestField.CSR, Base64.getEncoder().encodeToString(csr))))
                .containsExactly(RowErrorCode.CSR_SIGNATURE);
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() {
        KeyPair other = KeySpec.P256.generate(Samples.ENTROPY);
        KeyPair mixed = new KeyPair(Samples.KEY.getPublic(), other.getPrivate());

        assertThat(Samples.codes(SampleRow.of(Samples.TENANT.subject(), FQDN, "12", mixed)))
                .containsExactly(RowErrorCode.CSR_SIGNATURE);
    }

    @Test
    void aCsrOfAnotherSubjectIsRefused() {
        String other = Samples.row("other.shomei.ac.jp").value(RequestField.CSR);

        assertThat(Samples.codes(Samples.row().with(RequestField.CSR, other)))
                .containsExactly(RowErrorCode.CSR_SUBJECT);
    }

    @Test
    void aKeyThatIsTooShortIsNamed() throws GeneralSecurityException {
        RowError error = keyError("3", rsa(1024, 65537));

        assertThat(error.code()).isEqualTo(RowErrorCode.KEY_KIND);
        assertThat(error.args()).containsExactly("RSA 1024", "RSA 2048");
    }

    @Test
    void anExponentOfThreeIsNamed() throws GeneralSecurityException {
        RowError error = keyError("3", rsa(2048, 3));

        assertThat(error.code()).isEqualTo(RowErrorCode.KEY_EXPONENT);
        assertThat(error.args()).containsExactly("3");
    }

    @Test
    void aKeyThatAnybodyCanHaveIsNamed(@TempDir Path directory) throws IOException {
        String csr;
        try (InputStream in = Objects.requireNonNull(WeakKeys.class.getResourceAsStream("debian-weak-key.csr"))) {
            csr = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
        SampleRow row = Samples.row()
                .with(RequestField.PROFILE, "3")
                .with(RequestField.CSR, csr.replaceAll("-----[A-Z ]*-----|\\s", ""));
        assertThat(Samples.codes(row)).isEmpty();

        Path list = Files.writeString(directory.resolve("list"), "49d96fae9bfc0e84bba3\n");
        WeakKeys.open(List.of(list)).install();
        try {
            assertThat(Samples.codes(row)).containsExactly(RowErrorCode.KEY_KNOWN);
        } finally {
            WeakKeys.open(List.of()).install();
        }
    }

    @Test
    void aCurveThatIsNotTakenIsNamed() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp521r1"), Samples.ENTROPY);

        RowError error = keyError("11", generator.generateKeyPair());

        assertThat(error.code()).isEqualTo(RowErrorCode.KEY_KIND);
        assertThat(error.args()).containsExactly("EC P-521", "EC P-384");
    }

    @Test
    void aKeyOfAnotherProfileIsNamed() {
        RowError error = keyError("3", Samples.KEY);

        assertThat(error.code()).isEqualTo(RowErrorCode.KEY_KIND);
        assertThat(error.args()).containsExactly("EC P-256", "RSA 2048");
    }

    @Test
    void anUnknownProfileDoesNotHideWhatElseIsWrong() {
        assertThat(Samples.codes(Samples.row().with(RequestField.PROFILE, "99").with(RequestField.CSR, "AAAA")))
                .containsExactly(RowErrorCode.PROFILE_NOT_PERMITTED, RowErrorCode.CSR_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.example.org", "evilshomei.ac.jp", "www.evilshomei.ac.jp", "shomei.ac.jp.example.org"})
    void namesOutsideTheDomainsAreRefused(String host) {
        assertThat(Samples.codes(Samples.row(host))).containsExactly(RowErrorCode.DOMAIN_NOT_PERMITTED);
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, "dNSName=" + host)))
                .containsExactly(RowErrorCode.DOMAIN_NOT_PERMITTED);
    }

    @Test
    void theDomainItselfIsAName() {
        assertThat(Samples.codes(Samples.row("shomei.ac.jp"))).isEmpty();
    }

    @Test
    void namesOfADomainWhoseDeadlineHasPassedAreRefused() {
        assertThat(Samples.codes(Samples.row("www.lapsed.ac.jp"))).containsExactly(RowErrorCode.DEADLINE_PASSED);
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, "dNSName=www.lapsed.ac.jp")))
                .containsExactly(RowErrorCode.DEADLINE_PASSED);
    }

    @Test
    void theDeadlineItselfIsStillGood() {
        var domain = new Domain("shomei.ac.jp", Samples.NOW, false);

        assertThat(codesIn(domain, Samples.row())).isEmpty();
        assertThat(codesIn(new Domain("shomei.ac.jp", Samples.NOW.minusMillis(1), false), Samples.row()))
                .containsExactly(RowErrorCode.DEADLINE_PASSED);
    }

    @Test
    void wildcardsAreRefusedUnlessTheDomainAllowsThem() {
        SampleRow row = Samples.row("*.shomei.ac.jp");

        assertThat(Samples.codes(row)).containsExactly(RowErrorCode.HOST_WILDCARD);
        assertThat(codesIn(new Domain("shomei.ac.jp", Samples.NOW, true), row)).isEmpty();
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, "dNSName=w*.shomei.ac.jp")))
                .containsExactly(RowErrorCode.HOST_WILDCARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1"})
    void ipAddressesAreRefused(String address) {
        assertThat(Samples.codes(Samples.row(address))).containsExactly(RowErrorCode.HOST_IP_ADDRESS);
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, "dNSName=" + address)))
                .containsExactly(RowErrorCode.HOST_IP_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a_b.shomei.ac.jp",
                "-a.shomei.ac.jp",
                "a-.shomei.ac.jp",
                "a..shomei.ac.jp",
                "www",
                "ホスト.shomei.ac.jp"
            })
    void whatIsNoHostNameIsRefused(String host) {
        assertThat(Samples.codes(Samples.row(host))).containsExactly(RowErrorCode.HOST_NAME);
    }

    @Test
    void theFqdnIsTheCn() {
        assertThat(Samples.codes(Samples.row().with(RequestField.FQDN, "other.shomei.ac.jp")))
                .containsExactly(RowErrorCode.FQDN_NOT_CN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.shomei.ac.jp",
                "dNSName=",
                "dNSName=a.shomei.ac.jp,",
                "dNSName=a.shomei.ac.jp, dNSName=b.shomei.ac.jp",
                "DNS:a.shomei.ac.jp"
            })
    void theListOfNamesHasItsForm(String list) {
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, list)))
                .containsExactly(RowErrorCode.DNS_NAMES_FORMAT);
    }

    @Test
    void thereAreAtMostEightNamesTheFqdnAmongThem() {
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, names(7))))
                .isEmpty();
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, names(7) + ",dNSName=" + FQDN)))
                .isEmpty();
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, names(8))))
                .containsExactly(RowErrorCode.DNS_NAMES_TOO_MANY);
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, names(9))))
                .containsExactly(RowErrorCode.DNS_NAMES_TOO_MANY);
    }

    @Test
    void theFqdnThatIsAddedCountsTowardsTheLength() {
        String fqdn = ",dNSName=" + FQDN;
        String list = nameOfLength(250 - fqdn.length() - "dNSName=".length());

        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, "dNSName=" + list)))
                .isEmpty();
        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, "dNSName=b" + list)))
                .containsExactly(RowErrorCode.DNS_NAMES_TOO_LONG);
    }

    @Test
    void aListOf251CharactersIsTooLongForItsColumn() {
        String list = "dNSName=" + FQDN + ",dNSName=";

        assertThat(Samples.codes(Samples.row().with(RequestField.DNS_NAMES, list + nameOfLength(251 - list.length()))))
                .containsExactly(RowErrorCode.TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yamada", "@example.ac.jp", "yamada@", "a@b@example.ac.jp", "yama da@example.ac.jp"})
    void anAddressHasItsForm(String email) {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_EMAIL, email)))
                .containsExactly(RowErrorCode.MAIL_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a..b@example.ac.jp",
                ".a@example.ac.jp",
                "a.@example.ac.jp",
                "山@example.ac.jp",
                "a@example",
                "a@exa_mple.jp",
                "a,b@example.jp"
            })
    void anAddressCanBeWrittenTo(String email) {
        assertThat(Samples.codes(Samples.row().with(RequestField.SUBSCRIBER_EMAIL, email)))
                .containsExactly(RowErrorCode.MAIL_ADDRESS);
    }

    @Test
    void valuesThatAreRefusedAreShownInPart() {
        CheckedRow row =
                Samples.check(Samples.row().with(RequestField.SUBSCRIBER_UNIT, "①".repeat(60) + "山".repeat(40)));

        assertThat(row.refusedValue(row.errors().getFirst())).endsWith("…").hasSize(81);
        assertThat(row.errors().getFirst().cell(Locale.JAPANESE)).startsWith("202:9,利用管理者所属,");
    }

    private static RowError keyError(String profile, KeyPair key) {
        List<RowError> errors = Samples.check(SampleRow.of(Samples.TENANT.subject(), FQDN, profile, key))
                .errors();
        assertThat(errors).hasSize(1);
        return errors.getFirst();
    }

    private static KeyPair rsa(int bits, int exponent) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, BigInteger.valueOf(exponent)), Samples.ENTROPY);
        return generator.generateKeyPair();
    }

    private static List<RowErrorCode> codesIn(Domain domain, SampleRow row) {
        CheckContext context =
                new CheckContext(Samples.TENANT.subject(), List.of(domain), Samples.CONTEXT.profiles(), 8, Samples.NOW);
        return Samples.codes(RequestFileFormat.SERVER_ISSUE.check(1, row.cells(), context));
    }

    private static String names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "dNSName=" + i + ".shomei.ac.jp")
                .collect(Collectors.joining(","));
    }

    /** Begins with a label short enough to be made one longer. */
    private static String nameOfLength(int length) {
        String labels = ("a".repeat(40) + ".").repeat(6);
        return labels.substring(0, length - ".shomei.ac.jp".length() - 1) + "a.shomei.ac.jp";
    }

    @Test
    void weakHashesAreRefused() {
        SampleRow row = Samples.row();
        byte[] csr = Base64.getDecoder().decode(row.value(RequestField.CSR));
        byte[] sha256 = SignatureScheme.ECDSA_WITH_SHA256.algorithmIdentifier();
        csr[indexOf(csr, sha256) + sha256.length - 1] = 1;

        assertThat(Samples.codes(row.with(RequestField.CSR, Base64.getEncoder().encodeToString(csr))))
                .containsExactly(RowErrorCode.CSR_SIGNATURE_ALGORITHM);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        return IntStream.range(0, bytes.length - part.length)
                .filter(i -> Arrays.equals(bytes, i, i + part.length, part, 0, part.length))
                .findFirst()
                .orElseThrow();
    }
}
