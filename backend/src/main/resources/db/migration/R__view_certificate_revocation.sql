-- When relying parties could first see a revocation: the first list, full or delta, of the certificate's part that showed it.
create or replace view v_certificate_revocation as
select c.tenant_id, c.id, r.visible_since as crl_visible_since
from certificate c
join revoked_certificate r on r.authority = c.authority and r.serial = c.serial;
