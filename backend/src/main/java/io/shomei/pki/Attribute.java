package io.shomei.pki;

/** One type and value of a name. */
public record Attribute(AttributeType type, String value) {

    /** {@code CN=www.a.ac.jp} */
    @Override
    public String toString() {
        return type.label() + "=" + value;
    }
}
