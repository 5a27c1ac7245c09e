-- The certificates that a submission link is to renew, as they are now.
drop view if exists v_link_certificate;
create view v_link_certificate with (security_invoker = true) as
select l.tenant_id, l.id as link_id, r.place, c.id, c.serial, c.profile, c.common_name, c.dns_names, c.not_after, c.renewal,
       c.revoked_at is not null as revoked, c.subscriber_name, c.subscriber_unit, c.subscriber_email, c.subscriber_software
from submission_link l
cross join lateral unnest(l.renews) with ordinality as r (certificate_id, place)
join certificate c on c.tenant_id = l.tenant_id and c.id = r.certificate_id;
