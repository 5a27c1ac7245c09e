package io.shomei.tenant;

import static io.shomei.tenant.InstitutionColumn.NAME_EN;
import static io.shomei.tenant.InstitutionColumn.OFFICER_EMAIL;
import static io.shomei.tenant.InstitutionColumn.OFFICER_LATIN_NAME;
import static io.shomei.tenant.InstitutionColumn.OFFICER_NAME;
import static io.shomei.tenant.InstitutionColumn.OFFICER_UNIT;

import io.shomei.policy.Policy;
import io.shomei.tenant.InstitutionError.Code;
import io.shomei.text.PlainCharacters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The officer whom a row of an institution file names: a contact of the tenant, and where a new one invites officers its first. */
record InstitutionContact(InstitutionCells cells) {

    /** Who can be written to has a name and an address. */
    void check() {
        if (Stream.of(OFFICER_NAME, OFFICER_LATIN_NAME, OFFICER_UNIT, OFFICER_EMAIL)
                .anyMatch(cells::has)) {
            cells.require(OFFICER_NAME);
            cells.require(OFFICER_EMAIL);
        }
        String email = cells.value(OFFICER_EMAIL);
        if (!email.isEmpty() && !TenantCheck.isMailAddress(email)) {
            cells.add(OFFICER_EMAIL, Code.MAIL_ADDRESS, email);
        }
    }

    /** The officer in the place of the contact with the same address, or beside the contacts there are. */
    List<Contact> among(List<Contact> contacts) {
        String email = cells.value(OFFICER_EMAIL);
        if (email.isEmpty()) {
            return contacts;
        }
        List<Contact> all = new ArrayList<>(contacts);
        Optional<Contact> before = contacts.stream()
                .filter(contact -> contact.email().equalsIgnoreCase(email))
                .findFirst();
        Contact officer = new Contact(
                cells.value(OFFICER_NAME),
                cells.valueOr(OFFICER_LATIN_NAME, before.map(Contact::latinName).orElse(null)),
                cells.valueOr(OFFICER_UNIT, before.map(Contact::unit).orElse(null)),
                email,
                before.map(Contact::phone).orElse(null),
                before.map(Contact::head).orElse(false));
        before.ifPresentOrElse(present -> all.set(all.indexOf(present), officer), () -> all.add(officer));
        return all;
    }

    /**
     * The officer, where officers under the first policy of a tenant are invited to a certificate that they log in with.
     *
     * @param tenant that is not registered yet
     */
    InstitutionOfficers.@Nullable Officer appointed(
            Policy policy, InstitutionCheck.Objections objections, Tenant tenant) {
        if (!cells.has(OFFICER_EMAIL) || !invitesOfficers(policy)) {
            return null;
        }
        cells.require(OFFICER_LATIN_NAME);
        String name = cells.value(OFFICER_LATIN_NAME);
        InstitutionOfficers.Officer officer = new InstitutionOfficers.Officer(name, cells.value(OFFICER_EMAIL));
        if (cells.isSound(OFFICER_LATIN_NAME) && PlainCharacters.OF_COMMON_NAMES.firstOutside(name) >= 0) {
            cells.add(OFFICER_LATIN_NAME, Code.LATIN_LETTERS, name);
        } else if (cells.isSound(OFFICER_LATIN_NAME) && cells.isSound(NAME_EN)) {
            objections
                    .against(tenant, policy, officer)
                    .ifPresent(why -> cells.add(OFFICER_LATIN_NAME, Code.NAME_NOT_CERTIFIABLE, why));
        }
        return officer;
    }

    /** With a certificate alone, by URL and access PIN: whoever logs in by an ID is registered on the screen, which asks for it. */
    private static boolean invitesOfficers(Policy policy) {
        return policy.enrolment().secret() == Policy.Enrolment.Secret.ACCESS_PIN
                && policy.identity().userIdFormat() == null;
    }
}
