-- One of a tenant's contacts may be its head, who appoints the officers.
alter table tenant_contact add column head boolean not null default false;
create unique index tenant_contact_head on tenant_contact (tenant_id) where head;
