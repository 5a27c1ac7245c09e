package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.pki.KeySpec;
import io.shomei.request.RequestField;
import io.shomei.request.RowErrorCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class DuplicateGuardTest {
    private final DuplicateGuard guard = new DuplicateGuard();

    @Test
    void aNameIsTakenOnceWhateverItsCase() {
        pass(3, fresh("www.shomei.ac.jp"));
        CheckedRow second = pass(7, fresh("WWW.shomei.ac.jp"));

        assertThat(Samples.codes(second)).containsExactly(RowErrorCode.DUPLICATE_NAME);
        assertThat(second.errors().getFirst().args()).containsExactly("3", "www.shomei.ac.jp");
        assertThat(second.application()).isNull();
    }

    @Test
    void aKeyIsTakenOnce() {
        pass(1, Samples.row("a.shomei.ac.jp"));
        CheckedRow second = pass(2, Samples.row("b.shomei.ac.jp"));

        assertThat(Samples.codes(second)).containsExactly(RowErrorCode.DUPLICATE_KEY);
        assertThat(second.errors().getFirst().args()).first().isEqualTo("1");
    }

    @Test
    void aFaultyRowTakesItsNameAndKeyToo() {
        pass(1, Samples.row().with(RequestField.SUBSCRIBER_EMAIL, ""));

        assertThat(Samples.codes(pass(2, Samples.row())))
                .containsExactly(RowErrorCode.DUPLICATE_NAME, RowErrorCode.DUPLICATE_KEY);
    }

    @Test
    void rowsWithoutNameOrKeyAreNoDuplicates() {
        pass(1, Samples.row().with(RequestField.SUBJECT_DN, "x").with(RequestField.CSR, "x"));
        CheckedRow second = guard.pass(RequestFileFormat.SERVER_ISSUE.check(2, List.of(""), Samples.CONTEXT));

        assertThat(Samples.codes(second)).containsExactly(RowErrorCode.BLANK_LINE);
    }

    private CheckedRow pass(long line, SampleRow row) {
        return guard.pass(RequestFileFormat.SERVER_ISSUE.check(line, row.cells(), Samples.CONTEXT));
    }

    private static SampleRow fresh(String host) {
        return SampleRow.of(Samples.TENANT.subject(), host, "12", KeySpec.P256.generate(Samples.ENTROPY));
    }
}
