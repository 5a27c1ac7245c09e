package io.shomei.tenant;

import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ContactRepository {
    private final TenantScope scope;

    ContactRepository(TenantScope scope) {
        this.scope = scope;
    }

    List<Contact> of(TenantId tenant) {
        return scope.in(tenant)
                .list(
                        "select name, latin_name, unit, email, phone, head from tenant_contact where tenant_id = ? order by position",
                        row -> new Contact(
                                row.getString("name"),
                                row.getString("latin_name"),
                                row.getString("unit"),
                                row.getString("email"),
                                row.getString("phone"),
                                row.getBoolean("head")),
                        tenant.value());
    }

    /** These in the place of all that are there. */
    void replace(TenantId tenant, List<Contact> contacts) {
        Sql sql = scope.in(tenant);
        sql.update("delete from tenant_contact where tenant_id = ?", tenant.value());
        for (int i = 0; i < contacts.size(); i++) {
            Contact contact = contacts.get(i);
            sql.update(
                    """
                    insert into tenant_contact (tenant_id, position, name, latin_name, unit, email, phone, head)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""",
                    tenant.value(),
                    i,
                    contact.name(),
                    contact.latinName(),
                    contact.unit(),
                    contact.email(),
                    contact.phone(),
                    contact.head());
        }
    }
}
