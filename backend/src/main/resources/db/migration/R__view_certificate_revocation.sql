-- When relying parties could first see a revocation: the first CRL of the authority made after it.
create or replace view v_certificate_revocation as
select c.tenant_id, c.id,
       (select min(crl.made_at) from crl where crl.authority = c.authority and crl.made_at >= c.revoked_at)
           as crl_visible_since
from certificate c
where c.revoked_at is not null;
