#!/bin/sh
# Run by the image once, when it makes the data folder: the application's role owns its database and is no superuser.
# The extensions lie in the template, so that they are in every database made from it, a restored one too.
set -eu
psql --set ON_ERROR_STOP=1 --username postgres --dbname template1 <<'SQL'
\set password `cat "${SECRETS:-/run/secrets}/database_password"`
CREATE EXTENSION vector;
CREATE EXTENSION pg_trgm;
CREATE ROLE factcheck LOGIN CREATEDB PASSWORD :'password';
CREATE DATABASE factcheck OWNER factcheck;
SQL
