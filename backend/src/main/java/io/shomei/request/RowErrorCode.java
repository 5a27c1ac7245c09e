package io.shomei.request;

/**
 * What can be wrong with an application. The number is what officers and their programs know; several constants share one where
 * people need different advice. Numbers up to 215, and 371, are those of the system this one succeeds; 231 to 233 say what none
 * of the others does, that a row has the wrong number of columns, that a column should have been left empty and that the contract is used up.
 */
public enum RowErrorCode {
    REQUIRED("201"),
    NOTHING_TO_CHANGE("201"),
    TOO_LONG("202"),
    NOT_DIGITS("204"),
    SERIAL_FORMAT("204"),
    COMMENT_CHARACTERS("205"),
    QUOTED("206"),
    REASON_UNKNOWN("206"),
    DN_FORMAT("206"),
    DN_SPACE("206"),
    DN_UNKNOWN_ATTRIBUTE("206"),
    DN_NOT_UPPER_CASE("206"),
    DN_REPEATED_ATTRIBUTE("206"),
    DN_MISSING_ATTRIBUTE("206"),
    DN_EXTRA_ATTRIBUTE("206"),
    DN_ORDER("206"),
    DN_CHARACTER("206"),
    MAIL_FORMAT("206"),
    DELIVERY_UNKNOWN("206"),
    FILE_NAME("206"),
    PIN_FORMAT("206"),
    DN_EXISTS("212"),
    TENANT_INACTIVE("215"),
    CSR_NOT_BASE64("216"),
    CSR_MALFORMED("216"),
    CSR_SIGNATURE("217"),
    CSR_SIGNATURE_ALGORITHM("217"),
    CSR_SUBJECT("218"),
    CSR_SUBJECT_WITHOUT_CN("218"),
    KEY_KIND("219"),
    KEY_EXPONENT("219"),
    KEY_WEAK("219"),
    KEY_KNOWN("219"),
    KEY_BLOCKED("219"),
    KEY_USED("220"),
    SERIAL_UNKNOWN("221"),
    SERIAL_OF_OTHER("221"),
    CERTIFICATE_REVOKED("222"),
    CERTIFICATE_EXPIRED("222"),
    PROFILE_NOT_PERMITTED("223"),
    DELIVERY_NOT_PERMITTED("223"),
    DOMAIN_NOT_PERMITTED("224"),
    DEADLINE_PASSED("225"),
    NOT_REGISTERED_VALUE("226"),
    HOST_NAME("227"),
    HOST_IP_ADDRESS("227"),
    HOST_WILDCARD("227"),
    FQDN_NOT_CN("227"),
    DNS_NAMES_FORMAT("227"),
    DNS_NAMES_TOO_MANY("227"),
    DNS_NAMES_TOO_LONG("227"),
    DUPLICATE_NAME("228"),
    DUPLICATE_KEY("228"),
    DUPLICATE_SERIAL("228"),
    DUPLICATE_FILE_NAME("228"),
    MAIL_ADDRESS("229"),
    CN_NOT_MAILBOX("229"),
    CHARACTER("230"),
    CONTROL_CHARACTER("230"),
    UNDECODABLE("230"),
    COLUMN_COUNT("231"),
    BLANK_LINE("231"),
    NOT_EMPTY("232"),
    PIN_NOT_EXPECTED("232"),
    NO_LICENCE("233"),
    OU_NOT_LISTED("371"),
    OU_ABOLISHED("371");

    private final String number;

    RowErrorCode(String number) {
        this.number = number;
    }

    /** The code as people and programs see it. */
    public String number() {
        return number;
    }
}
