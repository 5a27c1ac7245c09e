package io.shomei.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shomei.database.Sql;
import io.shomei.database.TenantScope;
import io.shomei.kernel.AcrossTenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ProfileRepository {
    private static final String SERVES_ALL = "a profile serves all tenants";
    private static final String COLUMNS = "content, delivered, created_at, created_by, comment";

    private final TenantScope scope;
    private final ObjectMapper json;

    ProfileRepository(TenantScope scope, ObjectMapper json) {
        this.scope = scope;
        // A newer copy of the platform may know more of a profile than this one.
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    @AcrossTenants(SERVES_ALL)
    List<ProfileVersion> newest() {
        return scope.untenanted()
                .list("select distinct on (id) " + COLUMNS + " from profile order by id, version desc", this::version);
    }

    @AcrossTenants(SERVES_ALL)
    Optional<ProfileVersion> newest(String id) {
        return scope.untenanted()
                .one(
                        "select " + COLUMNS + " from profile where id = ? order by version desc limit 1",
                        this::version,
                        id);
    }

    @AcrossTenants(SERVES_ALL)
    Optional<ProfileVersion> find(String id, int version) {
        return scope.untenanted()
                .one("select " + COLUMNS + " from profile where id = ? and version = ?", this::version, id, version);
    }

    /** The first version made from a delivered one: what was delivered then. */
    @AcrossTenants(SERVES_ALL)
    Optional<ProfileVersion> firstFrom(String id, int delivered) {
        return scope.untenanted()
                .one(
                        "select " + COLUMNS + " from profile where id = ? and delivered = ? order by version limit 1",
                        this::version,
                        id,
                        delivered);
    }

    /** The newest first. */
    @AcrossTenants(SERVES_ALL)
    List<ProfileVersion> versions(String id) {
        return scope.untenanted()
                .list("select " + COLUMNS + " from profile where id = ? order by version desc", this::version, id);
    }

    /** Whether it was added: false when there is one of this number already. */
    @AcrossTenants(SERVES_ALL)
    boolean add(ProfileVersion version) {
        return scope.untenanted()
                        .update(
                                """
                                insert into profile (id, version, delivered, content, created_at, created_by, comment)
                                values (?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""",
                                version.profile().id(),
                                version.profile().version(),
                                version.delivered(),
                                write(version.profile()),
                                version.at(),
                                version.by(),
                                version.comment())
                == 1;
    }

    private ProfileVersion version(ResultSet row) throws SQLException {
        return new ProfileVersion(
                read(row.getString("content")),
                row.getInt("delivered"),
                Sql.instantOf(row, "created_at"),
                row.getString("created_by"),
                row.getString("comment"));
    }

    private Profile read(String content) {
        try {
            return json.readValue(content, Profile.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a stored profile cannot be read", unreadable);
        }
    }

    private String write(Profile profile) {
        try {
            return json.writeValueAsString(profile);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
