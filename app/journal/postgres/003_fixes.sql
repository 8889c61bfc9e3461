-- SPDX-FileCopyrightText: The Tridesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Positions: batches as they arrived, packed as in fixes.db (app/journal/fix_codec.h), a partition a day. A row a fix
-- would be told apart by the server, but costs five times the room and, with an index, ten times the time; and whole
-- days go by dropping a table, which a DELETE of millions of rows is no match for.

CREATE TABLE tridesk.fix_batches (
    day integer NOT NULL, -- days since 1970 by the server's clock, when it came in
    id bigint NOT NULL,
    first_at bigint NOT NULL,
    last_at bigint NOT NULL,
    count integer NOT NULL,
    format integer NOT NULL,
    data bytea NOT NULL,
    PRIMARY KEY (day, id)
) PARTITION BY RANGE (day);
CREATE INDEX fix_batches_id ON tridesk.fix_batches (id);
CREATE INDEX fix_batches_span ON tridesk.fix_batches (last_at, first_at);

-- The newest fix of each unit as of one batch, every so many: from the one before an instant on, little must be read.
CREATE TABLE tridesk.fix_keyframes (
    batch bigint PRIMARY KEY,
    at bigint NOT NULL,
    format integer NOT NULL,
    data bytea NOT NULL
);
CREATE INDEX fix_keyframes_at ON tridesk.fix_keyframes (at);

-- Whoever adds holds this row until he commits, so that batches become visible in the order of their numbers.
CREATE TABLE tridesk.fix_head (one boolean PRIMARY KEY DEFAULT true CHECK (one), id bigint NOT NULL);
INSERT INTO tridesk.fix_head (id) VALUES (0);

ALTER TABLE tridesk.site ADD COLUMN fixes_keep_days integer NOT NULL DEFAULT 90 CHECK (fixes_keep_days >= 0); -- 0: all

CREATE FUNCTION tridesk.may_write_fixes() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog AS $$ SELECT tridesk.my_tier() IN ('bureau', 'gateway') $$;

-- Takes away the days that are kept no longer; how many. Whoever reads one of them just now keeps it until next time.
CREATE FUNCTION tridesk.drop_old_fixes(today integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog SET lock_timeout = '1s' AS $$
DECLARE
    keep integer := (SELECT fixes_keep_days FROM tridesk.site);
    old record;
    dropped integer := 0;
BEGIN
    IF keep = 0 THEN
        RETURN 0;
    END IF;
    FOR old IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'tridesk.fix_batches'::regclass
                AND substring(c.relname FROM 'fix_batches_(\d+)$')::integer < today - keep LOOP
        BEGIN
            EXECUTE format('DROP TABLE tridesk.%I', old.relname);
            dropped := dropped + 1;
        EXCEPTION WHEN lock_not_available THEN
            RETURN dropped;
        END;
    END LOOP;
    IF dropped > 0 THEN
        DELETE FROM tridesk.fix_keyframes k
            WHERE k.batch < (SELECT coalesce(min(b.id), k.batch) FROM tridesk.fix_batches b);
    END IF;
    RETURN dropped;
END $$;

CREATE FUNCTION tridesk.append_fixes(f_first bigint, f_last bigint, f_count bigint, f_format bigint, f_data bytea)
    RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    today integer := floor(extract(epoch FROM clock_timestamp()) / 86400)::integer;
    batch bigint;
BEGIN
    IF NOT tridesk.may_write_fixes() THEN
        PERFORM tridesk.not_yours('positions');
    END IF;
    UPDATE tridesk.fix_head SET id = id + 1 RETURNING id INTO batch;
    IF to_regclass('tridesk.fix_batches_' || today) IS NULL THEN
        EXECUTE format('CREATE TABLE tridesk.%I PARTITION OF tridesk.fix_batches FOR VALUES FROM (%s) TO (%s)',
            'fix_batches_' || today, today, today + 1);
        PERFORM tridesk.drop_old_fixes(today);
    END IF;
    INSERT INTO tridesk.fix_batches VALUES (today, batch, f_first, f_last, f_count::integer, f_format::integer, f_data);
    PERFORM pg_notify('tridesk_fixes', '');
    RETURN batch;
END $$;

CREATE FUNCTION tridesk.keep_fixes(k_batch bigint, k_at bigint, k_format bigint, k_data bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF NOT tridesk.may_write_fixes() THEN
        PERFORM tridesk.not_yours('positions');
    END IF;
    INSERT INTO tridesk.fix_keyframes VALUES (k_batch, k_at, k_format::integer, k_data) ON CONFLICT DO NOTHING;
END $$;

-- Packed together they cannot be told apart by unit here: below the bureau nobody reads them.
ALTER TABLE tridesk.fix_batches ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_what_is_yours ON tridesk.fix_batches FOR SELECT TO tridesk_seat
    USING ((SELECT tridesk.reads_all()));
ALTER TABLE tridesk.fix_keyframes ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_what_is_yours ON tridesk.fix_keyframes FOR SELECT TO tridesk_seat
    USING ((SELECT tridesk.reads_all()));

REVOKE ALL ON ALL TABLES IN SCHEMA tridesk FROM PUBLIC;
REVOKE ALL ON FUNCTION tridesk.may_write_fixes(), tridesk.drop_old_fixes(integer),
    tridesk.append_fixes(bigint, bigint, bigint, bigint, bytea),
    tridesk.keep_fixes(bigint, bigint, bigint, bytea) FROM PUBLIC;
GRANT SELECT ON tridesk.fix_batches, tridesk.fix_keyframes TO tridesk_seat;
GRANT EXECUTE ON FUNCTION tridesk.append_fixes(bigint, bigint, bigint, bigint, bytea),
    tridesk.keep_fixes(bigint, bigint, bigint, bytea) TO tridesk_seat;
