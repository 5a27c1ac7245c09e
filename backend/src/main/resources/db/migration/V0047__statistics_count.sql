-- How many certificates there are and what became of them, counted as they change: no page counts the register. A count is what the rows of the
-- register contribute (counted below), so that a change adds what the new row contributes and takes away what the old one did.

alter table certificate add column domain text;

-- The registered domain that a name belongs to, the longest first: the name itself, a name below it, or a mail address at it.
create function domain_of(tenant uuid, host text) returns text language sql stable parallel safe as $$
    select domain.name from domain
    where domain.tenant_id = tenant and right('.' || replace(lower(host), '@', '.'), length(domain.name) + 1) = '.' || domain.name
    order by length(domain.name) desc limit 1
$$;

-- Kept with the certificate, because a tenant's domains change.
create function find_domain() returns trigger language plpgsql as $$
begin
    new.domain := coalesce(domain_of(new.tenant_id, new.common_name), domain_of(new.tenant_id, new.subscriber_email));
    return new;
end $$;
create trigger certificate_domain before insert on certificate
    for each row when (new.kind in ('SERVER', 'CLIENT', 'SMIME', 'CODE_SIGNING')) execute function find_domain();

-- Months are their first days; days and months are those of the tenant's time zone.
create table statistics_count (
    tenant_id   uuid not null,
    measure     text not null,
    day         date not null,
    domain      text not null,
    kind        text not null,
    count       bigint not null,
    primary key (tenant_id, measure, day, domain, kind)
);
alter table statistics_count enable row level security;
alter table statistics_count force row level security;
create policy statistics_count_of_tenant on statistics_count using (may_see(tenant_id));

-- Changes that are not added up yet: rows that are only added make no change wait for another.
create table statistics_count_change (
    tenant_id   uuid not null,
    id          bigint generated always as identity,
    measure     text not null,
    day         date not null,
    domain      text not null,
    kind        text not null,
    count       bigint not null,
    primary key (tenant_id, id)
);
create index statistics_count_change_of_all on statistics_count_change (id);
alter table statistics_count_change enable row level security;
alter table statistics_count_change force row level security;
create policy statistics_count_change_of_tenant on statistics_count_change using (may_see(tenant_id));

create view v_statistics_count with (security_invoker = true) as
    select tenant_id, measure, day, domain, kind, count from statistics_count
    union all
    select tenant_id, measure, day, domain, kind, count from statistics_count_change;

-- What one row of the register contributes. ENDING and WAITING stand at the day on which the certificate ends, the others at the month in
-- which it happened.
create function counted(zone text, issued timestamptz, applied boolean, ends timestamptz, revoked timestamptz, waiting boolean, renewed timestamptz)
    returns table (measure text, day date) language sql stable parallel safe as $$
    select each.measure, each.day from (values
        ('ISSUED', date_trunc('month', issued at time zone zone)::date, true),
        ('APPLIED', date_trunc('month', issued at time zone zone)::date, applied),
        ('RENEWED', date_trunc('month', renewed at time zone zone)::date, renewed is not null),
        ('REVOKED', date_trunc('month', revoked at time zone zone)::date, revoked is not null),
        ('ENDING', (ends at time zone zone)::date, revoked is null),
        ('WAITING', (ends at time zone zone)::date, waiting and revoked is null and renewed is null)
    ) as each (measure, day, holds)
    where each.holds
$$;

create function count_certificates() returns trigger language plpgsql as $$
begin
    if tg_op = 'INSERT' then
        insert into statistics_count_change (tenant_id, measure, day, domain, kind, count)
        select c.tenant_id, m.measure, m.day, coalesce(c.domain, ''), c.kind, count(*)
        from added c join tenant t on t.id = c.tenant_id
            left join certificate r on r.tenant_id = c.tenant_id and r.id = c.renewed_by,
            counted(t.time_zone, c.issued_at, c.request_file_id is null, c.not_after, c.revoked_at,
                c.collect_by is not null and c.collected_at is null, r.issued_at) m
        where c.kind not in ('OPERATOR', 'PLATFORM')
        group by 1, 2, 3, 4, 5;
    else
        insert into statistics_count_change (tenant_id, measure, day, domain, kind, count)
        select tenant_id, measure, day, domain, kind, sum(change)
        from (
            select c.tenant_id, m.measure, m.day, coalesce(c.domain, '') as domain, c.kind, c.change
            from (
                select tenant_id, domain, kind, issued_at, request_file_id, not_after, revoked_at, collect_by, collected_at, renewed_by, 1 as change
                from added
                union all
                select tenant_id, domain, kind, issued_at, request_file_id, not_after, revoked_at, collect_by, collected_at, renewed_by, -1
                from removed
            ) c join tenant t on t.id = c.tenant_id
                left join certificate r on r.tenant_id = c.tenant_id and r.id = c.renewed_by,
                counted(t.time_zone, c.issued_at, c.request_file_id is null, c.not_after, c.revoked_at,
                    c.collect_by is not null and c.collected_at is null, r.issued_at) m
            where c.kind not in ('OPERATOR', 'PLATFORM')
        ) as change
        group by 1, 2, 3, 4, 5 having sum(change) <> 0;
    end if;
    return null;
end $$;
create trigger certificate_count_added after insert on certificate
    referencing new table as added for each statement execute function count_certificates();
create trigger certificate_count_changed after update on certificate
    referencing old table as removed new table as added for each statement execute function count_certificates();

-- Applications in files: what a submission asked for. Column 1 of a row is the subject.
create function applied_in(tenant uuid, file uuid)
    returns table (day date, domain text, kind text, count bigint) language sql stable as $$
    select date_trunc('month', f.submitted_at at time zone t.time_zone)::date,
           coalesce(domain_of(f.tenant_id, substring(r.text from '(?i)^"?CN=([^,\t"]+)')), ''), f.kind, count(*)
    from request_file f join tenant t on t.id = f.tenant_id
        join request_row r on r.tenant_id = f.tenant_id and r.request_file_id = f.id and r.errors is null
    where f.tenant_id = tenant and f.id = file and f.submitted_at is not null and f.operation in ('ISSUE', 'RENEW')
    group by 1, 2, 3
$$;

create function count_applications() returns trigger language plpgsql as $$
begin
    insert into statistics_count_change (tenant_id, measure, day, domain, kind, count)
    select new.tenant_id, 'APPLIED', a.day, a.domain, a.kind, a.count from applied_in(new.tenant_id, new.id) a;
    return null;
end $$;
create trigger request_file_count after update on request_file
    for each row when (old.submitted_at is null and new.submitted_at is not null) execute function count_applications();

create function count_failed_log_in() returns trigger language plpgsql as $$
begin
    insert into statistics_count_change (tenant_id, measure, day, domain, kind, count)
    select new.tenant_id, 'FAILED_LOG_IN', (new.at at time zone t.time_zone)::date, '', '', 1 from tenant t where t.id = new.tenant_id;
    return null;
end $$;
create trigger audit_event_failed_log_in after insert on audit_event
    for each row when (new.operation = 'session.open' and new.outcome = 'FAILURE') execute function count_failed_log_in();

-- Counts the certificates of a tenant anew from the register: at first, and when its days become other ones.
create function recount_certificates(tenant uuid) returns void language sql as $$
    delete from statistics_count where tenant_id = tenant and measure <> 'FAILED_LOG_IN';
    delete from statistics_count_change where tenant_id = tenant and measure <> 'FAILED_LOG_IN';
    insert into statistics_count (tenant_id, measure, day, domain, kind, count)
    select tenant, measure, day, domain, kind, sum(count) from (
        select m.measure, m.day, coalesce(c.domain, '') as domain, c.kind, 1::bigint as count
        from certificate c join tenant t on t.id = c.tenant_id
            left join certificate r on r.tenant_id = c.tenant_id and r.id = c.renewed_by,
            counted(t.time_zone, c.issued_at, c.request_file_id is null, c.not_after, c.revoked_at,
                c.collect_by is not null and c.collected_at is null, r.issued_at) m
        where c.tenant_id = tenant and c.kind not in ('OPERATOR', 'PLATFORM')
        union all
        select 'APPLIED', a.day, a.domain, a.kind, a.count
        from request_file f, applied_in(f.tenant_id, f.id) a where f.tenant_id = tenant
    ) as every
    group by measure, day, domain, kind;
$$;

create function recount_in_new_zone() returns trigger language plpgsql as $$
begin
    perform recount_certificates(new.id);
    return null;
end $$;
create trigger tenant_zone_changed after update on tenant
    for each row when (old.time_zone is distinct from new.time_zone) execute function recount_in_new_zone();

select set_config('shomei.tenant', '*', true);
update certificate set domain = coalesce(domain_of(tenant_id, common_name), domain_of(tenant_id, subscriber_email))
    where kind in ('SERVER', 'CLIENT', 'SMIME', 'CODE_SIGNING');
delete from statistics_count_change;
select recount_certificates(id) from tenant;
