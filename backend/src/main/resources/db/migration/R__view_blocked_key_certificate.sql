-- The certificates of blocked keys, whoever's they are.
create or replace view v_blocked_key_certificate with (security_invoker = true) as
select b.key_sha256, b.since as blocked_since, c.tenant_id, c.id as certificate_id, c.revoked_at, c.not_after,
       c.revocation_reason, c.kind, c.profile
from blocked_key b
join certificate c on c.key_sha256 = b.key_sha256;
