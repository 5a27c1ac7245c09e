-- An account, with all of its columns, its tenant's names, the end of its newest certificate that is not revoked, and whether that was issued under a name
-- that the tenant has no more.
drop view if exists v_account_line;
create view v_account_line with (security_invoker = true) as
select a.*, t.name_ja as tenant_name_ja, t.name_en as tenant_name_en, c.certificate_until,
       coalesce(c.issued_at < t.renamed_at, false) as certificate_outdated
from account a
join tenant t on t.id = a.tenant_id
cross join lateral (
    select max(c.not_after) as certificate_until, max(c.issued_at) as issued_at from certificate c
    where c.tenant_id = a.tenant_id and c.account_id = a.id and c.revoked_at is null) c;
