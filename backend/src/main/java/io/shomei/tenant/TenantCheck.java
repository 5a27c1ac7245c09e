package io.shomei.tenant;

import io.shomei.kernel.InputFault;
import io.shomei.kernel.Language;
import io.shomei.kernel.Texts;
import io.shomei.pki.DnsName;
import io.shomei.pki.MailAddress;
import io.shomei.policy.Policy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds everything that is wrong with what an operator states, as far as it needs no register. */
final class TenantCheck {
    private static final Texts SENTENCES = Texts.load("io/shomei/tenant/faults");

    private final Language language;
    private final List<InputFault> faults = new ArrayList<>();

    TenantCheck(Language language) {
        this.language = language;
    }

    /** What can be wrong. */
    enum Fault {
        CHARACTERS("Characters"),
        TIME_ZONE("TimeZone"),
        PRESET("Preset"),
        DOMAIN_NAME("DomainName"),
        DUPLICATE("Duplicate"),
        UNIT("Unit"),
        MAIL_ADDRESS("MailAddress"),
        LICENCES("Licences"),
        HEAD("Head");

        private final String code;

        Fault(String code) {
            this.code = code;
        }
    }

    List<InputFault> faults() {
        return faults;
    }

    void add(String pointer, Fault fault) {
        faults.add(new InputFault(pointer, fault.code, SENTENCES.get(language, fault.code)));
    }

    void values(TenantValues values) {
        text("/nameJa", values.nameJa());
        text("/nameEn", values.nameEn());
        text("/subject/o", values.subject().o());
        text("/subject/st", values.subject().st());
        text("/subject/l", values.subject().l());
        if (!ZoneId.getAvailableZoneIds().contains(values.timeZone())) {
            add("/timeZone", Fault.TIME_ZONE);
        }
        boolean headed = false;
        for (int i = 0; i < values.contacts().size(); i++) {
            Contact contact = values.contacts().get(i);
            contact("/contacts/" + i, contact);
            if (headed && contact.head()) {
                add("/contacts/" + i + "/head", Fault.HEAD);
            }
            headed |= contact.head();
        }
    }

    /** Where the policy counts licences of the tenant as a whole, their number is part of the contract. */
    void preset(Optional<Policy> policy, @Nullable Integer licences) {
        if (policy.isEmpty()) {
            add("/preset", Fault.PRESET);
            return;
        }
        if (licences == null && countsTenant(policy.get())) {
            add("/licences", Fault.LICENCES);
        }
    }

    /** Whether a policy counts the certificates of the tenant as a whole. */
    static boolean countsTenant(Policy policy) {
        return switch (policy.quota().model()) {
            case NONE, PER_SUBJECT -> false;
            case PER_CONTRACT, LICENCES -> true;
        };
    }

    void domains(List<Approval> approvals) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < approvals.size(); i++) {
            Approval approval = approvals.get(i);
            approval("/domains/" + i, approval);
            if (!names.add(approval.name())) {
                add("/domains/" + i + "/name", Fault.DUPLICATE);
            }
        }
    }

    /**
     * @param pointer where the approval stands; empty where it is all there is
     */
    void approval(String pointer, Approval approval) {
        if (!isDomain(approval.domain())) {
            add(pointer + "/name", Fault.DOMAIN_NAME);
        }
        for (int i = 0; i < approval.units().size(); i++) {
            if (!isUnit(approval.units().get(i))) {
                add(pointer + "/units/" + i, Fault.UNIT);
            }
        }
    }

    private void contact(String pointer, Contact contact) {
        text(pointer + "/name", contact.name());
        text(pointer + "/latinName", contact.latinName());
        text(pointer + "/unit", contact.unit());
        text(pointer + "/phone", contact.phone());
        if (!isMailAddress(contact.email())) {
            add(pointer + "/email", Fault.MAIL_ADDRESS);
        }
    }

    private void text(String pointer, @Nullable String text) {
        if (text != null && !isText(text)) {
            add(pointer, Fault.CHARACTERS);
        }
    }

    static boolean isDomain(String text) {
        return DnsName.parse(text).isPresent();
    }

    static boolean isMailAddress(String text) {
        return MailAddress.check(text) instanceof MailAddress.Check.Good;
    }

    /** Nothing invisible, and no space around it, which nobody sees and every comparison does. */
    static boolean isText(String text) {
        return text.equals(text.strip())
                && !text.isEmpty()
                && text.codePoints().allMatch(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
                    default -> true;
                });
    }

    /** Not a letter alone, nor digits and symbols alone: such a value names no unit. */
    private static boolean isUnit(String text) {
        return isText(text) && text.length() > 1 && text.codePoints().anyMatch(Character::isLetter);
    }
}
