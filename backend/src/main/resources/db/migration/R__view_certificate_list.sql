-- What downloaded lists show: a certificate with what was applied for, with what it took the place of, and with the application by which it
-- was revoked; and what waits for the browser of its holder to make a key, of which there is no certificate yet. Each part is in the order of
-- its ids, so that both are read together in it and nothing is sorted.
drop view if exists v_certificate_list;
create view v_certificate_list with (security_invoker = true) as
(select c.tenant_id, c.id, c.kind, c.subject_dn, c.common_name, c.domain, c.dns_names, c.profile,
       c.issued_at, c.issued_by, c.serial, c.der, c.not_before, c.not_after, c.collect_by, c.collected_at,
       case when c.renewal <> 'NOT_RENEWED' then c.renewed_by end as renewed_by,
       c.subscriber_name, c.subscriber_unit, c.subscriber_email, c.subscriber_software, h.email as holder_email,
       c.request_file_id, r.text as request_text, f.on_error as request_on_error, f.uploaded_at as requested_at,
       f.submitter as request_submitter, f.review_items as request_review_items, q.csr,
       o.serial as replaced_serial, c.replacement_asked_at,
       c.revoked_at, c.revoked_by, c.revocation_reason, c.revocation_comment,
       v.id as revocation_file_id, v.uploaded_at as revocation_requested_at, v.submitter as revocation_submitter,
       v.review_items as revocation_review_items, v.text as revocation_text, c.updated_at
from certificate c
left join request_row r on r.tenant_id = c.tenant_id and r.request_file_id = c.request_file_id and r.line = c.request_line
left join request_file f on f.tenant_id = c.tenant_id and f.id = c.request_file_id
left join certificate_csr q on q.tenant_id = c.tenant_id and q.certificate_id = c.id and c.request_file_id is null
left join certificate_holder h on h.tenant_id = c.tenant_id and h.certificate_id = c.id
left join certificate o on o.tenant_id = c.tenant_id and o.id = c.renews
left join lateral (
    select vf.id, vf.uploaded_at, vf.submitter, vf.review_items, vr.text
    from request_row vr join request_file vf on vf.tenant_id = vr.tenant_id and vf.id = vr.request_file_id
    where vr.tenant_id = c.tenant_id and vr.certificate_id = c.id and vr.done_at is not null and vf.operation = 'REVOKE'
    order by vf.id desc limit 1) v on c.revoked_at is not null
order by c.id)
union all
(select e.tenant_id, e.certificate_id, e.kind, e.subject_dn, null, null, '', e.profile,
       null, null, null, null, null, null, l.deadline, null, null,
       l.administrator_name, e.subscriber_unit, l.administrator_email, null, h.email,
       f.id, r.text, f.on_error, f.uploaded_at, f.submitter, f.review_items, null,
       o.serial, null,
       null, null, null, null,
       null, null, null, null, null, greatest(l.created_at, l.pins_fetched_at)
from holder_enrolment e
join enrolment_lot l on l.tenant_id = e.tenant_id and l.id = e.lot_id
join certificate_holder h on h.tenant_id = e.tenant_id and h.certificate_id = e.certificate_id
left join request_file f on f.tenant_id = e.tenant_id and f.id = l.request_file_id
left join request_row r on r.tenant_id = e.tenant_id and r.request_file_id = l.request_file_id and r.line = e.request_line
left join certificate o on o.tenant_id = e.tenant_id and o.id = e.renews
where l.delivery = 'BROWSER' and e.collected_at is null and e.ended_at is null
order by e.certificate_id);
