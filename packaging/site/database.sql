-- SPDX-FileCopyrightText: The Tridesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Makes a desk's database, as the server's administrator, after roles.sql:
--   psql -d postgres -v ON_ERROR_STOP=1 -v database=tridesk -f database.sql
-- Its tables come with the first  tridesk-journal migrate postgresql://tridesk_owner@…/tridesk

CREATE DATABASE :"database" OWNER tridesk_owner TEMPLATE template0 ENCODING 'UTF8';
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO tridesk_seat;
\connect :"database"
REVOKE ALL ON SCHEMA public FROM PUBLIC;
