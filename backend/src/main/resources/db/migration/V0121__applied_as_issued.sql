-- Applications in files count where their certificates will: a name that lies under no domain belongs to that of the subscriber's mail address
-- (column 10), as in the register, and the profile (column 2) says of which kind the certificate is: a file of client certificates holds those for
-- mail, too.
create or replace function applied_in(tenant uuid, file uuid)
    returns table (day date, domain text, kind text, count bigint) language sql stable as $$
    select date_trunc('month', f.submitted_at at time zone t.time_zone)::date,
           coalesce(domain_of(f.tenant_id, substring(r.text from '(?i)^"?CN=([^,\t"]+)')),
               domain_of(f.tenant_id, split_part(r.text, e'\t', 10)), ''),
           coalesce((select p.content ->> 'kind' from profile p where p.id = split_part(r.text, e'\t', 2) order by p.version desc limit 1), f.kind),
           count(*)
    from request_file f join tenant t on t.id = f.tenant_id
        join request_row r on r.tenant_id = f.tenant_id and r.request_file_id = f.id and r.errors is null
    where f.tenant_id = tenant and f.id = file and f.submitted_at is not null and f.operation in ('ISSUE', 'RENEW')
    group by 1, 2, 3
$$;

select set_config('shomei.tenant', '*', true);
select recount_certificates(id) from tenant;
