package io.shomei.revocation.bulk;

import io.shomei.certificate.Certificate;
import io.shomei.kernel.Caller;
import io.shomei.kernel.CertificateId;
import io.shomei.revocation.Grounds;
import io.shomei.revocation.RevocationRights;
import io.shomei.revocation.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds out what each line leads to. Lines pass one after the other; a certificate counts where it is named first. */
final class LineCheck {
    /** Longer ones name no certificate, and need not be kept whole. */
    private static final int LONGEST_NAME = 256;

    private final Caller caller;
    private final Grounds grounds;
    private final Instant now;
    private final Predicate<Certificate> numbered;
    private final Predicate<Certificate> ofActiveAuthority;
    private final Set<CertificateId> seen = new HashSet<>();
    private boolean tellsSubscribers;

    /**
     * @param numbered whether the platform made a certificate's name by number, so that nobody else in its tenant has it
     * @param ofActiveAuthority whether it is that of an authority which goes on issuing
     */
    LineCheck(
            Caller caller,
            Grounds grounds,
            Instant now,
            Predicate<Certificate> numbered,
            Predicate<Certificate> ofActiveAuthority) {
        this.caller = caller;
        this.grounds = grounds;
        this.now = now;
        this.numbered = numbered;
        this.ofActiveAuthority = ofActiveAuthority;
    }

    /** Whether any certificate of the lines so far that can be revoked has a subscriber administrator with a mail address. */
    boolean tellsSubscribers() {
        return tellsSubscribers;
    }

    /** A line that gives the id of a certificate. */
    BulkRevocationLine ofId(long number, String given, @Nullable Certificate found) {
        return found == null
                ? line(number, given, Outcome.NOT_FOUND, null)
                : ofName(number, given, List.of(found)).getFirst();
    }

    /**
     * A line that gives a common name. One that was made by number is one holder's: it means all that can be revoked of that name, as after
     * a renewal.
     *
     * @param named everything of that name, whatever it is worth
     * @return several only where the line means several certificates
     */
    List<BulkRevocationLine> ofName(long number, String given, List<Certificate> named) {
        if (named.isEmpty()) {
            return List.of(line(number, given, Outcome.NOT_FOUND, null));
        }
        List<Certificate> permitted = named.stream()
                .filter(each -> RevocationRights.covers(caller, each.kind()))
                .toList();
        if (permitted.isEmpty()) {
            return List.of(line(number, given, Outcome.NOT_PERMITTED, named.size() == 1 ? named.getFirst() : null));
        }
        List<Certificate> covered =
                permitted.stream().filter(Predicate.not(ofActiveAuthority)).toList();
        if (covered.isEmpty()) {
            return List.of(line(number, given, Outcome.ACTIVE_AUTHORITY, newest(permitted)));
        }
        // What is valid goes before what was revoked already: that is what people mean.
        List<Certificate> revocable = those(covered, verdict -> verdict instanceof Verdict.Revocable);
        if (!revocable.isEmpty()) {
            return chosen(number, given, Outcome.REVOCABLE, revocable);
        }
        List<Certificate> replaceable = those(covered, verdict -> verdict instanceof Verdict.Replaceable);
        if (!replaceable.isEmpty()) {
            return chosen(number, given, Outcome.REPLACEABLE, replaceable);
        }
        List<Certificate> revoked = those(covered, verdict -> verdict instanceof Verdict.AlreadyRevoked);
        return List.of(
                revoked.isEmpty()
                        ? line(number, given, Outcome.EXPIRED, newest(covered))
                        : line(number, given, Outcome.ALREADY_REVOKED, newest(revoked)));
    }

    private List<BulkRevocationLine> chosen(long number, String given, Outcome outcome, List<Certificate> choice) {
        if (choice.size() > 1 && !isOneHolders(choice)) {
            return List.of(line(number, given, Outcome.AMBIGUOUS, null));
        }
        tellsSubscribers |= choice.stream().anyMatch(each -> each.subscriber().email() != null);
        List<BulkRevocationLine> lines = new ArrayList<>();
        choice.stream()
                .sorted(Comparator.comparing(Certificate::id))
                .forEach(each -> lines.add(
                        line(number, lines.size(), given, seen.add(each.id()) ? outcome : Outcome.DUPLICATE, each)));
        return lines;
    }

    private boolean isOneHolders(List<Certificate> choice) {
        return choice.stream().allMatch(numbered)
                && choice.stream().map(Certificate::tenant).distinct().count() == 1;
    }

    private List<Certificate> those(List<Certificate> some, Predicate<Verdict> wanted) {
        return some.stream()
                .filter(each -> wanted.test(Verdict.on(each, grounds, caller.name(), now)))
                .toList();
    }

    private static Certificate newest(List<Certificate> some) {
        return some.stream().max(Comparator.comparing(Certificate::id)).orElseThrow();
    }

    private static BulkRevocationLine line(
            long number, String given, Outcome outcome, @Nullable Certificate certificate) {
        return line(number, 0, given, outcome, certificate);
    }

    private static BulkRevocationLine line(
            long number, int part, String given, Outcome outcome, @Nullable Certificate certificate) {
        String name = given.length() > LONGEST_NAME ? given.substring(0, LONGEST_NAME) : given;
        return new BulkRevocationLine(
                number, part, name, outcome, certificate == null ? null : BulkRevocationLine.Target.of(certificate));
    }
}
