package io.shomei.request.bulk;

import io.shomei.pki.KeySpec;
import io.shomei.request.CheckContext;
import io.shomei.request.RegisteredSubject;
import io.shomei.request.RowError;
import io.shomei.request.RowErrorCode;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** One tenant and rows of it; tests bend what they are about. */
final class Samples {
    static final SampleTenant TENANT = new SampleTenant(
            new RegisteredSubject("Shomei University, Tokyo", "Tokyo", "Chiyoda-ku", "JP"),
            "shomei.ac.jp",
            "lapsed.ac.jp");
    static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    static final CheckContext CONTEXT = TENANT.contextAt(NOW);
    static final SecureRandom ENTROPY = new SecureRandom();
    static final KeyPair KEY = KeySpec.P256.generate(ENTROPY);

    private Samples() {}

    static SampleRow row() {
        return row("www.shomei.ac.jp");
    }

    static SampleRow row(String host) {
        return SampleRow.of(TENANT.subject(), host, "12", KEY);
    }

    static CheckedRow check(SampleRow row) {
        return check(row.cells());
    }

    static CheckedRow check(List<String> cells) {
        return RequestFileFormat.SERVER_ISSUE.check(1, cells, CONTEXT);
    }

    static List<RowErrorCode> codes(SampleRow row) {
        return codes(check(row));
    }

    static List<RowErrorCode> codes(CheckedRow row) {
        return row.errors().stream().map(RowError::code).toList();
    }

    static List<String> cells(String... cells) {
        return Arrays.asList(cells);
    }
}
