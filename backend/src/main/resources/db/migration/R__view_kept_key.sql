-- Certificates whose key files can be fetched again and again, and whether one that took its place can, too.
drop view if exists v_kept_key;
create view v_kept_key with (security_invoker = true) as
select k.tenant_id, k.certificate_id, k.destroy_at, c.common_name, c.authority, c.der, c.not_after,
       exists (select from escrowed_key s
               where s.tenant_id = c.tenant_id and s.certificate_id = c.renewed_by and s.repeatable) as replaced
from escrowed_key k
join certificate c on c.tenant_id = k.tenant_id and c.id = k.certificate_id
where k.repeatable and c.revoked_at is null;
