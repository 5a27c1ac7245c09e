-- Of one kind, people look through those that are valid, and want to know how many there are. Without an index of their own PostgreSQL
-- put all that were ever issued together with all that have not ended.
create index certificate_valid_of_kind on certificate (tenant_id, kind, not_after, id) where revoked_at is null;
