-- SPDX-FileCopyrightText: The Tridesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Adds a user, or moves one to another place, as the server's administrator, in the desk's database:
--   psql -d tridesk -v ON_ERROR_STOP=1 -v user=wang -v tier=station -v place=ST03 -f user.sql
-- tier is bureau, station, field, gateway or reviewer; place is the station's or the unit's code, and empty for the
-- others. The name is the one that the user signs in with at the console. A password is given with  \password wang
-- (psql sends its hash alone). A user who leaves:  ALTER ROLE wang NOLOGIN;  never DROP, the journal names him.

SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = :'user') AS is_new \gset
\if :is_new
CREATE ROLE :"user" LOGIN NOINHERIT NOCREATEDB NOCREATEROLE CONNECTION LIMIT 8;
\endif
GRANT tridesk_seat TO :"user" WITH INHERIT TRUE, SET FALSE;
-- Who stops in the middle of a step holds the others up for so long at most.
ALTER ROLE :"user" SET idle_in_transaction_session_timeout = '10s';
ALTER ROLE :"user" SET transaction_timeout = '60s';
INSERT INTO tridesk.accounts (role, tier, place) VALUES (:'user', :'tier', :'place')
    ON CONFLICT (role) DO UPDATE SET tier = excluded.tier, place = excluded.place;
