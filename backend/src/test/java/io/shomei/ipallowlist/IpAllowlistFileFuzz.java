package io.shomei.ipallowlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.fuzz.FuzzTarget;
import io.shomei.kernel.ProblemException;
import io.shomei.web.AddressRange;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An uploaded list of addresses. */
public final class IpAllowlistFileFuzz implements FuzzTarget {
    private @Nullable Path file;

    @Override
    public List<byte[]> seeds() {
        return List.of(
                FuzzTarget.bytes("range,memo\r\n192.0.2.0/24,office\r\n2001:db8::/32,\r\n"),
                FuzzTarget.bytes("::ffff:192.0.2.1\n192.0.2.7/24,\"a,\"\"b\"\"\"\nfe80::1%eth0\n"),
                "IPアドレス,メモ\n10.0.0.1,本社\n".getBytes(Charset.forName("windows-31j")));
    }

    @Override
    public void take(byte[] input) throws IOException {
        if (file == null) {
            file = Files.createTempFile("fuzz", ".csv");
            file.toFile().deleteOnExit();
        }
        try {
            EntryCheck check = IpAllowlistFile.read(Files.write(file, input)).check();
            assertThat(check.entries()).hasSizeLessThanOrEqualTo(AllowedRange.MOST);
            assertThat(check.entries())
                    .allMatch(entry ->
                            AddressRange.parse(entry.range().toString()).equals(entry.range()))
                    .extracting(AllowedRange::range)
                    .doesNotHaveDuplicates();
            assertThat(check.entries().isEmpty() && check.faults().isEmpty()).isFalse();
        } catch (ProblemException refusal) {
            assertThat(refusal.code()).isInstanceOf(IpAllowlistProblem.class);
        }
    }
}
