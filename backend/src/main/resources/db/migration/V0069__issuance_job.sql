-- Certificates that an administrator has issued many at once. Names and licences are taken with the job; whether a line has its certificate,
-- the register tells.

-- The last number that a name was made with. It only grows: no name is given out twice.
create table name_sequence (
    tenant_id   uuid primary key references tenant (id),
    last        bigint not null
);
alter table name_sequence enable row level security;
alter table name_sequence force row level security;
create policy name_sequence_of_tenant on name_sequence using (may_see(tenant_id));

create table issuance_job (
    tenant_id       uuid not null references tenant (id),
    id              uuid not null,
    state           text not null,
    renewal         boolean not null,
    profile         text not null,
    key             text not null,
    total           integer not null,
    done            integer not null default 0,
    failed          integer not null default 0,
    first_name      text not null,
    last_name       text not null,
    created_at      timestamptz not null,
    created_by      uuid not null,
    creator         text not null,
    created_from    text not null,
    started_at      timestamptz,
    -- Since when it goes on without an interruption, and how far it was then.
    resumed_at      timestamptz,
    resumed_done    integer,
    finished_at     timestamptz,
    primary key (tenant_id, id)
);
create index issuance_job_running on issuance_job (tenant_id) where state in ('RUNNING', 'CANCELLING');
alter table issuance_job enable row level security;
alter table issuance_job force row level security;
create policy issuance_job_of_tenant on issuance_job using (may_see(tenant_id));

create table issuance_job_line (
    tenant_id       uuid not null,
    job_id          uuid not null,
    number          integer not null,
    certificate_id  uuid not null,
    common_name     text not null,
    renews          uuid,
    -- Why no certificate came of it; null as long as one may, or did.
    failure         text,
    primary key (tenant_id, job_id, number),
    foreign key (tenant_id, job_id) references issuance_job (tenant_id, id)
);
alter table issuance_job_line enable row level security;
alter table issuance_job_line force row level security;
create policy issuance_job_line_of_tenant on issuance_job_line using (may_see(tenant_id));
