package io.shomei.tenant;

/** The columns of an institution file, in their order; the first constant is the row as a whole. */
enum InstitutionColumn {
    ROW(0),
    CODE(30),
    NAME_JA(64),
    NAME_EN(64),
    ST(64),
    L(64),
    DOMAINS(2048),
    OFFICER_NAME(64),
    OFFICER_LATIN_NAME(64),
    OFFICER_UNIT(64),
    OFFICER_EMAIL(78),
    PRESET(64),
    DEADLINE(10);

    static final int COUNT = values().length - 1;

    private final int maxLength;

    InstitutionColumn(int maxLength) {
        this.maxLength = maxLength;
    }

    /** Its number, from 1; 0 for the row as a whole. */
    int number() {
        return ordinal();
    }

    int maxLength() {
        return maxLength;
    }
}
