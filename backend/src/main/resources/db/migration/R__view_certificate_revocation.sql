-- When relying parties could first see a revocation: the first list, full or delta, of the certificate's part that showed it.
create or replace view v_certificate_revocation with (security_invoker = true) as
select c.tenant_id, c.id, coalesce(r.visible_since, first.made_at) as crl_visible_since
from certificate c
join revoked_certificate r on r.authority = c.authority and r.serial = c.serial
left join lateral (
    select crl.made_at from crl
    where crl.authority = r.authority and crl.shard = r.crl_shard and crl.upto >= r.first_position
        and not exists (select from waiting_revocation w
            where w.authority = r.authority and w.crl_shard = r.crl_shard and w.position = r.first_position)
    order by crl.upto, crl.number limit 1) first on true;
