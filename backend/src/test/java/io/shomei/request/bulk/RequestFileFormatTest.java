package io.shomei.request.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.kernel.ProblemException;
import io.shomei.request.RequestField;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequestFileFormatTest {
    @ParameterizedTest
    @EnumSource
    void everyColumnStandsAtItsNumberAndIsExplained(RequestFileFormat format) {
        List<ColumnRule> columns = format.columns();

        for (int i = 0; i < columns.size(); i++) {
            ColumnRule column = columns.get(i);
            assertThat(column.number()).isEqualTo(i + 1);
            for (Locale language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
                assertThat(column.name(language)).isNotBlank();
                assertThat(column.rule(language)).isNotBlank();
                if (column.requirement() == ColumnRule.Requirement.REQUIRED) {
                    assertThat(column.example(language)).isNotBlank();
                }
            }
        }
        assertThat(RequestFileFormat.of(format.kind(), format.operation())).isEqualTo(format);
    }

    @Test
    void serverFilesHave13ColumnsAndClientFiles15() {
        assertThat(RequestFileFormat.SERVER_ISSUE.columns()).hasSize(13);
        assertThat(RequestFileFormat.CLIENT_ISSUE.columns()).hasSize(15);
    }

    @Test
    void aServerRevocationNeedsNameSerialAndReason() {
        assertThat(RequestFileFormat.SERVER_REVOKE.columns())
                .filteredOn(column -> column.requirement() == ColumnRule.Requirement.REQUIRED)
                .extracting(ColumnRule::field)
                .containsExactly(RequestField.SUBJECT_DN, RequestField.SERIAL, RequestField.REVOCATION_REASON);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        refused(() -> RequestFileFormat.of(RequestFileKind.SERVER, RequestFileOperation.UPDATE));
    }

    private static void refused(Runnable action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code())
                                .isEqualTo(RequestFileProblem.REQUEST_FILE_OPERATION_UNKNOWN));
    }
}
