package io.shomei.database;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;

/** The role as which the platform works in the database: one that row-level security binds. */
@ApplicationScoped
public class WorkingRole {
    private final TenantScope scope;

    WorkingRole(TenantScope scope) {
        this.scope = scope;
    }

    private record Powers(String name, boolean exempt, boolean owner) {}

    /**
     * Refuses to work as a role that PostgreSQL exempts from row-level security. A role that owns the tables is bound as long as
     * every table forces its rules; that it should be another one is said.
     */
    public void establish() {
        Powers role = scope.untenanted()
                .one(
                        """
                        select r.rolname, r.rolsuper or r.rolbypassrls as exempt,
                               exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
                                   and pg_has_role(r.oid, c.relowner, 'member')) as owner
                        from pg_roles r where r.rolname = current_user""",
                        row -> new Powers(row.getString("rolname"), row.getBoolean("exempt"), row.getBoolean("owner")))
                .orElseThrow();
        if (role.exempt()) {
            throw new IllegalStateException(
                    "the database role " + role.name()
                            + " is a superuser or has BYPASSRLS, which row-level security does not bind; see docs/operations/running.md");
        }
        if (role.owner()) {
            Log.warnf(
                    "The database role %s owns the tables. Give the platform one that does not; see docs/operations/running.md",
                    role.name());
        }
    }
}
