package io.shomei.user;

import io.shomei.policy.Policy.Desk.Act;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an administrator decides about a user's certificate (HK-043, HK-045, B-11): each is an action of the desk. */
enum CertificateChoice {
    KEEP,
    ISSUE(Act.ENTITLE),
    REISSUE(Act.NEW_DEVICE),
    /** The second, where certificates need no entitlement. */
    REVOKE(Act.DISENTITLE, Act.REVOKE_CERTIFICATES);

    private final List<Act> acts;

    CertificateChoice(Act... acts) {
        this.acts = List.of(acts);
    }

    /** Every action that a choice may be. */
    static Set<Act> acts() {
        Set<Act> all = EnumSet.noneOf(Act.class);
        for (CertificateChoice choice : values()) {
            all.addAll(choice.acts);
        }
        return all;
    }

    /** What it is now, where that is possible. */
    Optional<Act> among(Set<Act> possible) {
        return acts.stream().filter(possible::contains).findFirst();
    }

    /** The choices there are, in the order in which they are shown. */
    static List<CertificateChoice> of(Set<Act> possible) {
        return Stream.of(values())
                .filter(choice -> choice == KEEP || choice.among(possible).isPresent())
                .toList();
    }
}
