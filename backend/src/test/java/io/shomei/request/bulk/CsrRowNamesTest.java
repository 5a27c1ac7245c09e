package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.DistinguishedName;
import io.shomei.request.CheckContext;
import io.shomei.request.RequestField;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import io.shomei.tenant.Domain;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names that a row with a CSR asks for. */
class CsrRowNamesTest {
    private static final String FQDN = "www.shomei.ac.jp";

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
        assertThat(codesIn(domainWith(library), row)).containsExactly(RowErrorCode.OU_ABOLISHED);
        assertThat(codesIn(domainWith(withdrawn), row)).containsExactly(RowErrorCode.OU_NOT_LISTED);
        assertThat(Samples.check(row).errors())
                .extracting(error -> error.cell(Locale.ENGLISH))
                .singleElement()
                .asString()
                .startsWith("371:1,Subject DN,The OU (Library)")
                .contains("shomei.ac.jp");
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

    private static Domain domainWith(Domain.Unit unit) {
        return new Domain("shomei.ac.jp", Samples.NOW.plusSeconds(1), false, List.of(unit));
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
}
