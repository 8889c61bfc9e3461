-- SPDX-FileCopyrightText: The Tridesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Once for a server, as its administrator:  psql -d postgres -v ON_ERROR_STOP=1 -f roles.sql
-- May be run again. tridesk_owner owns the database and brings its tables up; no console signs in as it. tridesk_seat
-- is what every user's own role is in.

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tridesk_owner') THEN
        CREATE ROLE tridesk_owner LOGIN;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tridesk_seat') THEN
        CREATE ROLE tridesk_seat NOLOGIN;
    END IF;
END $$;
