package io.shomei.request;

import io.shomei.certificate.Subscriber;
import io.shomei.issuance.Order;
import io.shomei.issuance.Outcome;
import io.shomei.issuance.SubjectNames;
import io.shomei.kernel.CertificateId;
import io.shomei.kernel.RequestFileId;
import io.shomei.pki.DistinguishedName;
import io.shomei.pki.KeySpec;
import io.shomei.profile.Profile;
import io.shomei.profile.Profiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;

/** From checked applications for client and S/MIME certificates to orders, with keys that are made here, and from conflicts to errors. */
@ApplicationScoped
public class ClientOrders {
    private final Profiles profiles;
    private final SecureRandom random;

    ClientOrders(Profiles profiles, SecureRandom random) {
        this.profiles = profiles;
        this.random = random;
    }

    /**
     * An order and the private key that its certificate is for.
     *
     * @param pair not for logs
     */
    public record WithKey(CertificateId id, ClientIssue issue, Order order, KeyPair pair) {
        @Override
        public String toString() {
            return "order " + id;
        }
    }

    /** Where an order comes from, and until when its certificate is to be fetched. */
    public record Origin(RequestFileId file, long line, Instant collectBy) {}

    /** Makes a key of the first kind that the profile takes. RSA keys take most of the time that such a file takes. */
    public WithKey order(CertificateId id, ClientIssue issue, Origin origin) {
        Profile profile = profiles.get(issue.profile());
        KeySpec spec = profile.keys().iterator().next();
        KeyPair pair = spec.generate(random);
        Order order = new Order(
                id,
                profile,
                issue.subject(),
                issue.names(),
                Order.Key.of(spec, pair.getPublic().getEncoded()),
                administrator(issue),
                null,
                origin.file(),
                origin.line(),
                origin.collectBy());
        return new WithKey(id, issue, order, pair);
    }

    /** Who answers for the certificate, as the register has them. */
    public static Subscriber administrator(ClientIssue issue) {
        return new Subscriber(
                issue.subscriber().name(),
                issue.subscriber().unit(),
                issue.subscriber().email(),
                null);
    }

    /** What to tell of an order that another one was faster than. */
    public static List<RowError> errorsOf(Outcome.Refused refused, ClientIssue issue) {
        return refused.conflicts().stream()
                .map(conflict -> switch (conflict) {
                    case NAME_USED -> nameUsed(SubjectNames.of(issue.kind(), issue.subject()));
                    case KEY_USED, KEY_BLOCKED -> RowError.of(RequestField.ROW, RowErrorCode.KEY_USED);
                    case NO_LICENCE -> RowError.of(RequestField.ROW, RowErrorCode.NO_LICENCE);
                })
                .toList();
    }

    public static RowError nameUsed(String name) {
        return RowError.of(RequestField.SUBJECT_DN, RowErrorCode.DN_EXISTS, name);
    }

    /** What stands against renewing a certificate as this: it names somebody else. */
    public static List<RowError> againstRenewal(ClientIssue issue, String earlierSubject, String serial) {
        String earlier = SubjectNames.of(issue.kind(), DistinguishedName.parse(earlierSubject));
        String now = SubjectNames.of(issue.kind(), issue.subject());
        return earlier.equals(now)
                ? List.of()
                : List.of(RowError.of(RequestField.SERIAL, RowErrorCode.SERIAL_OF_OTHER, serial, earlier, now));
    }
}
