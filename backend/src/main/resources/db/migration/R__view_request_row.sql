-- A row of a request file with what became of it. Whether it was issued is read from the register, not stored twice.
create or replace view v_request_row with (security_invoker = true) as
select r.*, c.serial,
       case when r.errors is not null then 'REFUSED'
            when c.id is not null then 'DONE'
            when r.failure is not null then 'FAILED'
            else 'ACCEPTED' end as outcome
from request_row r
left join certificate c on c.tenant_id = r.tenant_id and c.id = r.certificate_id;
