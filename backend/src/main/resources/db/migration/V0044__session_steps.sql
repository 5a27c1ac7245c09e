-- A log-in may take several steps, and a policy may allow one session at a time.

alter table session
    add column state         text not null default 'ACTIVE',
    add column method        text not null default 'CERT',
    add column change_reason text;

-- The last log-ins of a tenant, whoever's they were.
create index session_of_tenant_opened on session (tenant_id, opened_at);
