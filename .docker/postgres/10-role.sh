#!/bin/sh
# One role owns the database and migrates it; the application works as another one, which owns nothing, so that row-level security
# binds it. Neither is a superuser.
set -eu
psql -v ON_ERROR_STOP=1 -v owner="$SHOMEI_DB_OWNER_PASSWORD" -v application="$SHOMEI_DB_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
create role shomei login nosuperuser password :'owner';
create role shomei_app login nosuperuser password :'application';
create database shomei owner shomei encoding 'UTF8';
SQL
