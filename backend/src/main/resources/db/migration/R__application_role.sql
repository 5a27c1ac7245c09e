-- What the role as which the platform works may do: read and write rows, and nothing else. It owns no table, so row-level security binds it
-- wherever a table has it. A platform that was given one role for everything works as the owner.
do $$ begin
    if current_user = '${application}' then
        return;
    end if;

    grant usage on schema public to "${application}";
    grant select, insert, update, delete on all tables in schema public to "${application}";
    grant usage, select on all sequences in schema public to "${application}";
    alter default privileges in schema public grant select, insert, update, delete on tables to "${application}";
    alter default privileges in schema public grant usage, select on sequences to "${application}";
    revoke all on flyway_schema_history from "${application}";

    -- What these say is read through their views alone; triggers write them as whoever causes it.
    revoke select on certificate_text, account_text, audit_words from "${application}";
    grant select (tenant_id, id) on certificate_text, account_text, audit_words to "${application}";
end $$;
