-- SPDX-FileCopyrightText: The Tridesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The journal: entries that never change, numbered without gaps, each chained to the one before. Run by the owner
-- of the database, in one transaction, by whatever program of his comes first.

CREATE SCHEMA tridesk;

CREATE TABLE tridesk.entries (
    seq bigint PRIMARY KEY,
    recorded_at bigint NOT NULL,    -- milliseconds since 1970, as all times here
    request uuid NOT NULL,
    happened_at bigint NOT NULL,
    seat text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    stream text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    payload bytea NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);
CREATE INDEX entries_stream ON tridesk.entries (stream, seq);
CREATE INDEX entries_request ON tridesk.entries (request, seq);

-- Where the journal ends. Who appends holds this one row until he commits: so numbers become visible in their order,
-- and a reader that has seen entry 7 can never be given a 6 afterwards. A sequence would promise neither.
CREATE TABLE tridesk.head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    seq bigint NOT NULL,
    hash bytea NOT NULL
);
INSERT INTO tridesk.head (seq, hash) VALUES (0, decode(repeat('00', 32), 'hex'));

CREATE TABLE tridesk.receipts (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    seat text COLLATE "C" NOT NULL,
    account text COLLATE "C" NOT NULL,
    stage integer NOT NULL CHECK (stage BETWEEN 0 AND 2),
    from_seq bigint NOT NULL,
    to_seq bigint NOT NULL,
    at bigint NOT NULL,
    CHECK (from_seq <= to_seq)
);
CREATE INDEX receipts_seat ON tridesk.receipts (seat, stage, at);

-- What a site may set; one row.
CREATE TABLE tridesk.site (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    clock_slack_ms bigint NOT NULL DEFAULT 300000 -- a recorded_at further than this from the server's clock is refused
);
INSERT INTO tridesk.site DEFAULT VALUES;

CREATE FUNCTION tridesk.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'entries never change' USING ERRCODE = 'TD003';
END $$;
CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON tridesk.entries
    FOR EACH ROW EXECUTE FUNCTION tridesk.refuse_change();
CREATE TRIGGER entries_stay_all BEFORE TRUNCATE ON tridesk.entries
    FOR EACH STATEMENT EXECUTE FUNCTION tridesk.refuse_change();

-- app/journal/chain.cpp says what a hash is over; these say the same, so that nobody can give an entry a hash.
CREATE FUNCTION tridesk.hashed_bytes(part bytea) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT int8send(octet_length(part)::bigint) || part $$;

CREATE FUNCTION tridesk.hashed_text(part text) RETURNS bytea
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT tridesk.hashed_bytes(convert_to(part, 'UTF8')) $$;

CREATE FUNCTION tridesk.chain_hash(previous bytea, e_seq bigint, e_recorded_at bigint, e_request uuid,
    e_happened_at bigint, e_seat text, e_account text, e_stream text, e_kind text, e_version integer, e_payload bytea)
    RETURNS bytea LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog AS
$$ SELECT sha256(tridesk.hashed_bytes(previous) || int8send(e_seq) || int8send(e_recorded_at)
    || tridesk.hashed_bytes(uuid_send(e_request)) || int8send(e_happened_at) || tridesk.hashed_text(e_seat)
    || tridesk.hashed_text(e_account) || tridesk.hashed_text(e_stream) || tridesk.hashed_text(e_kind)
    || int8send(e_version::bigint) || tridesk.hashed_bytes(e_payload)) $$;

-- The lock that every step begins with, and where the journal ended when it was got.
CREATE FUNCTION tridesk.begin_step(OUT seq bigint, OUT hash bytea)
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT h.seq, h.hash FROM tridesk.head h FOR UPDATE $$;

CREATE FUNCTION tridesk.head_now(OUT seq bigint, OUT hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT h.seq, h.hash FROM tridesk.head h $$;

-- The one way in. Numbers and chains by itself; whoever asks says only what happened.
CREATE FUNCTION tridesk.append(e_recorded_at bigint, e_request uuid, e_happened_at bigint, e_seat text, e_account text,
    e_stream text, e_kind text, e_version bigint, e_payload bytea, OUT seq bigint, OUT hash bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    last record;
    slack bigint := (SELECT clock_slack_ms FROM tridesk.site);
    now_ms bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
BEGIN
    IF abs(e_recorded_at - now_ms) > slack THEN
        RAISE EXCEPTION 'recorded_at is % s away from the server''s clock', (e_recorded_at - now_ms) / 1000
            USING ERRCODE = 'TD002';
    END IF;
    SELECT h.seq, h.hash INTO STRICT last FROM tridesk.head h FOR UPDATE;
    seq := last.seq + 1;
    hash := tridesk.chain_hash(last.hash, seq, e_recorded_at, e_request, e_happened_at, e_seat, e_account, e_stream,
        e_kind, e_version::integer, e_payload);
    INSERT INTO tridesk.entries VALUES (seq, e_recorded_at, e_request, e_happened_at, e_seat, e_account, e_stream,
        e_kind, e_version::integer, e_payload, last.hash, hash);
    UPDATE tridesk.head h SET seq = append.seq, hash = append.hash;
    PERFORM pg_notify('tridesk_journal', ''); -- delivered after the commit, once for all of it
END $$;

-- Joins a receipt with the one that it touches, else adds it.
CREATE FUNCTION tridesk.record_receipt(r_seat text, r_account text, r_stage bigint, r_from bigint, r_to bigint,
    r_at bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    known bigint;
BEGIN
    SELECT r.id INTO known FROM tridesk.receipts r WHERE r.seat = r_seat AND r.stage = r_stage AND r.at = r_at
        AND r.account = r_account AND r.from_seq <= r_to + 1 AND r.to_seq >= r_from - 1 LIMIT 1 FOR UPDATE;
    IF known IS NULL THEN
        INSERT INTO tridesk.receipts (seat, account, stage, from_seq, to_seq, at)
            VALUES (r_seat, r_account, r_stage::integer, r_from, r_to, r_at);
    ELSE
        UPDATE tridesk.receipts SET from_seq = least(from_seq, r_from), to_seq = greatest(to_seq, r_to)
            WHERE id = known;
    END IF;
END $$;

REVOKE ALL ON SCHEMA tridesk FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA tridesk FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tridesk FROM PUBLIC;
