package io.shomei.revocation.bulk;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shomei.kernel.ProblemException;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NameListTest {
    private static final Charset SHIFT_JIS = Charset.forName("windows-31j");

    @TempDir
    Path directory;

    @Test
    void oneNameALineIsEnough() throws IOException {
        NameList list = read("www.a.ac.jp\r\n\r\n  mail.a.ac.jp \n山田花子".getBytes(SHIFT_JIS));
        assertThat(list.encoding()).isEqualTo(TextEncoding.SHIFT_JIS);
        assertThat(list.entries())
                .containsExactly(
                        new NameList.Entry(1, "www.a.ac.jp"),
                        new NameList.Entry(3, "mail.a.ac.jp"),
                        new NameList.Entry(4, "山田花子"));
    }

    @Test
    void aHeadingSaysWhereTheNamesStand() throws IOException {
        assertThat(names("No,Common Name,Issued\n1,www.a.ac.jp,2027\n2,mail.a.ac.jp,2027\n3\n"))
                .containsExactly("www.a.ac.jp", "mail.a.ac.jp");
        assertThat(names("\"コモンネーム\",備考\n\"Yamada, Taro\",x\n")).containsExactly("Yamada, Taro");
        assertThat(names("発行日\t利用管理者FQDN\n2027/04/01\twww.a.ac.jp\n")).containsExactly("www.a.ac.jp");
        assertThat(names("common_name\nwww.a.ac.jp\n")).containsExactly("www.a.ac.jp");
    }

    @Test
    void withoutAHeadingTheFirstColumnIsMeant() throws IOException {
        assertThat(names("www.a.ac.jp,2027\nmail.a.ac.jp,2028\n")).containsExactly("www.a.ac.jp", "mail.a.ac.jp");
        assertThat(names("www.a.ac.jp\t2027\n\t2028\n")).containsExactly("www.a.ac.jp");
    }

    @Test
    void marksOfTheEncodingAreNoPartOfAName() throws IOException {
        assertThat(names("\uFEFFwww.a.ac.jp\n")).containsExactly("www.a.ac.jp");
        assertThat(read("\uFEFF山田\n".getBytes(UTF_16LE)).encoding()).isEqualTo(TextEncoding.UTF_16LE);
    }

    @Test
    void whatIsNoListIsRefusedByName() {
        refused(new byte[0], BulkRevocationProblem.NAME_LIST_EMPTY);
        refused(" \n\t\n,,\n".getBytes(UTF_8), BulkRevocationProblem.NAME_LIST_EMPTY);
        refused("コモンネーム\n".getBytes(UTF_8), BulkRevocationProblem.NAME_LIST_EMPTY);
        refused(new byte[] {'P', 'K', 3, 4, 0, 0}, BulkRevocationProblem.NAME_LIST_UNREADABLE);
        // A quote that never ends would swallow the file.
        refused(("\"" + "x\n".repeat(20_000)).getBytes(UTF_8), BulkRevocationProblem.NAME_LIST_UNREADABLE);
        refused("a\nb\nc\nd\n".getBytes(UTF_8), BulkRevocationProblem.NAME_LIST_TOO_LONG);
        refused(new byte[(4 << 20) + 1], BulkRevocationProblem.NAME_LIST_TOO_LARGE);
    }

    private java.util.List<String> names(String content) throws IOException {
        return read(content.getBytes(UTF_8)).entries().stream()
                .map(NameList.Entry::name)
                .toList();
    }

    private void refused(byte[] content, BulkRevocationProblem problem) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(problem));
    }

    private NameList read(byte[] content) throws IOException {
        return NameList.read(Files.write(directory.resolve("names.csv"), content), 3);
    }
}
