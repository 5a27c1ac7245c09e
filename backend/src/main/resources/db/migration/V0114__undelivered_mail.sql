-- Mails that could not be delivered, counted as they fail: at the day on which they were written, so that one that arrives after all is taken
-- away where it stands.

create function count_undelivered() returns trigger language plpgsql as $$
begin
    insert into statistics_count_change (tenant_id, measure, day, domain, kind, count)
    select new.tenant_id, 'UNDELIVERED', (new.created_at at time zone t.time_zone)::date, '', '',
           case when new.state = 'FAILED' then 1 else -1 end
    from tenant t where t.id = new.tenant_id;
    return null;
end $$;
create trigger notice_undelivered after update on notice
    for each row when ((old.state = 'FAILED') <> (new.state = 'FAILED')) execute function count_undelivered();

create function undelivered_of(tenant uuid)
    returns table (day date, count bigint) language sql stable as $$
    select (n.created_at at time zone t.time_zone)::date, count(*)
    from notice n join tenant t on t.id = n.tenant_id
    where n.tenant_id = tenant and n.state = 'FAILED'
    group by 1
$$;

-- As before, and mails with the certificates: when a tenant's days become other ones, they stand at other days too.
create or replace function recount_certificates(tenant uuid) returns void language sql as $$
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
        union all
        select 'UNDELIVERED', u.day, '', '', u.count from undelivered_of(tenant) u
    ) as every
    group by measure, day, domain, kind;
$$;

select set_config('shomei.tenant', '*', true);
insert into statistics_count (tenant_id, measure, day, domain, kind, count)
select t.id, 'UNDELIVERED', u.day, '', '', u.count from tenant t, undelivered_of(t.id) u;
