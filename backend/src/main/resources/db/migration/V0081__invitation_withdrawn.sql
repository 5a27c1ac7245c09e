-- Officers see invitations for keys that browsers have still to make, and withdraw them. What kind of certificate one is for is kept with it,
-- as what it is to contain is.
alter table holder_enrolment add column withdrawn boolean not null default false;
alter table holder_enrolment add column kind text;
update holder_enrolment e set kind = coalesce(
    (select p.content ->> 'kind' from profile p where p.id = e.profile order by p.version desc limit 1), 'CLIENT');
alter table holder_enrolment alter column kind set not null;
comment on column holder_enrolment.withdrawn is 'ended_at says when an officer withdrew it; otherwise, when nobody had come in time';
create index holder_enrolment_waiting on holder_enrolment (tenant_id, kind) where collected_at is null and not withdrawn;
