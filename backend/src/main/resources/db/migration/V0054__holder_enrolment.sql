-- Client certificates that were applied for in request files: who collects what, and with which secret from whom.

-- All certificates of one file that one administrator answers for and that are handed out in one way. It bears the id of one of them.
create table enrolment_lot (
    tenant_id               uuid not null references tenant (id),
    id                      uuid not null,
    request_file_id         uuid not null,
    delivery                text not null,
    administrator_name      text not null,
    administrator_email     text not null,
    officer_name            text not null,
    officer_email           text,
    pin_token_sha256        bytea not null,
    archive_token_sha256    bytea,
    deadline                timestamptz not null,
    created_at              timestamptz not null,
    opened_at               timestamptz,
    pins_fetched_at         timestamptz,
    pins_fetched_from       text,
    pins_receipt            bytea,
    collected_at            timestamptz,
    collected_from          text,
    receipt                 bytea,
    primary key (tenant_id, id),
    unique (tenant_id, request_file_id, delivery, administrator_email)
);
create unique index enrolment_lot_by_pin_token on enrolment_lot (pin_token_sha256);
create unique index enrolment_lot_by_archive_token on enrolment_lot (archive_token_sha256);
alter table enrolment_lot enable row level security;
alter table enrolment_lot force row level security;
create policy enrolment_lot_of_tenant on enrolment_lot using (may_see(tenant_id));

-- The right to one client certificate. What it is to contain is kept here, because a browser's key is certified when it is collected.
create table holder_enrolment (
    tenant_id           uuid not null references tenant (id),
    certificate_id      uuid not null,
    lot_id              uuid not null,
    request_line        bigint not null,
    token_sha256        bytea,
    profile             text not null,
    subject_dn          text not null,
    file_name           text not null,
    renews              uuid,
    subscriber_unit     text not null,
    failures            integer not null default 0,
    collected_at        timestamptz,
    collected_from      text,
    receipt             bytea,
    ended_at            timestamptz,
    primary key (tenant_id, certificate_id),
    foreign key (tenant_id, lot_id) references enrolment_lot (tenant_id, id)
);
create unique index holder_enrolment_by_token on holder_enrolment (token_sha256);
create index holder_enrolment_of_lot on holder_enrolment (tenant_id, lot_id, request_line);
alter table holder_enrolment enable row level security;
alter table holder_enrolment force row level security;
create policy holder_enrolment_of_tenant on holder_enrolment using (may_see(tenant_id));

-- The access PIN of an applicant's own choice (column 15) is never in a row's text.
alter table request_row add column secret bytea;
