-- An account with its tenant's names and the end of its newest certificate that is not revoked.
drop view if exists v_account_line;
create view v_account_line with (security_invoker = true) as
select a.*, t.name_ja as tenant_name_ja, t.name_en as tenant_name_en,
       (select max(c.not_after) from certificate c
        where c.tenant_id = a.tenant_id and c.account_id = a.id and c.revoked_at is null) as certificate_until
from account a
join tenant t on t.id = a.tenant_id;
