-- Uploaded files with many requests, and their rows as they were checked.

create table request_file (
    tenant_id       uuid not null,
    id              uuid not null,
    kind            text not null,
    operation       text not null,
    on_error        text not null,
    state           text not null,
    file_name       text not null,
    size            bigint not null,
    sha256          text not null,
    encoding        text not null,
    rows_total      bigint not null,
    rows_refused    bigint not null,
    error_codes     jsonb not null,
    rows_done       bigint not null,
    rows_failed     bigint not null,
    review_items    text not null,
    uploaded_at     timestamptz not null,
    uploaded_by     uuid not null,
    uploader        text not null,
    submitted_at    timestamptz,
    submitted_by    uuid,
    submitter       text,
    submitted_from  text,
    started_at      timestamptz,
    finished_at     timestamptz,
    primary key (tenant_id, id)
);
alter table request_file enable row level security;
alter table request_file force row level security;
create policy request_file_of_tenant on request_file using (may_see(tenant_id));

-- The id of the row's certificate is fixed at the check: whatever happens later, a row has at most one certificate.
create table request_row (
    tenant_id       uuid not null,
    request_file_id uuid not null,
    line            bigint not null,
    text            text not null,
    errors          jsonb,
    certificate_id  uuid not null,
    failure         jsonb,
    primary key (tenant_id, request_file_id, line)
);
create index request_row_refused on request_row (tenant_id, request_file_id, line) where errors is not null;
alter table request_row enable row level security;
alter table request_row force row level security;
create policy request_row_of_tenant on request_row using (may_see(tenant_id));
