package io.shomei.revocation.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import io.shomei.kernel.ProblemException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An uploaded list of names to revoke. */
public final class NameListFuzz implements FuzzTarget {
    private static final int MOST = 100;

    private @Nullable Path file;

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes("host1.a.ac.jp\r\nhost2.a.ac.jp\r\n"),
                FuzzTarget.bytes("No,commonName,備考\n1,\"a,\"\"b\"\"\",x\n2,c\n"),
                "氏名\tコモンネーム\n太郎\t証明 太郎\n".getBytes(Charset.forName("windows-31j")),
                "\uFEFFcn\nx\n".getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    }

    @Override
    public void take(byte[] input) throws IOException {
        if (file == null) {
            file = Files.createTempFile("fuzz", ".csv");
            file.toFile().deleteOnExit();
        }
        try {
            NameList list = NameList.read(Files.write(file, input), MOST);
            assertThat(list.entries()).isNotEmpty().hasSizeLessThanOrEqualTo(MOST);
            assertThat(list.entries()).allMatch(entry -> !entry.name().isBlank());
            assertThat(list.entries())
                    .extracting(NameList.Entry::line)
                    .isSorted()
                    .doesNotHaveDuplicates();
        } catch (ProblemException refusal) {
            assertThat(refusal.code()).isInstanceOf(BulkRevocationProblem.class);
        }
    }
}
