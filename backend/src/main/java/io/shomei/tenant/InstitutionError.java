package io.shomei.tenant;

import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.text.Excerpt;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that is wrong with a row of an institution file.
 *
 * @param facts what completes the sentences
 */
record InstitutionError(InstitutionColumn column, Code code, List<String> facts) {
    private static final Texts SENTENCES = Texts.load("io/shomei/tenant/institution");

    /** The numbers are those of request files. */
    enum Code {
        REQUIRED("201"),
        TOO_LONG("202"),
        QUOTED("206"),
        CODE_FORM("206"),
        DEADLINE_FORM("206"),
        NO_PRESET("206"),
        LATIN_LETTERS("206"),
        NAME_NOT_CERTIFIABLE("206"),
        TENANT_ENDED("215"),
        DOMAIN_NAME("227"),
        DUPLICATE_CODE("228"),
        DUPLICATE_DOMAIN("228"),
        MAIL_ADDRESS("229"),
        CHARACTER("230"),
        CONTROL_CHARACTER("230"),
        UNDECODABLE("230"),
        COLUMN_COUNT("231"),
        BLANK_LINE("231"),
        OTHER_PRESET("232"),
        DEADLINE_WITHOUT_DOMAIN("232"),
        LICENCES_NEEDED("233");

        private final String number;

        Code(String number) {
            this.number = number;
        }

        String number() {
            return number;
        }
    }

    static InstitutionError of(InstitutionColumn column, Code code, Object... facts) {
        return new InstitutionError(
                column,
                code,
                Stream.of(facts).map(String::valueOf).map(Excerpt::of).toList());
    }

    String message(Language language) {
        return SENTENCES.get(language, code.name() + ".message", facts.toArray());
    }

    String cure(Language language) {
        return SENTENCES.get(language, code.name() + ".cure", facts.toArray());
    }

    static String title(InstitutionColumn column, Language language) {
        return SENTENCES.get(language, "column." + column.name());
    }

    /** What a change is called; that of a domain by its name. */
    static String changed(String name, Language language) {
        return SENTENCES.find(language, "changed." + name).orElse(name);
    }
}
