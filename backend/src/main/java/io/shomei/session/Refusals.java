package io.shomei.session;

import static io.shomei.session.SessionProblem.LOG_IN_METHOD_OFF;
import static io.shomei.session.SessionProblem.SECRET_LOCKED;

import io.shomei.account.Account;
import io.shomei.account.secret.Check;
import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.ProblemException;
import io.shomei.kernel.Role;
import io.shomei.kernel.Texts;
import io.shomei.policy.Policy;
import io.shomei.policy.Policy.LockOut.Unlocker;
import io.shomei.policy.Policy.Proof;
import io.shomei.policy.Policy.Revocation.Revoker;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Refusals that tell a person how to go on. */
public final class Refusals {
    private static final Texts TEXTS = Texts.load("io/shomei/session/refusals");

    private Refusals() {}

    /** Names the ways in which this account does log in. */
    static ProblemException methodOff(List<List<Proof>> own, Language language) {
        return LOG_IN_METHOD_OFF.with(own.stream()
                .map(method -> new InputFault("", Methods.text(method), sentence(method, language)))
                .toList());
    }

    /** The same, of somebody who has acquired a certificate: also who helps where it is lost (HK-004, HK-005). */
    static ProblemException certificateNeeded(
            List<List<Proof>> own, Account account, Policy policy, Language language) {
        boolean administrator =
                account.role() == Role.USER && policy.revocation().by().contains(Revoker.TENANT_ADMINISTRATOR);
        String helper = administrator ? "LOST_ASK_ADMINISTRATOR" : "LOST_ASK_OPERATOR";
        List<InputFault> ways = new ArrayList<>(methodOff(own, language).faults());
        ways.add(new InputFault("", helper, TEXTS.get(language, helper)));
        return LOG_IN_METHOD_OFF.with(ways);
    }

    /** Names who unlocks it, and until when it is locked where time does. */
    public static ProblemException locked(
            Check.Locked locked, Role role, Policy policy, ZoneId zone, Language language) {
        List<InputFault> ways = new ArrayList<>();
        Instant until = locked.until();
        if (until != null) {
            ways.add(new InputFault(
                    "", Unlocker.TIME.name(), TEXTS.get(language, "locked.TIME", time(until, zone, language))));
        }
        for (Unlocker unlocker : policy.lockout().unlockBy()) {
            boolean helps = unlocker == Unlocker.OPERATOR
                    // Nobody unlocks themselves.
                    || (unlocker == Unlocker.TENANT_ADMINISTRATOR && role == Role.USER);
            if (helps) {
                ways.add(new InputFault("", unlocker.name(), TEXTS.get(language, "locked." + unlocker)));
            }
        }
        return SECRET_LOCKED.with(ways);
    }

    private static String sentence(List<Proof> method, Language language) {
        String proofs = method.stream()
                .map(proof -> TEXTS.get(language, "proof." + proof))
                .collect(Collectors.joining(TEXTS.get(language, "and")));
        return TEXTS.get(language, "method", proofs);
    }

    private static String time(Instant moment, ZoneId zone, Language language) {
        return DateTimeFormatter.ofPattern(TEXTS.get(language, "time"), language.locale())
                .format(moment.atZone(zone));
    }
}
