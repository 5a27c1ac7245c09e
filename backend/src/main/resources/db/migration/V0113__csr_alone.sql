-- The CSR of a certificate that was applied for alone; one that came in a file stands in its row.
create table certificate_csr (
    tenant_id       uuid not null,
    certificate_id  uuid not null,
    csr             text not null,
    primary key (tenant_id, certificate_id)
);
alter table certificate_csr enable row level security;
alter table certificate_csr force row level security;
create policy certificate_csr_of_tenant on certificate_csr using (may_see(tenant_id));
