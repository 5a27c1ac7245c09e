package io.shomei.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.shomei.kernel.Language;
import io.shomei.text.TabbedLine;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class InstitutionCheckProperties {
    @Property
    void whateverARowHoldsItLeadsSomewhereOrSaysWhatIsWrong(@ForAll @Size(min = 12, max = 12) List<String> cells) {
        says(String.join("\t", cells));
    }

    @Property
    void soDoesWhateverALineIs(@ForAll String line) {
        says(line);
    }

    private static void says(String text) {
        InstitutionRow row = new InstitutionCheck(
                        code -> Optional.empty(),
                        preset -> Optional.empty(),
                        registration -> "none",
                        (tenant, policy, officer) -> Optional.empty())
                .check(new TabbedLine(1, text));
        assertThat(row.outcome()).isEqualTo(InstitutionRow.Outcome.REFUSED);
        assertThat(row.errors()).isNotEmpty();
        for (Language language : Language.values()) {
            assertThat(row.errors()).allSatisfy(error -> {
                assertThat(error.message(language)).isNotBlank();
                assertThat(error.cure(language)).isNotBlank();
            });
        }
    }
}
