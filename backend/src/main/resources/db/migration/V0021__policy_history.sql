-- Who changed a tenant's policy, and why.
alter table policy add column created_by text not null default '';
alter table policy add column comment text not null default '';
