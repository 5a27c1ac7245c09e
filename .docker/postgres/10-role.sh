#!/bin/sh
# The application's role owns its database and is no superuser, so that row-level security binds it.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$SHOMEI_DB_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
create role shomei login nosuperuser password :'password';
create database shomei owner shomei encoding 'UTF8';
SQL
