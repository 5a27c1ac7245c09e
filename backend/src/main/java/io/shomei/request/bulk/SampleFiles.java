package io.shomei.request.bulk;

import io.shomei.pki.KeySpec;
import io.shomei.text.TextEncoding;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes request files to try the system with, in Shift_JIS and with real keys and CSRs. */
public final class SampleFiles {
    private SampleFiles() {}

    /**
     * A file and what its check must find.
     *
     * @param codes by line, the numbers of the errors; no numbers for a good line
     */
    public record SampleFile(byte[] content, Map<Long, Set<String>> codes) {}

    /**
     * A file of new server certificates without any fault.
     *
     * @param prefix what every host name begins with, so that files need not share names
     * @param profiles profile IDs that are used in turn: 3, 11 and 12 are known
     */
    public static byte[] serverIssue(
            SampleTenant tenant, String prefix, int rows, List<String> profiles, SecureRandom entropy) {
        List<List<String>> lines = new ArrayList<>(rows);
        for (int i = 0; i < rows; i++) {
            String profile = profiles.get(i % profiles.size());
            String host = "%s%05d.%s".formatted(prefix, i + 1, tenant.domain());
            lines.add(SampleRow.of(tenant.subject(), host, profile, key(profile, entropy))
                    .cells());
        }
        return RequestFileWriter.written(lines, TextEncoding.SHIFT_JIS);
    }

    /**
     * A file of new client certificates without any fault, by turns for a key file, an archive and a browser; one administrator answers
     * for all.
     *
     * @param prefix what every file name and unit begins with, so that files need not share names
     */
    public static byte[] clientIssue(SampleTenant tenant, String prefix, int rows) {
        List<List<String>> lines = new ArrayList<>(rows);
        for (int i = 1; i <= rows; i++) {
            String id = "%s%03d".formatted(prefix, i);
            lines.add(List.of(
                    "CN=Taro Suzuki,OU=No %s,O=%s,L=%s,ST=%s,C=%s"
                            .formatted(
                                    id,
                                    tenant.subject().organisation(),
                                    tenant.subject().locality(),
                                    tenant.subject().state(),
                                    tenant.subject().country()),
                    "17",
                    String.valueOf((i - 1) % 3 + 1),
                    "",
                    "",
                    "",
                    "",
                    "山田花子",
                    "情報基盤センター",
                    "yamada@" + tenant.domain(),
                    "鈴木太郎",
                    id,
                    "工学部",
                    id + "@" + tenant.domain(),
                    ""));
        }
        return RequestFileWriter.written(lines, TextEncoding.SHIFT_JIS);
    }

    /** A file of new server certificates with one line for every fault an officer can make. */
    public static SampleFile serverIssueWithErrors(SampleTenant tenant, SecureRandom entropy) {
        List<SampleErrors.Line> lines = new SampleErrors(tenant, entropy).lines();
        Map<Long, Set<String>> codes = new TreeMap<>();
        List<List<String>> rows = new ArrayList<>(lines.size());
        for (SampleErrors.Line line : lines) {
            rows.add(line.cells());
            codes.put((long) rows.size(), line.codes());
        }
        return new SampleFile(RequestFileWriter.written(rows, TextEncoding.SHIFT_JIS), codes);
    }

    private static KeyPair key(String profile, SecureRandom entropy) {
        KeySpec spec = SampleTenant.PROFILES.get(profile);
        if (spec == null) {
            throw new IllegalArgumentException("no sample keys for profile " + profile);
        }
        return spec.generate(entropy);
    }
}
