-- A row of a request file with what became of it. Whether its certificate was issued is read from the register, not stored twice; a row
-- about a certificate that was there before is done when it says so.
drop view if exists v_request_row;
create view v_request_row with (security_invoker = true) as
select r.*, c.serial,
       case when r.errors is not null then 'REFUSED'
            when r.done_at is not null or c.request_file_id = r.request_file_id then 'DONE'
            when r.failure is not null then 'FAILED'
            else 'ACCEPTED' end as outcome
from request_row r
left join certificate c on c.tenant_id = r.tenant_id and c.id = r.certificate_id;
