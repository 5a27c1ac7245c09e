-- A holder's access PIN that officers renew: the later one is derived from an id of its own, and goes to the administrator as a lot of
-- its own, as the first did with those of the whole file.
alter table holder_enrolment add column pin_id uuid;
alter table enrolment_lot add column later boolean not null default false;
alter table enrolment_lot drop constraint enrolment_lot_tenant_id_request_file_id_delivery_administra_key;
create unique index enrolment_lot_of_file on enrolment_lot (tenant_id, request_file_id, delivery, administrator_email) where not later;
comment on column enrolment_lot.later is 'founded after its file was carried out, for certificates that were in another lot';
