-- Certificates that took the place of others and that nobody has used, with what they took the place of, as long as that is not revoked.
drop view if exists v_unused_renewal;
create view v_unused_renewal with (security_invoker = true) as
select a.tenant_id, a.certificate_id, o.id as earlier_id, o.not_after as earlier_not_after
from acquisition a
join certificate n on n.tenant_id = a.tenant_id and n.id = a.certificate_id and n.revoked_at is null and n.first_used_at is null
    and n.collected_at is not null
join certificate o on o.tenant_id = a.tenant_id and o.id = a.renews and o.revoked_at is null
where a.renews is not null and a.reminded_at is null and a.ended_at is null;
