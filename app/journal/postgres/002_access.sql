-- SPDX-FileCopyrightText: The Tridesk contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Who may read and write what, refused by the server itself, whatever program is spoken through. Every user signs in
-- under a role of his own that is in tridesk_seat (packaging/site/roles.sql) and has a row in tridesk.accounts. The
-- rules are those of app/access (permission.h, redaction.h) as far as one entry and what came before it can tell.

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'tridesk_seat') THEN
        RAISE EXCEPTION 'the role tridesk_seat is missing: run packaging/site/roles.sql first';
    END IF;
END $$;

CREATE TABLE tridesk.accounts (
    role name PRIMARY KEY,
    tier text NOT NULL CHECK (tier IN ('bureau', 'station', 'field', 'gateway', 'reviewer')),
    place text COLLATE "C" NOT NULL DEFAULT '', -- the station's or the unit's code
    CHECK ((place <> '') = (tier IN ('station', 'field')))
);

-- What the entries so far say of whose an incident, a unit, a message is. Kept by append().
CREATE TABLE tridesk.incidents (
    incident text COLLATE "C" PRIMARY KEY,
    number bigint,
    post text COLLATE "C",
    brought_by text COLLATE "C",
    sensitive boolean NOT NULL DEFAULT false,
    confidential boolean NOT NULL DEFAULT false
);
CREATE INDEX incidents_number ON tridesk.incidents (number);
CREATE TABLE tridesk.orders (
    incident text COLLATE "C" NOT NULL,
    order_id text COLLATE "C" NOT NULL,
    to_unit text COLLATE "C",
    to_post text COLLATE "C",
    issued_by text COLLATE "C" NOT NULL,
    release_at bigint NOT NULL, -- the crew is told of it from then on
    recalled boolean NOT NULL DEFAULT false,
    PRIMARY KEY (incident, order_id)
);
CREATE TABLE tridesk.units (unit text COLLATE "C" PRIMARY KEY, post text COLLATE "C");
CREATE TABLE tridesk.messages (
    message text COLLATE "C" PRIMARY KEY,
    sender text COLLATE "C" NOT NULL,
    room_of text COLLATE "C" -- the incident in whose room it was said: for all who work on that
);
CREATE TABLE tridesk.readers (
    message text COLLATE "C" NOT NULL,
    seat text COLLATE "C" NOT NULL,
    PRIMARY KEY (message, seat)
);
-- Who drew a plot, named a place, noted a premise; and the incident that a drawing is for.
CREATE TABLE tridesk.marks (
    stream text COLLATE "C" PRIMARY KEY,
    seat text COLLATE "C" NOT NULL,
    incident text COLLATE "C"
);

ALTER TABLE tridesk.entries ADD COLUMN names_callers boolean NOT NULL DEFAULT false;

-- Which kinds a tier below the bureau may write at all. The bureau and the gateway write every kind.
CREATE TABLE tridesk.kinds (kind text COLLATE "C" PRIMARY KEY, station boolean NOT NULL, field boolean NOT NULL);
INSERT INTO tridesk.kinds VALUES
    ('post.defined', false, false), ('unit.defined', false, false), ('catalogue.defined', false, false),
    ('policy.defined', false, false), ('video.policy_defined', false, false), ('camera.defined', false, false),
    ('camera.retired', false, false), ('feed.defined', false, false), ('feed.retired', false, false),
    ('sector.moved', false, false), ('sector.move_noted', false, false), ('deadline.missed', false, false),
    ('unit.check_missed', false, false), ('incident.step_missed', false, false),
    ('seat.opened', true, true), ('seat.closed', true, true), ('look.recorded', true, true),
    ('handover.offered', true, true), ('handover.taken', true, true), ('alarm.acknowledged', true, false),
    ('alarm.shelved', true, false),
    ('unit.logged_on', true, true), ('unit.logged_off', true, true), ('unit.status_set', true, true),
    ('unit.timer_set', true, true), ('unit.camera_sign', true, true), ('emergency.raised', true, true),
    ('emergency.acknowledged', true, false), ('emergency.ended', true, false),
    ('incident.reported', true, true), ('incident.amended', true, true), ('incident.noted', true, true),
    ('incident.closed', true, false), ('incident.flagged', true, false), ('incident.tagged', true, false),
    ('incident.held', true, false), ('incident.merged', true, false), ('incident.split', true, false),
    ('incident.reopened', true, false), ('incident.transferred', true, false),
    ('incident.transfer_returned', true, false), ('incident.plan_opened', true, true),
    ('incident.step_ticked', true, false),
    ('order.issued', true, true), ('order.delivered', true, true), ('order.shown', true, true),
    ('order.signed', true, true), ('order.under_way', true, true), ('order.arrived', true, true),
    ('order.reported', true, true), ('order.refused', true, true), ('order.closed', true, false),
    ('order.cancelled', true, false), ('order.recalled', true, false), ('order.notice_acknowledged', true, false),
    ('order.reinforcement_asked', true, true), ('order.role_set', true, false), ('order.chased', true, false),
    ('message.sent', true, true), ('message.advanced', true, true), ('message.withdrawn', true, true),
    ('plot.drawn', true, false), ('plot.erased', true, false), ('place.named', true, false),
    ('place.forgotten', true, false), ('premise.noted', true, false), ('premise.withdrawn', true, false),
    ('feed.view_began', true, true), ('feed.view_ended', true, true), ('footage.saved', true, true),
    ('footage.exported', true, false), ('footage.removed', true, false),
    ('bookmark.set', true, false), ('bookmark.removed', true, false), ('report.made', true, false),
    ('practice.began', false, false), ('beat.defined', false, false), ('beat.retired', false, false);

-- Of whoever signed in; SET ROLE changes nothing. The database's owner is as good as the gateway.
CREATE FUNCTION tridesk.my_tier() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT coalesce((SELECT tier FROM tridesk.accounts WHERE role = session_user),
        CASE WHEN pg_has_role(session_user, current_user, 'USAGE') THEN 'gateway' ELSE 'nobody' END)
$$;
CREATE FUNCTION tridesk.my_place() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT coalesce((SELECT place FROM tridesk.accounts WHERE role = session_user), '') $$;
CREATE FUNCTION tridesk.my_seat() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT tridesk.my_tier() || ':' || tridesk.my_place() $$;
CREATE FUNCTION tridesk.reads_all() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS
$$ SELECT tridesk.my_tier() IN ('bureau', 'gateway', 'reviewer') $$;

CREATE FUNCTION tridesk.is_my_unit(u text) RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT CASE tridesk.my_tier()
        WHEN 'field' THEN u = tridesk.my_place()
        WHEN 'station' THEN EXISTS (SELECT FROM tridesk.units k WHERE k.unit = u AND k.post = tridesk.my_place())
        ELSE false END
$$;

-- An order to the seat or one of its units; `told`: that it may know of already.
CREATE FUNCTION tridesk.is_sent_here(o tridesk.orders, told boolean) RETURNS boolean
    LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
    SELECT ((tridesk.my_tier() = 'station' AND o.to_post = tridesk.my_place()) OR tridesk.is_my_unit(o.to_unit))
        AND (NOT told OR (NOT o.recalled AND o.release_at <= (extract(epoch FROM clock_timestamp()) * 1000)::bigint))
$$;

-- permission.h: a station what lies in its area or was sent to it, a crew what it was ordered to; of a sensitive one
-- those alone who were sent to it, or brought it.
CREATE FUNCTION tridesk.sees_incident(i text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT tridesk.reads_all()
        OR EXISTS (SELECT FROM tridesk.incidents k WHERE k.incident = i AND (k.brought_by = tridesk.my_seat()
            OR (tridesk.my_tier() = 'station' AND k.post = tridesk.my_place() AND NOT k.sensitive)))
        OR EXISTS (SELECT FROM tridesk.orders o WHERE o.incident = i AND tridesk.is_sent_here(o, true))
$$;

CREATE FUNCTION tridesk.sees_message(the_message text) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
    SELECT EXISTS (SELECT FROM tridesk.messages m WHERE m.message = the_message
            AND (m.sender = tridesk.my_seat() OR (m.room_of IS NOT NULL AND tridesk.sees_incident(m.room_of))))
        OR EXISTS (SELECT FROM tridesk.readers r WHERE r.message = the_message AND r.seat = tridesk.my_seat())
$$;

CREATE FUNCTION tridesk.sees_entry(e_stream text, e_kind text, e_seat text, e_names_callers boolean) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    family text := split_part(e_stream, '/', 1);
    id text := split_part(e_stream, '/', 2);
    tier text := tridesk.my_tier();
BEGIN
    IF tier NOT IN ('station', 'field') THEN
        RETURN tridesk.reads_all();
    ELSIF family = 'incident' THEN
        IF NOT tridesk.sees_incident(id) THEN
            RETURN false;
        ELSIF e_names_callers AND (SELECT confidential FROM tridesk.incidents k WHERE k.incident = id) THEN
            RETURN false; -- a confidential caller is the bureau's alone
        ELSIF e_kind LIKE 'feed.%' OR e_kind LIKE 'footage.%' THEN
            RETURN e_seat = tridesk.my_seat() OR (tier = 'station' AND e_kind LIKE 'footage.%');
        END IF;
        RETURN true;
    END IF;
    RETURN e_seat = tridesk.my_seat() OR CASE family
        WHEN 'post' THEN true
        WHEN 'beat' THEN true
        WHEN 'unit' THEN e_kind = 'unit.defined' OR tridesk.is_my_unit(id)
        WHEN 'desk' THEN e_kind = 'catalogue.defined'
        WHEN 'message' THEN tridesk.sees_message(id)
        WHEN 'plot' THEN EXISTS (SELECT FROM tridesk.marks m WHERE m.stream = e_stream
            AND (m.incident IS NULL OR tridesk.sees_incident(m.incident)))
        WHEN 'camera' THEN tier = 'station'
        WHEN 'place' THEN tier = 'station'
        WHEN 'premise' THEN tier = 'station'
        ELSE false END;
END $$;

CREATE FUNCTION tridesk.payload_json(payload bytea) RETURNS jsonb
    LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
BEGIN
    RETURN convert_from(payload, 'UTF8')::jsonb;
EXCEPTION WHEN others THEN
    RETURN NULL;
END $$;

CREATE FUNCTION tridesk.not_yours(what text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION '% may not write %', session_user, what USING ERRCODE = 'TD001';
END $$;

-- Who speaks, as whom: below the bureau only as the own seat and by the own name.
CREATE FUNCTION tridesk.check_speaker(e_seat text, e_account text) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    tier text := tridesk.my_tier();
BEGIN
    IF tier = 'gateway' THEN
        RETURN; -- it has signed in whom it speaks for
    ELSIF tier IN ('bureau', 'reviewer') THEN
        IF e_seat !~ '^bureau(:[0-9]+)?$' AND NOT (tier = 'bureau' AND e_seat LIKE 'machine:%') THEN
            PERFORM tridesk.not_yours('the seat ' || e_seat);
        ELSIF e_account <> session_user AND NOT (e_account = '' AND e_seat LIKE 'machine:%') THEN
            PERFORM tridesk.not_yours('the name ' || e_account);
        END IF;
    ELSIF tier IN ('station', 'field') THEN
        IF e_seat <> tridesk.my_seat() THEN
            PERFORM tridesk.not_yours('the seat ' || e_seat);
        ELSIF e_account <> session_user THEN
            PERFORM tridesk.not_yours('the name ' || e_account);
        END IF;
    ELSE
        PERFORM tridesk.not_yours('this journal');
    END IF;
END $$;

CREATE FUNCTION tridesk.check_incident(id text, e_kind text, fact jsonb) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    tier text := tridesk.my_tier();
    known boolean := EXISTS (SELECT FROM tridesk.incidents k WHERE k.incident = id);
    the_order tridesk.orders;
BEGIN
    IF fact->>'incident' IS DISTINCT FROM id THEN
        PERFORM tridesk.not_yours('a stream that the entry does not name');
    ELSIF e_kind = 'incident.reported' THEN
        IF known OR EXISTS (SELECT FROM tridesk.incidents k WHERE k.number = (fact->>'number')::bigint) THEN
            PERFORM tridesk.not_yours('an incident that is there');
        ELSIF fact->'source'->>'name' IS NOT NULL AND fact->'source'->>'name' <> tridesk.my_seat() THEN
            PERFORM tridesk.not_yours('another''s report');
        END IF;
    ELSIF NOT tridesk.sees_incident(id) THEN
        PERFORM tridesk.not_yours('the incident ' || id);
    ELSIF e_kind = 'incident.flagged' AND fact->>'flag' IN ('sensitive', 'confidential_caller')
            AND NOT (fact->>'on')::boolean THEN
        PERFORM tridesk.not_yours('the end of a protection');
    ELSIF e_kind = 'incident.amended' AND fact->'callers' IS NOT NULL
            AND (SELECT confidential FROM tridesk.incidents k WHERE k.incident = id) THEN
        PERFORM tridesk.not_yours('callers that it does not know');
    ELSIF e_kind = 'incident.merged' AND NOT tridesk.sees_incident(fact->>'into') THEN
        PERFORM tridesk.not_yours('the incident ' || (fact->>'into'));
    ELSIF e_kind = 'order.issued' THEN
        IF NOT coalesce(tridesk.is_my_unit(fact->'to'->>'unit'), false) THEN
            PERFORM tridesk.not_yours('an order to another''s unit');
        END IF;
    ELSIF e_kind LIKE 'order.%' THEN
        SELECT * INTO the_order FROM tridesk.orders o WHERE o.incident = id AND o.order_id = fact->>'order';
        IF e_kind = 'order.notice_acknowledged' THEN
            IF fact->>'post' IS DISTINCT FROM tridesk.my_place() THEN
                PERFORM tridesk.not_yours('another station''s notice');
            END IF;
        ELSIF e_kind = 'order.recalled' THEN
            IF the_order.issued_by IS DISTINCT FROM tridesk.my_seat() THEN
                PERFORM tridesk.not_yours('an order of another');
            END IF;
        ELSIF NOT coalesce(the_order.issued_by = tridesk.my_seat() OR tridesk.is_sent_here(the_order, false), false)
        THEN
            PERFORM tridesk.not_yours('an order to another');
        END IF;
    END IF;
END $$;

CREATE FUNCTION tridesk.check_entry(e_seat text, e_stream text, e_kind text, fact jsonb) RETURNS void
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    tier text := tridesk.my_tier();
    family text := split_part(e_stream, '/', 1);
    id text := split_part(e_stream, '/', 2);
    own boolean;
BEGIN
    IF tier = 'reviewer' AND e_kind NOT IN ('seat.opened', 'seat.closed', 'look.recorded', 'bookmark.set',
            'bookmark.removed', 'report.made', 'feed.view_began', 'feed.view_ended') THEN
        PERFORM tridesk.not_yours(e_kind);
    ELSIF tier NOT IN ('station', 'field') THEN
        RETURN;
    ELSIF NOT coalesce((SELECT CASE tier WHEN 'station' THEN k.station ELSE k.field END
            FROM tridesk.kinds k WHERE k.kind = e_kind), false) THEN
        PERFORM tridesk.not_yours(e_kind);
    ELSIF fact IS NULL OR jsonb_typeof(fact) <> 'object' THEN
        PERFORM tridesk.not_yours('what is no JSON object');
    END IF;
    IF family = 'incident' THEN
        PERFORM tridesk.check_incident(id, e_kind, fact);
    ELSIF family = 'unit' THEN
        IF fact->>'unit' IS DISTINCT FROM id OR NOT tridesk.is_my_unit(id) THEN
            PERFORM tridesk.not_yours('the unit ' || id);
        END IF;
    ELSIF family = 'message' THEN
        own := EXISTS (SELECT FROM tridesk.messages m WHERE m.message = id AND m.sender = e_seat);
        IF fact->>'message' IS DISTINCT FROM id
            OR (e_kind = 'message.sent' AND EXISTS (SELECT FROM tridesk.messages m WHERE m.message = id))
            OR (e_kind = 'message.withdrawn' AND NOT own)
            OR (e_kind = 'message.sent' AND fact->>'incident' IS NOT NULL
                AND NOT tridesk.sees_incident(fact->>'incident'))
            OR (e_kind = 'message.advanced' AND NOT tridesk.sees_message(id)) THEN
            PERFORM tridesk.not_yours('the message ' || id);
        END IF;
    ELSIF family IN ('plot', 'place', 'premise', 'bookmark') THEN
        IF EXISTS (SELECT FROM tridesk.marks m WHERE m.stream = e_stream AND m.seat <> e_seat)
            OR (fact->>'incident' IS NOT NULL AND NOT tridesk.sees_incident(fact->>'incident')) THEN
            PERFORM tridesk.not_yours('another''s mark');
        END IF;
    ELSIF family NOT IN ('desk', 'feed', 'footage') OR split_part(e_kind, '.', 1) IN ('incident', 'order', 'unit',
            'message', 'emergency') THEN
        PERFORM tridesk.not_yours(e_kind || ' in ' || e_stream);
    END IF;
END $$;

-- What an entry changes in whose what is.
CREATE FUNCTION tridesk.note_scope(e_seat text, e_stream text, e_kind text, fact jsonb) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    id text := split_part(e_stream, '/', 2);
BEGIN
    CASE e_kind
    WHEN 'incident.reported' THEN
        INSERT INTO tridesk.incidents (incident, number, post, brought_by)
            VALUES (id, (fact->>'number')::bigint, fact->>'post', coalesce(fact->'source'->>'name', e_seat))
            ON CONFLICT DO NOTHING;
    WHEN 'incident.amended' THEN
        IF fact ? 'post' THEN
            UPDATE tridesk.incidents SET post = fact->>'post' WHERE incident = id;
        END IF;
    WHEN 'incident.flagged' THEN
        IF fact->>'flag' = 'sensitive' THEN
            UPDATE tridesk.incidents SET sensitive = (fact->>'on')::boolean WHERE incident = id;
        ELSIF fact->>'flag' = 'confidential_caller' THEN
            UPDATE tridesk.incidents SET confidential = (fact->>'on')::boolean WHERE incident = id;
        END IF;
    WHEN 'order.issued' THEN
        INSERT INTO tridesk.orders VALUES (id, fact->>'order', fact->'to'->>'unit', fact->'to'->>'post', e_seat,
            coalesce((fact->>'releaseAt')::bigint, 0), false) ON CONFLICT DO NOTHING;
    WHEN 'order.recalled' THEN
        UPDATE tridesk.orders SET recalled = true WHERE incident = id AND order_id = fact->>'order';
    WHEN 'unit.defined' THEN
        INSERT INTO tridesk.units VALUES (id, fact->>'post')
            ON CONFLICT (unit) DO UPDATE SET post = excluded.post;
    WHEN 'message.sent' THEN
        INSERT INTO tridesk.messages VALUES (id, e_seat,
            CASE WHEN fact->>'kind' = 'room' THEN fact->>'incident' END) ON CONFLICT DO NOTHING;
        INSERT INTO tridesk.readers
            SELECT DISTINCT id, coalesce('field:' || (reader->>'unit'), 'station:' || (reader->>'post'))
            FROM jsonb_array_elements(CASE jsonb_typeof(fact->'to') WHEN 'array' THEN fact->'to' ELSE '[]' END) reader
            WHERE reader->>'unit' IS NOT NULL OR reader->>'post' IS NOT NULL ON CONFLICT DO NOTHING;
    WHEN 'plot.drawn', 'place.named', 'premise.noted', 'bookmark.set' THEN
        INSERT INTO tridesk.marks VALUES (e_stream, e_seat, fact->>'incident')
            ON CONFLICT (stream) DO UPDATE SET incident = excluded.incident;
    ELSE
        NULL;
    END CASE;
END $$;

CREATE OR REPLACE FUNCTION tridesk.append(e_recorded_at bigint, e_request uuid, e_happened_at bigint, e_seat text,
    e_account text, e_stream text, e_kind text, e_version bigint, e_payload bytea, OUT seq bigint, OUT hash bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    last record;
    slack bigint := (SELECT clock_slack_ms FROM tridesk.site);
    now_ms bigint := (extract(epoch FROM clock_timestamp()) * 1000)::bigint;
    fact jsonb := tridesk.payload_json(e_payload);
BEGIN
    IF abs(e_recorded_at - now_ms) > slack THEN
        RAISE EXCEPTION 'recorded_at is % s away from the server''s clock', (e_recorded_at - now_ms) / 1000
            USING ERRCODE = 'TD002';
    END IF;
    SELECT h.seq, h.hash INTO STRICT last FROM tridesk.head h FOR UPDATE;
    PERFORM tridesk.check_speaker(e_seat, e_account);
    PERFORM tridesk.check_entry(e_seat, e_stream, e_kind, fact);
    seq := last.seq + 1;
    hash := tridesk.chain_hash(last.hash, seq, e_recorded_at, e_request, e_happened_at, e_seat, e_account, e_stream,
        e_kind, e_version::integer, e_payload);
    INSERT INTO tridesk.entries VALUES (seq, e_recorded_at, e_request, e_happened_at, e_seat, e_account, e_stream,
        e_kind, e_version::integer, e_payload, last.hash, hash, coalesce(fact ? 'callers', false));
    IF jsonb_typeof(fact) = 'object' THEN
        PERFORM tridesk.note_scope(e_seat, e_stream, e_kind, fact);
    END IF;
    UPDATE tridesk.head h SET seq = append.seq, hash = append.hash;
    PERFORM pg_notify('tridesk_journal', ''); -- delivered after the commit, once for all of it
END $$;

CREATE OR REPLACE FUNCTION tridesk.record_receipt(r_seat text, r_account text, r_stage bigint, r_from bigint,
    r_to bigint, r_at bigint) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    known bigint;
BEGIN
    PERFORM tridesk.check_speaker(r_seat, r_account);
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

-- Who may not write may not hold the others up either.
CREATE OR REPLACE FUNCTION tridesk.begin_step(OUT seq bigint, OUT hash bytea)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
    IF tridesk.my_tier() = 'nobody' THEN
        PERFORM tridesk.not_yours('this journal');
    END IF;
    SELECT h.seq, h.hash INTO STRICT begin_step.seq, begin_step.hash FROM tridesk.head h FOR UPDATE;
END $$;

-- What is there already.
ALTER TABLE tridesk.entries DISABLE TRIGGER entries_stay;
UPDATE tridesk.entries SET names_callers = true WHERE coalesce(tridesk.payload_json(payload) ? 'callers', false);
ALTER TABLE tridesk.entries ENABLE TRIGGER entries_stay;
DO $$
DECLARE
    e record;
BEGIN
    FOR e IN SELECT seat, stream, kind, tridesk.payload_json(payload) AS fact FROM tridesk.entries ORDER BY seq LOOP
        IF jsonb_typeof(e.fact) = 'object' THEN
            PERFORM tridesk.note_scope(e.seat, e.stream, e.kind, e.fact);
        END IF;
    END LOOP;
END $$;

ALTER TABLE tridesk.entries ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_what_is_yours ON tridesk.entries FOR SELECT TO tridesk_seat
    USING ((SELECT tridesk.reads_all()) OR tridesk.sees_entry(stream, kind, seat, names_callers));
ALTER TABLE tridesk.receipts ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_what_is_yours ON tridesk.receipts FOR SELECT TO tridesk_seat
    USING ((SELECT tridesk.reads_all()) OR seat = (SELECT tridesk.my_seat()));

REVOKE ALL ON ALL TABLES IN SCHEMA tridesk FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA tridesk FROM PUBLIC;
GRANT USAGE ON SCHEMA tridesk TO tridesk_seat;
GRANT SELECT ON tridesk.entries, tridesk.receipts TO tridesk_seat;
GRANT EXECUTE ON FUNCTION tridesk.begin_step(), tridesk.head_now(),
    tridesk.append(bigint, uuid, bigint, text, text, text, text, bigint, bytea),
    tridesk.record_receipt(text, text, bigint, bigint, bigint, bigint), tridesk.my_tier(), tridesk.my_place(),
    tridesk.my_seat(), tridesk.reads_all(), tridesk.sees_entry(text, text, text, boolean) TO tridesk_seat;
