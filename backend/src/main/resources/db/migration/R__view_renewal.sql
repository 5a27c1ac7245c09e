-- Certificates that people renew, each with its successor, unless that was revoked or lapsed, and with what was applied for.
drop view if exists v_renewal;
create view v_renewal with (security_invoker = true) as
select c.tenant_id, c.id, c.serial, c.kind, c.profile, c.subject_dn, c.common_name, c.domain, c.dns_names, c.not_after, c.renewal,
       c.subscriber_name, c.subscriber_unit, c.subscriber_email, c.subscriber_software,
       s.id as successor_id, s.collect_by as successor_collect_by, s.collected_at as successor_collected_at,
       h.name as holder_name, h.unit as holder_unit, h.email as holder_email, r.text as request_text
from certificate c
left join certificate s on s.tenant_id = c.tenant_id and s.id = c.renewed_by and c.renewal <> 'NOT_RENEWED'
left join request_row r on r.tenant_id = c.tenant_id and r.request_file_id = c.request_file_id and r.line = c.request_line
left join certificate_holder h on h.tenant_id = c.tenant_id and h.certificate_id = c.id
where c.revoked_at is null and c.kind in ('SERVER', 'CLIENT', 'SMIME', 'CODE_SIGNING');
