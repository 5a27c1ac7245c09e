package io.shomei.audit;

import io.shomei.kernel.Language;
import io.shomei.kernel.Role;
import io.shomei.kernel.Texts;
import io.shomei.text.CsvTable;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The history as a table for people, in their language and their tenant's time zone. */
final class AuditCsv implements AuditExport {
    private static final List<String> COLUMNS = List.of(
            "at",
            "utc",
            "operation",
            "code",
            "outcome",
            "actor",
            "role",
            "address",
            "target",
            "request",
            "detail",
            "id");
    private static final Texts HEADINGS = Texts.load("io/shomei/audit/columns");

    private final CsvTable out;
    private final Language language;
    private final DateTimeFormatter local;

    AuditCsv(OutputStream out, Language language, ZoneId zone) throws IOException {
        this.out = new CsvTable(out, TextEncoding.UTF_8);
        this.language = language;
        this.local = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(zone);
    }

    @Override
    public void begin() {
        out.row(COLUMNS.stream().map(column -> HEADINGS.get(language, column)).toList());
    }

    @Override
    public void event(AuditEventView event) {
        Instant at = event.at();
        List<@Nullable String> cells = new ArrayList<>();
        cells.add(local.format(at));
        cells.add(at.toString());
        cells.add(AuditOperation.title(event.operation(), language));
        cells.add(event.operation());
        cells.add(HEADINGS.get(language, event.success() ? "success" : "failure"));
        cells.add(event.actor());
        cells.add(name(event.actorRole()));
        cells.add(event.address());
        cells.add(event.target());
        cells.add(event.requestId());
        cells.add(facts(event.detail()));
        cells.add(event.id().toString());
        out.row(cells);
    }

    private static String facts(Map<String, String> detail) {
        return new TreeMap<>(detail)
                .entrySet().stream()
                        .map(fact -> fact.getKey() + "=" + fact.getValue())
                        .collect(Collectors.joining("; "));
    }

    private static @Nullable String name(@Nullable Role role) {
        return role == null ? null : role.name();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
