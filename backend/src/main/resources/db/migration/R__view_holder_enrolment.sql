-- The right to one client certificate with its lot, its holder and its certificate, where there is one already.
drop view if exists v_holder_enrolment;
create view v_holder_enrolment with (security_invoker = true) as
select e.tenant_id, e.certificate_id, e.lot_id, e.request_line, e.token_sha256, e.kind, e.profile, e.subject_dn, e.file_name, e.renews, e.pin_id, e.url_id,
       e.subscriber_unit, e.collected_at, e.receipt, e.ended_at, e.withdrawn, l.request_file_id, l.delivery, l.administrator_name,
       l.administrator_email, l.deadline, l.pins_fetched_at, h.name as holder_name, h.unit as holder_unit, h.email as holder_email,
       c.serial, c.authority, c.der, c.not_after, c.revoked_at
from holder_enrolment e
join enrolment_lot l on l.tenant_id = e.tenant_id and l.id = e.lot_id
join certificate_holder h on h.tenant_id = e.tenant_id and h.certificate_id = e.certificate_id
left join certificate c on c.tenant_id = e.tenant_id and c.id = e.certificate_id;
