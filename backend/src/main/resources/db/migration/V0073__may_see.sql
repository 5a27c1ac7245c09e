-- As before, with the setting read once a row: a list that is counted asks this of ten thousand rows, which is most of what counting takes.
create or replace function may_see(tenant uuid) returns boolean
    language sql stable parallel safe
    return case current_setting('shomei.tenant', true)
        when tenant::text then true
        when '*' then true
        else false
    end;
