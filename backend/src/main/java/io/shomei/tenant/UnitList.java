package io.shomei.tenant;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.text.TabbedWriter;
import io.shomei.text.TextEncoding;
import java.io.IOException;
import java.io.OutputStream;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The values of OU that were registered for a tenant's domains, as a file with a heading line. */
record UnitList(Tenant tenant, Language language) {
    private static final Texts WORDS = Texts.load("io/shomei/tenant/units");

    void write(OutputStream out, TextEncoding encoding) throws IOException {
        DateTimeFormatter time =
                DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss").withZone(tenant.timeZone());
        try (var file = new TabbedWriter(out, encoding)) {
            file.row(List.of(word("domain"), word("unit"), word("state"), word("registered-at")));
            for (Domain domain : tenant.domains()) {
                for (Domain.Unit unit : domain.units()) {
                    file.row(List.of(
                            domain.name(), unit.name(), word(unit.state().name()), time.format(unit.registeredAt())));
                }
            }
        }
    }

    private String word(String key) {
        return WORDS.get(language, key);
    }
}
