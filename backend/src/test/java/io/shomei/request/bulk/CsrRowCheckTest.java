package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.AttributeType;
import io.shomei.request.CsrIssue;
import io.shomei.request.RequestField;
import io.shomei.request.RowErrorCode;
import io.shomei.text.TabbedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A row with a CSR as a whole: what comes of it, how many columns it has, and how its errors are told. */
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

    @Test
    void anUnknownProfileDoesNotHideWhatElseIsWrong() {
        assertThat(Samples.codes(Samples.row().with(RequestField.PROFILE, "99").with(RequestField.CSR, "AAAA")))
                .containsExactly(RowErrorCode.PROFILE_NOT_PERMITTED, RowErrorCode.CSR_MALFORMED);
    }

    @Test
    void valuesThatAreRefusedAreShownInPart() {
        CheckedRow row =
                Samples.check(Samples.row().with(RequestField.SUBSCRIBER_UNIT, "①".repeat(60) + "山".repeat(40)));

        assertThat(row.refusedValue(row.errors().getFirst())).endsWith("…").hasSize(81);
        assertThat(row.errors().getFirst().cell(Locale.JAPANESE)).startsWith("202:9,利用管理者所属,");
    }
}
