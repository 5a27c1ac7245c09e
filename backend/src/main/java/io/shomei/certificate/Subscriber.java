package io.shomei.certificate;

import org.jspecify.annotations.Nullable;

/** The subscriber administrator: the person responsible for a certificate, who gets its mails and never logs in. */
public record Subscriber(
        @Nullable String name,
        @Nullable String unit,
        @Nullable String email,
        @Nullable String software) {

    public static final Subscriber NONE = new Subscriber(null, null, null, null);

    /** The same with changes; what these leave out stays. */
    public Subscriber with(Subscriber changes) {
        return new Subscriber(
                changes.name == null ? name : changes.name,
                changes.unit == null ? unit : changes.unit,
                changes.email == null ? email : changes.email,
                changes.software == null ? software : changes.software);
    }
}
