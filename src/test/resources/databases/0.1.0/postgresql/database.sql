--
-- PostgreSQL database dump
--


-- Dumped from database version 14.22
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: public; Type: SCHEMA; Schema: -; Owner: -
--

-- *not* creating schema, since initdb creates it


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: administrator; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.administrator (
    username character varying(100) NOT NULL,
    password_hash character varying(200) NOT NULL,
    given_hash character varying(200),
    email character varying(320) NOT NULL,
    all_workspaces boolean NOT NULL,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: administrator_workspace; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.administrator_workspace (
    username character varying(100) NOT NULL,
    workspace_id character varying(40) NOT NULL
);


--
-- Name: api_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.api_key (
    id uuid NOT NULL,
    workspace_id character varying(40) NOT NULL,
    name character varying(100) NOT NULL,
    secret_hash character varying(64) NOT NULL,
    created_by character varying(100) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone
);


--
-- Name: audit_entry; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.audit_entry (
    id uuid NOT NULL,
    workspace_id character varying(40),
    at timestamp with time zone NOT NULL,
    actor character varying(200) NOT NULL,
    action character varying(60) NOT NULL,
    subject character varying(300),
    detail character varying(1000)
);


--
-- Name: booking; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking (
    id uuid NOT NULL,
    workspace_id character varying(40) NOT NULL,
    booking_id character varying(100) NOT NULL,
    state character varying NOT NULL,
    status character varying(10) NOT NULL,
    passcode bytea,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    mail_due_at timestamp with time zone,
    erased_at timestamp with time zone
);


--
-- Name: booking_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.booking_event (
    workspace_id character varying(40) NOT NULL,
    event_id character varying(200) NOT NULL,
    booking_id character varying(100) NOT NULL,
    received_at timestamp with time zone NOT NULL
);


--
-- Name: encryption_key; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.encryption_key (
    key_id bigint NOT NULL,
    canary bytea NOT NULL
);


--
-- Name: flyway_schema_history; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.flyway_schema_history (
    installed_rank integer NOT NULL,
    version character varying(50),
    description character varying(200) NOT NULL,
    type character varying(20) NOT NULL,
    script character varying(1000) NOT NULL,
    checksum integer,
    installed_by character varying(100) NOT NULL,
    installed_on timestamp without time zone DEFAULT now() NOT NULL,
    execution_time integer NOT NULL,
    success boolean NOT NULL
);


--
-- Name: notification; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notification (
    id uuid NOT NULL,
    workspace_id character varying(40) NOT NULL,
    booking uuid,
    kind character varying(20) NOT NULL,
    role character varying(10) NOT NULL,
    recipient character varying(320) NOT NULL,
    detail character varying,
    state character varying(10) NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone,
    lease uuid,
    problem character varying(1000),
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone
);


--
-- Name: notification_occurrence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.notification_occurrence (
    notification uuid NOT NULL,
    occurrence uuid NOT NULL,
    start_at timestamp with time zone NOT NULL,
    duration_minutes integer NOT NULL,
    title character varying(1000) NOT NULL,
    zoom_meeting_id bigint,
    generation bigint NOT NULL,
    sequence integer NOT NULL
);


--
-- Name: occurrence; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.occurrence (
    id uuid NOT NULL,
    booking uuid NOT NULL,
    workspace_id character varying(40) NOT NULL,
    occurrence_id character varying(60) NOT NULL,
    start_at timestamp with time zone NOT NULL,
    duration_minutes integer NOT NULL,
    status character varying(10) NOT NULL,
    generation bigint NOT NULL,
    observed_generation bigint NOT NULL,
    meeting_state character varying(20) NOT NULL,
    zoom_meeting_id bigint,
    zoom_user_id character varying(100),
    join_url bytea,
    passcode bytea,
    applied character varying(64),
    create_attempt_at timestamp with time zone,
    recheck boolean NOT NULL,
    remake boolean NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone,
    lease uuid,
    problem character varying(1000)
);


--
-- Name: outcome; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.outcome (
    id uuid NOT NULL,
    workspace_id character varying(40) NOT NULL,
    booking uuid NOT NULL,
    type character varying(20) NOT NULL,
    target character varying(10) NOT NULL,
    state character varying(10) NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone,
    lease uuid,
    problem character varying(1000),
    created_at timestamp with time zone NOT NULL
);


--
-- Name: parked_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.parked_event (
    id uuid NOT NULL,
    received_at timestamp with time zone NOT NULL,
    source character varying(500) NOT NULL,
    workspace character varying(200),
    body bytea NOT NULL,
    problem character varying(2000) NOT NULL,
    replayed_at timestamp with time zone
);


--
-- Name: qrtz_blob_triggers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_blob_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    blob_data bytea
);


--
-- Name: qrtz_calendars; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_calendars (
    sched_name character varying(120) NOT NULL,
    calendar_name character varying(200) NOT NULL,
    calendar bytea NOT NULL
);


--
-- Name: qrtz_cron_triggers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_cron_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    cron_expression character varying(120) NOT NULL,
    time_zone_id character varying(80)
);


--
-- Name: qrtz_fired_triggers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_fired_triggers (
    sched_name character varying(120) NOT NULL,
    entry_id character varying(95) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    instance_name character varying(200) NOT NULL,
    fired_time bigint NOT NULL,
    sched_time bigint NOT NULL,
    priority integer NOT NULL,
    state character varying(16) NOT NULL,
    job_name character varying(200),
    job_group character varying(200),
    is_nonconcurrent boolean,
    requests_recovery boolean
);


--
-- Name: qrtz_job_details; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_job_details (
    sched_name character varying(120) NOT NULL,
    job_name character varying(200) NOT NULL,
    job_group character varying(200) NOT NULL,
    description character varying(250),
    job_class_name character varying(250) NOT NULL,
    is_durable boolean NOT NULL,
    is_nonconcurrent boolean NOT NULL,
    is_update_data boolean NOT NULL,
    requests_recovery boolean NOT NULL,
    job_data bytea
);


--
-- Name: qrtz_locks; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_locks (
    sched_name character varying(120) NOT NULL,
    lock_name character varying(40) NOT NULL
);


--
-- Name: qrtz_paused_trigger_grps; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_paused_trigger_grps (
    sched_name character varying(120) NOT NULL,
    trigger_group character varying(200) NOT NULL
);


--
-- Name: qrtz_scheduler_state; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_scheduler_state (
    sched_name character varying(120) NOT NULL,
    instance_name character varying(200) NOT NULL,
    last_checkin_time bigint NOT NULL,
    checkin_interval bigint NOT NULL
);


--
-- Name: qrtz_simple_triggers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_simple_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    repeat_count bigint NOT NULL,
    repeat_interval bigint NOT NULL,
    times_triggered bigint NOT NULL
);


--
-- Name: qrtz_simprop_triggers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_simprop_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    str_prop_1 character varying(512),
    str_prop_2 character varying(512),
    str_prop_3 character varying(512),
    int_prop_1 integer,
    int_prop_2 integer,
    long_prop_1 bigint,
    long_prop_2 bigint,
    dec_prop_1 numeric(13,4),
    dec_prop_2 numeric(13,4),
    bool_prop_1 boolean,
    bool_prop_2 boolean
);


--
-- Name: qrtz_triggers; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.qrtz_triggers (
    sched_name character varying(120) NOT NULL,
    trigger_name character varying(200) NOT NULL,
    trigger_group character varying(200) NOT NULL,
    job_name character varying(200) NOT NULL,
    job_group character varying(200) NOT NULL,
    description character varying(250),
    next_fire_time bigint,
    prev_fire_time bigint,
    priority integer,
    trigger_state character varying(16) NOT NULL,
    trigger_type character varying(8) NOT NULL,
    start_time bigint NOT NULL,
    end_time bigint,
    calendar_name character varying(200),
    misfire_instr smallint,
    job_data bytea
);


--
-- Name: spring_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.spring_session (
    primary_id character(36) NOT NULL,
    session_id character(36) NOT NULL,
    creation_time bigint NOT NULL,
    last_access_time bigint NOT NULL,
    max_inactive_interval integer NOT NULL,
    expiry_time bigint NOT NULL,
    principal_name character varying(100)
);


--
-- Name: spring_session_attributes; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.spring_session_attributes (
    session_primary_id character(36) NOT NULL,
    attribute_name character varying(200) NOT NULL,
    attribute_bytes bytea NOT NULL
);


--
-- Name: workspace; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.workspace (
    id character varying(40) NOT NULL,
    name character varying(200) NOT NULL,
    settings character varying NOT NULL,
    passcode bytea,
    callback_url character varying(2000),
    callback_secret bytea,
    created_at timestamp with time zone NOT NULL
);


--
-- Name: zoom_connection; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.zoom_connection (
    workspace_id character varying(40) NOT NULL,
    grant_id uuid,
    status character varying(20) NOT NULL,
    problem character varying(1000),
    pending_since timestamp with time zone,
    connected_by character varying(100),
    connected_at timestamp with time zone
);


--
-- Name: zoom_event; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.zoom_event (
    request_id character varying(200) NOT NULL,
    event character varying(100) NOT NULL,
    body bytea NOT NULL,
    received_at timestamp with time zone NOT NULL,
    digest character varying(64) NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone,
    lease uuid
);


--
-- Name: zoom_grant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.zoom_grant (
    id uuid NOT NULL,
    zoom_user_id character varying(100) NOT NULL,
    account_id character varying(100) NOT NULL,
    email character varying(320) NOT NULL,
    display_name character varying(200),
    plan integer,
    scopes character varying NOT NULL,
    access_token bytea NOT NULL,
    refresh_token bytea NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    refresh_due_at timestamp with time zone NOT NULL,
    token_version bigint NOT NULL,
    connected_at timestamp with time zone NOT NULL,
    blocked_until timestamp with time zone,
    blocked_reason character varying(500),
    failures integer NOT NULL
);


--
-- Name: zoom_usage; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.zoom_usage (
    zoom_user_id character varying(100) NOT NULL,
    utc_day date NOT NULL,
    used integer NOT NULL
);


--
-- Data for Name: administrator; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.administrator VALUES ('admin', '$2a$10$c/oiyxzMjhmzxhFJSNs4/uwfCsJxEprjbixi1thaUmrkNRd4hou1G', '$2a$10$QhdPobux/0ZIEifvzBFFUOF48fPFBmbi79GiJFVkffHk1L3Se2adq', 'admin@app.example', true, '2026-11-24 14:15:35.234461+00');
INSERT INTO public.administrator VALUES ('eve', '$2a$10$9Zky5Rem6.uSXAWvFijq3uABKxfpgwEMwDtfeUAlmiZWDGN5Aa21y', NULL, 'eve@app.example', false, '2026-11-24 14:15:49.677781+00');


--
-- Data for Name: administrator_workspace; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.administrator_workspace VALUES ('eve', 'clinic');


--
-- Data for Name: api_key; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.api_key VALUES ('01a20de9-ac31-7c6b-8e14-0ac302d90294', 'clinic', 'first key', '0bb2ca499968d3c4a728deb0f2d306c0a3d81472559590701c05488a81412683', 'admin', '2026-11-24 14:15:47.505803+00', '2026-11-24 14:15:54.727011+00', NULL);
INSERT INTO public.api_key VALUES ('01a20de9-c9ec-79f5-830a-42ec3c45c34a', 'branch', 'first key', 'f0e1858a49b88a591ea8f1a841d84dcbd1c902e95136b20b0191cdcfdaca0249', 'admin', '2026-11-24 14:15:55.116691+00', '2026-11-24 14:15:55.194902+00', NULL);


--
-- Data for Name: audit_entry; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.audit_entry VALUES ('01a20de9-ac33-7646-9c21-d48aa5ad3605', 'clinic', '2026-11-24 14:15:47.507453+00', 'admin', 'workspace.created', 'clinic', NULL);
INSERT INTO public.audit_entry VALUES ('01a20de9-afff-7dee-b9f2-cc3c9dfaa9cc', NULL, '2026-11-24 14:15:48.479065+00', 'admin', 'session.started', NULL, NULL);
INSERT INTO public.audit_entry VALUES ('01a20de9-b430-77cd-8082-0a56ec2d7078', 'clinic', '2026-11-24 14:15:49.55283+00', 'admin', 'zoom.connect', 'clinic@zoom.example', NULL);
INSERT INTO public.audit_entry VALUES ('01a20de9-b4cb-76ca-a3a8-6a13eaac24d1', 'clinic', '2026-11-24 14:15:49.707943+00', 'admin', 'callback.changed', 'https://receiver.invalid/hook', NULL);
INSERT INTO public.audit_entry VALUES ('01a20de9-b78f-75ad-b8da-075e3beeb6e8', 'clinic', '2026-11-24 14:15:50.415276+00', 'meeting-sync', 'meeting.created', 'created/0', 'Zoom meeting 94990350549');
INSERT INTO public.audit_entry VALUES ('01a20de9-b8f7-7c58-b569-b4d16109ed2d', 'clinic', '2026-11-24 14:15:50.776007+00', 'meeting-sync', 'meeting.created', 'passcode/0', 'Zoom meeting 81600216150');
INSERT INTO public.audit_entry VALUES ('01a20de9-ba71-721e-8b47-934ad8824e3c', 'clinic', '2026-11-24 14:15:51.153561+00', 'meeting-sync', 'meeting.created', 'series/0', 'Zoom meeting 88906183513');
INSERT INTO public.audit_entry VALUES ('01a20de9-ba8e-74a5-be72-99e60342c718', 'clinic', '2026-11-24 14:15:51.182746+00', 'meeting-sync', 'meeting.created', 'series/2', 'Zoom meeting 89853461069');
INSERT INTO public.audit_entry VALUES ('01a20de9-baf1-748d-b97c-1b68b3c3bcf8', 'clinic', '2026-11-24 14:15:51.28144+00', 'meeting-sync', 'meeting.created', 'series/1', 'Zoom meeting 4839694320');
INSERT INTO public.audit_entry VALUES ('01a20de9-bbb5-72e5-a680-a7cfc8e4d835', 'clinic', '2026-11-24 14:15:51.477089+00', 'meeting-sync', 'meeting.created', 'moved/0', 'Zoom meeting 85887571819');
INSERT INTO public.audit_entry VALUES ('01a20de9-bc53-7a07-bcb9-c40a0708e083', 'clinic', '2026-11-24 14:15:51.635989+00', 'meeting-sync', 'meeting.created', 'gone/0', 'Zoom meeting 89383238237');
INSERT INTO public.audit_entry VALUES ('01a20de9-bc86-79a3-8a08-b6fe82cea465', 'clinic', '2026-11-24 14:15:51.686515+00', 'meeting-sync', 'meeting.deleted', 'series/1', 'Zoom meeting 4839694320');
INSERT INTO public.audit_entry VALUES ('01a20de9-bd10-7f91-9ee4-6073ed2d32a2', 'clinic', '2026-11-24 14:15:51.824402+00', 'meeting-sync', 'meeting.created', 'cancelled/0', 'Zoom meeting 98237976210');
INSERT INTO public.audit_entry VALUES ('01a20de9-c0a3-72ce-ac5a-8ede5fa4fd20', 'clinic', '2026-11-24 14:15:52.739615+00', 'meeting-sync', 'meeting.deleted', 'cancelled/0', 'Zoom meeting 98237976210');
INSERT INTO public.audit_entry VALUES ('01a20de9-c15e-737e-a28e-3f60fb3c5588', 'clinic', '2026-11-24 14:15:52.926402+00', 'meeting-sync', 'meeting.failed', 'refused/0', 'Zoom meeting null');
INSERT INTO public.audit_entry VALUES ('01a20de9-c263-7b66-85f3-5388c4f08f58', 'clinic', '2026-11-24 14:15:53.187884+00', 'meeting-sync', 'meeting.created', 'bounced/0', 'Zoom meeting 97523902627');
INSERT INTO public.audit_entry VALUES ('01a20de9-c3f2-7b10-ac5c-7a09d4cba6aa', 'clinic', '2026-11-24 14:15:53.586881+00', 'meeting-sync', 'meeting.created', 'doubtful/0', 'Zoom meeting 90674938780');
INSERT INTO public.audit_entry VALUES ('01a20de9-c5ac-708b-bcd6-92a65d9f78ce', 'clinic', '2026-11-24 14:15:54.028583+00', 'meeting-sync', 'meeting.updated', 'doubtful/0', 'Zoom meeting 90674938780');
INSERT INTO public.audit_entry VALUES ('01a20de9-c9ed-77c5-9113-89b7b9b049ee', 'branch', '2026-11-24 14:15:55.117295+00', 'admin', 'workspace.created', 'branch', NULL);


--
-- Data for Name: booking; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking VALUES ('01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'clinic', 'created', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"created","title":"Intro","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@created.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, '2026-11-24 14:15:49.825682+00', '2026-11-24 14:15:49.825682+00', NULL, NULL);
INSERT INTO public.booking VALUES ('01a20de9-ba12-784b-a436-6d59ad1e6a00', 'clinic', 'series', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"series","title":"Lessons","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@series.example","timeZone":"Asia/Shanghai"}],"recurrenceRule":"FREQ=WEEKLY;COUNT=3","meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0,"changes":{"1":{"ref":"1","type":"CANCELLED","order":{"version":9,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:51.179901Z"},"start":null,"durationMinutes":null,"reason":"ill"}}}', 'CONFIRMED', NULL, '2026-11-24 14:15:51.056707+00', '2026-11-24 14:15:51.179901+00', NULL, NULL);
INSERT INTO public.booking VALUES ('01a20de9-b880-7fca-9040-f0fc46c73594', 'clinic', 'passcode', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"passcode","title":"Secret","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@passcode.example","timeZone":"Asia/Shanghai"}],"meeting":{"waitingRoom":true}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', '\x01422b2002d0ff4c9277b27d6d3a52a16a42f79987ab3bd660609f7cc18cc912bac8ed92038ceb94606f', '2026-11-24 14:15:50.642857+00', '2026-11-24 14:15:50.642857+00', NULL, NULL);
INSERT INTO public.booking VALUES ('01a20de9-bc91-79ad-9f62-fc844ca32628', 'clinic', 'cancelled', '{"event":"CANCELLED","order":{"version":9,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:52.446053Z"},"version":9,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"cancelled","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@cancelled.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"reason":"ill","revived":0}', 'CANCELLED', NULL, '2026-11-24 14:15:51.675283+00', '2026-11-24 14:15:52.446053+00', NULL, NULL);
INSERT INTO public.booking VALUES ('01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'clinic', 'bounced', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"bounced","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@bounced.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, '2026-11-24 14:15:53.075242+00', '2026-11-24 14:15:53.075242+00', NULL, NULL);
INSERT INTO public.booking VALUES ('01a20de9-c12b-73f6-a700-fe95bc93dc58', 'clinic', 'refused', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"refused","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@refused.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, '2026-11-24 14:15:52.873491+00', '2026-11-24 14:15:52.873491+00', NULL, NULL);
INSERT INTO public.booking VALUES ('01a20de9-c3c6-768d-beb3-37e90553140e', 'clinic', 'doubtful', '{"event":"CONFIRMED","order":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:53.943557Z"},"version":2,"confirmed":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:53.943557Z"},"booking":{"id":"doubtful","title":"Another talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@doubtful.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:53.943557Z"},"revived":0}', 'CONFIRMED', NULL, '2026-11-24 14:15:53.53924+00', '2026-11-24 14:15:53.943557+00', NULL, NULL);
INSERT INTO public.booking VALUES ('01a20de9-c822-7705-ad06-9e710069cf5a', 'clinic', 'pending', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"pending","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@pending.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, '2026-11-24 14:15:54.65742+00', '2026-11-24 14:15:54.65742+00', '2026-11-24 14:16:54.65742+00', NULL);
INSERT INTO public.booking VALUES ('01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'clinic', 'gone', '{"event":"CANCELLED","order":{"version":9,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:54.751197Z"},"version":9,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"gone","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@gone.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"reason":"ill","revived":0}', 'CANCELLED', NULL, '2026-11-24 14:15:51.491594+00', '2026-11-24 14:15:54.751197+00', '2026-11-24 14:16:54.751197+00', NULL);
INSERT INTO public.booking VALUES ('01a20de9-ca05-7cd6-8fbf-5f2ce4ba686b', 'branch', 'waiting', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"waiting","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@waiting.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, '2026-11-24 14:15:55.140029+00', '2026-11-24 14:15:55.140029+00', NULL, NULL);
INSERT INTO public.booking VALUES ('01a20de9-bb27-7d42-a2c3-20f28151eefb', 'clinic', 'moved', '{"event":"CONFIRMED","order":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:54.688537Z"},"version":2,"confirmed":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:54.688537Z"},"booking":{"id":"moved","title":"Another talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@moved.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:15:54.688537Z"},"revived":0}', 'CONFIRMED', NULL, '2026-11-24 14:15:51.335038+00', '2026-11-24 14:15:54.688537+00', '2026-11-24 14:16:54.688537+00', NULL);


--
-- Data for Name: booking_event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.booking_event VALUES ('clinic', 'created-1', 'created', '2026-11-24 14:15:49.825682+00');
INSERT INTO public.booking_event VALUES ('clinic', 'passcode-1', 'passcode', '2026-11-24 14:15:50.642857+00');
INSERT INTO public.booking_event VALUES ('clinic', 'series-1', 'series', '2026-11-24 14:15:51.056707+00');
INSERT INTO public.booking_event VALUES ('clinic', 'series-off', 'series', '2026-11-24 14:15:51.179901+00');
INSERT INTO public.booking_event VALUES ('clinic', 'moved-1', 'moved', '2026-11-24 14:15:51.335038+00');
INSERT INTO public.booking_event VALUES ('clinic', 'gone-1', 'gone', '2026-11-24 14:15:51.491594+00');
INSERT INTO public.booking_event VALUES ('clinic', 'cancelled-1', 'cancelled', '2026-11-24 14:15:51.675283+00');
INSERT INTO public.booking_event VALUES ('clinic', 'cancelled-off', 'cancelled', '2026-11-24 14:15:52.446053+00');
INSERT INTO public.booking_event VALUES ('clinic', 'refused-1', 'refused', '2026-11-24 14:15:52.873491+00');
INSERT INTO public.booking_event VALUES ('clinic', 'bounced-1', 'bounced', '2026-11-24 14:15:53.075242+00');
INSERT INTO public.booking_event VALUES ('clinic', 'doubtful-1', 'doubtful', '2026-11-24 14:15:53.53924+00');
INSERT INTO public.booking_event VALUES ('clinic', 'doubtful-2', 'doubtful', '2026-11-24 14:15:53.943557+00');
INSERT INTO public.booking_event VALUES ('clinic', 'pending-1', 'pending', '2026-11-24 14:15:54.65742+00');
INSERT INTO public.booking_event VALUES ('clinic', 'moved-2', 'moved', '2026-11-24 14:15:54.688537+00');
INSERT INTO public.booking_event VALUES ('clinic', 'gone-off', 'gone', '2026-11-24 14:15:54.751197+00');
INSERT INTO public.booking_event VALUES ('branch', 'waiting-1', 'waiting', '2026-11-24 14:15:55.140029+00');


--
-- Data for Name: encryption_key; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.encryption_key VALUES (1110122498, '\x01422b20022bd249d15e429c1a3b80a51377b3a1f59bc396a6f954d4ad84e9dac9957e0903959b');


--
-- Data for Name: flyway_schema_history; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.flyway_schema_history VALUES (1, '1', 'schema', 'SQL', 'V1__schema.sql', -1255089223, 'postgres', '2026-11-24 14:15:29.139889', 71, true);
INSERT INTO public.flyway_schema_history VALUES (2, '2', 'scheduler and sessions', 'JDBC', 'db.migration.V2__scheduler_and_sessions', NULL, 'postgres', '2026-11-24 14:15:29.272162', 176, true);
INSERT INTO public.flyway_schema_history VALUES (3, '3', 'parked events', 'SQL', 'V3__parked_events.sql', 1664828111, 'postgres', '2026-11-24 14:15:29.469181', 12, true);


--
-- Data for Name: notification; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.notification VALUES ('01a20de9-b846-79e1-a593-6ca3cfdd8e24', 'clinic', '01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'REMINDER', 'GUEST', 'bo@created.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:50.373341+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b846-7ab0-b591-360b8bde3f13', 'clinic', '01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:50.373341+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b846-7ddb-aca3-3b41b1ca3088', 'clinic', '01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'REMINDER', 'GUEST', 'bo@created.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:50.373341+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b846-7aa0-9a80-3cc3cac58a96', 'clinic', '01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:50.373341+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b927-70b7-a7af-92e224f5bfdc', 'clinic', '01a20de9-b880-7fca-9040-f0fc46c73594', 'REMINDER', 'GUEST', 'bo@passcode.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:50.751189+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b927-7930-9c60-676b0a33b9dd', 'clinic', '01a20de9-b880-7fca-9040-f0fc46c73594', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:50.751189+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b927-7ac9-b84f-091a751b343c', 'clinic', '01a20de9-b880-7fca-9040-f0fc46c73594', 'REMINDER', 'GUEST', 'bo@passcode.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:50.751189+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b927-7747-a9c5-10a8afb816ce', 'clinic', '01a20de9-b880-7fca-9040-f0fc46c73594', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:50.751189+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bbe5-7831-9abb-33bb60ca8efe', 'clinic', '01a20de9-bb27-7d42-a2c3-20f28151eefb', 'REMINDER', 'GUEST', 'bo@moved.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:51.456198+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bbe5-7c09-940a-903d6df8e53f', 'clinic', '01a20de9-bb27-7d42-a2c3-20f28151eefb', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:51.456198+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bbe5-73f3-93bf-6ed4faba71a4', 'clinic', '01a20de9-bb27-7d42-a2c3-20f28151eefb', 'REMINDER', 'GUEST', 'bo@moved.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:51.456198+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bbe5-77f5-904b-b727239aba73', 'clinic', '01a20de9-bb27-7d42-a2c3-20f28151eefb', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:51.456198+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bc6e-7bc3-bb03-045eecb6844d', 'clinic', '01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'REMINDER', 'GUEST', 'bo@gone.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:51.599396+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bc6e-7fba-bbee-7bf8cab1d3b2', 'clinic', '01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:51.599396+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bc6e-7ab7-a433-fc308b4125fc', 'clinic', '01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'REMINDER', 'GUEST', 'bo@gone.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:51.599396+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bc6e-7885-832c-d559ff2f75ac', 'clinic', '01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:51.599396+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b927-78f3-8733-54917f190184', 'clinic', '01a20de9-b880-7fca-9040-f0fc46c73594', 'CONFIRMATION', 'GUEST', 'bo@passcode.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:50.751189+00', '2026-11-24 14:15:51.730396+00');
INSERT INTO public.notification VALUES ('01a20de9-bcb5-76c7-8099-6e4bd02eb0e1', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'REMINDER', 'GUEST', 'bo@series.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:51.679432+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bcb5-776a-929d-70a6938ffbf8', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:51.679432+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bcb5-7433-aeed-0794356bd080', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'REMINDER', 'GUEST', 'bo@series.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:51.679432+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bcb5-7be8-a98d-7847fcced0ad', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:51.679432+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bcb5-7929-8f08-a619205b1756', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'REMINDER', 'GUEST', 'bo@series.example', 'PT24H', 'PENDING', 0, '2031-03-17 09:00:00+00', NULL, NULL, '2026-11-24 14:15:51.679432+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bcb5-7d7d-936c-6ef33e3424b7', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-17 09:00:00+00', NULL, NULL, '2026-11-24 14:15:51.679432+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bcb5-7381-9e32-815d31814844', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'REMINDER', 'GUEST', 'bo@series.example', 'PT1H', 'PENDING', 0, '2031-03-18 08:00:00+00', NULL, NULL, '2026-11-24 14:15:51.679432+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-bcb5-75c1-90d9-91e929f3980a', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-18 08:00:00+00', NULL, NULL, '2026-11-24 14:15:51.679432+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-b927-7a58-b957-9126049611fe', 'clinic', '01a20de9-b880-7fca-9040-f0fc46c73594', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:50.751189+00', '2026-11-24 14:15:51.738735+00');
INSERT INTO public.notification VALUES ('01a20de9-b845-7a60-8262-d79897742f33', 'clinic', '01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'CONFIRMATION', 'GUEST', 'bo@created.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:50.373341+00', '2026-11-24 14:15:51.790434+00');
INSERT INTO public.notification VALUES ('01a20de9-b846-7744-8732-f9421b84246e', 'clinic', '01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:50.373341+00', '2026-11-24 14:15:51.806456+00');
INSERT INTO public.notification VALUES ('01a20de9-bbdc-7cd1-b22d-5c7f4f81c0fb', 'clinic', '01a20de9-bb27-7d42-a2c3-20f28151eefb', 'CONFIRMATION', 'GUEST', 'bo@moved.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:51.456198+00', '2026-11-24 14:15:52.003408+00');
INSERT INTO public.notification VALUES ('01a20de9-bbe5-7f1b-a30e-8f94e412a840', 'clinic', '01a20de9-bb27-7d42-a2c3-20f28151eefb', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:51.456198+00', '2026-11-24 14:15:52.007489+00');
INSERT INTO public.notification VALUES ('01a20de9-bc6e-768f-8486-d53ed0ba32b6', 'clinic', '01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'CONFIRMATION', 'GUEST', 'bo@gone.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:51.599396+00', '2026-11-24 14:15:52.122174+00');
INSERT INTO public.notification VALUES ('01a20de9-bc6e-7e31-a396-1265c257c486', 'clinic', '01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:51.599396+00', '2026-11-24 14:15:52.124906+00');
INSERT INTO public.notification VALUES ('01a20de9-bcb5-7158-b75c-c5aba4c7fa7b', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'CONFIRMATION', 'GUEST', 'bo@series.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:51.679432+00', '2026-11-24 14:15:52.21949+00');
INSERT INTO public.notification VALUES ('01a20de9-bcb5-7e3e-9e8f-0d01a14e74ef', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:51.679432+00', '2026-11-24 14:15:52.229435+00');
INSERT INTO public.notification VALUES ('01a20de9-bd24-7f54-8673-d4106a8a50f0', 'clinic', '01a20de9-bc91-79ad-9f62-fc844ca32628', 'CONFIRMATION', 'GUEST', 'bo@cancelled.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:51.789257+00', '2026-11-24 14:15:52.222237+00');
INSERT INTO public.notification VALUES ('01a20de9-bd24-71a8-b8ea-77a6d9294974', 'clinic', '01a20de9-bc91-79ad-9f62-fc844ca32628', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:51.789257+00', '2026-11-24 14:15:52.23291+00');
INSERT INTO public.notification VALUES ('01a20de9-c174-7a33-8914-6f30b088e4f5', 'clinic', '01a20de9-c12b-73f6-a700-fe95bc93dc58', 'REMINDER', 'GUEST', 'bo@refused.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:52.919337+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c174-7e6a-8426-30a6afb1e01a', 'clinic', '01a20de9-c12b-73f6-a700-fe95bc93dc58', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:52.919337+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c174-728e-893e-0a3664354564', 'clinic', '01a20de9-c12b-73f6-a700-fe95bc93dc58', 'REMINDER', 'GUEST', 'bo@refused.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:52.919337+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c174-7de3-b49b-8401c06aa7b8', 'clinic', '01a20de9-c12b-73f6-a700-fe95bc93dc58', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:52.919337+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c0b3-7444-9942-fce45adecac9', 'clinic', '01a20de9-bc91-79ad-9f62-fc844ca32628', 'CANCELLED', 'GUEST', 'bo@cancelled.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:52.507751+00', '2026-11-24 14:15:53.026569+00');
INSERT INTO public.notification VALUES ('01a20de9-c0b3-73b5-b319-9e79b411ebe2', 'clinic', '01a20de9-bc91-79ad-9f62-fc844ca32628', 'CANCELLED', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:52.507751+00', '2026-11-24 14:15:53.037383+00');
INSERT INTO public.notification VALUES ('01a20de9-c268-702d-bc61-70633786b862', 'clinic', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'REMINDER', 'GUEST', 'bo@bounced.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:53.169607+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c268-7892-95b0-5793553f7bfd', 'clinic', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:53.169607+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c268-702d-a79a-40086c144368', 'clinic', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'REMINDER', 'GUEST', 'bo@bounced.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:53.169607+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c268-7242-bccf-39983adce22b', 'clinic', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:53.169607+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c174-73ca-8626-7517e36a7385', 'clinic', '01a20de9-c12b-73f6-a700-fe95bc93dc58', 'LINK_FOLLOWS', 'GUEST', 'bo@refused.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:52.919337+00', '2026-11-24 14:15:53.33693+00');
INSERT INTO public.notification VALUES ('01a20de9-c174-7697-b8bf-336fce58cbef', 'clinic', '01a20de9-c12b-73f6-a700-fe95bc93dc58', 'HOST_PROBLEM', 'HOST', 'ada@clinic.example', 'Zoom says: “Not allowed to schedule”', 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:52.919337+00', '2026-11-24 14:15:53.341809+00');
INSERT INTO public.notification VALUES ('01a20de9-c268-732b-9fba-adc98479dac0', 'clinic', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'CONFIRMATION', 'GUEST', 'bo@bounced.example', NULL, 'FAILED', 1, NULL, NULL, 'The mail server refused it: 550 5.1.1 No such user', '2026-11-24 14:15:53.169607+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c268-7878-8ae1-ed16d0b3ce34', 'clinic', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, '2026-11-24 14:15:53.169607+00', '2026-11-24 14:15:53.508588+00');
INSERT INTO public.notification VALUES ('01a20de9-c41e-7284-bc2d-eccf2b7e58cb', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'REMINDER', 'GUEST', 'bo@doubtful.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:53.580105+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c41f-74c0-961f-f0cb59dfd8db', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:53.580105+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c41f-7b60-b2c8-7df8510f447d', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'REMINDER', 'GUEST', 'bo@doubtful.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:53.580105+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c41f-7f46-a606-4b46cd682b34', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:53.580105+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-ca1d-784a-bfaf-5d478811a95f', 'branch', '01a20de9-ca05-7cd6-8fbf-5f2ce4ba686b', 'REMINDER', 'GUEST', 'bo@waiting.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:55.15142+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-ca1d-7ac6-8a31-8ce8eca2a138', 'branch', '01a20de9-ca05-7cd6-8fbf-5f2ce4ba686b', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, '2031-03-03 09:00:00+00', NULL, NULL, '2026-11-24 14:15:55.15142+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-ca1d-7f4c-9c0a-5ff08602ea2b', 'branch', '01a20de9-ca05-7cd6-8fbf-5f2ce4ba686b', 'REMINDER', 'GUEST', 'bo@waiting.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:55.15142+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-ca1d-7dee-a749-b39aec1538e0', 'branch', '01a20de9-ca05-7cd6-8fbf-5f2ce4ba686b', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, '2031-03-04 08:00:00+00', NULL, NULL, '2026-11-24 14:15:55.15142+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-ca1d-7b28-810d-8dd861b282fc', 'branch', '01a20de9-ca05-7cd6-8fbf-5f2ce4ba686b', 'LINK_FOLLOWS', 'GUEST', 'bo@waiting.example', NULL, 'PENDING', 1, '2026-11-24 14:15:55.728656+00', '0190f3a4-0000-7000-8000-000000000001', 'The mail server cannot be reached or hung up (Couldn''t connect to host, port: localhost, 36091; timeout 10000); it is tried again', '2026-11-24 14:15:55.15142+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-ca1d-7106-a01a-180016663b0b', 'branch', '01a20de9-ca05-7cd6-8fbf-5f2ce4ba686b', 'HOST_PROBLEM', 'HOST', 'ada@clinic.example', 'Zoom is not connected: an administrator connects it on the settings page', 'PENDING', 1, '2026-11-24 14:15:56.072918+00', '0190f3a4-0000-7000-8000-000000000001', 'The mail server cannot be reached or hung up (Couldn''t connect to host, port: localhost, 36091; timeout 10000); it is tried again', '2026-11-24 14:15:55.15142+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c41e-7f8c-9c81-982bf2f94d52', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'CONFIRMATION', 'GUEST', 'bo@doubtful.example', NULL, 'SENDING', 1, '2026-11-24 14:15:54.820845+00', NULL, 'The mail server cannot be reached or hung up ([EOF]); it is tried again', '2026-11-24 14:15:53.580105+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c41e-70d2-b363-95f7c80703cf', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SUPERSEDED', 2, NULL, NULL, NULL, '2026-11-24 14:15:53.580105+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c5cc-7f4f-bc34-6b2a81b00902', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'RESCHEDULED', 'GUEST', 'bo@doubtful.example', NULL, 'SENDING', 1, '2026-11-24 14:15:55.011848+00', NULL, 'The mail server cannot be reached or hung up ([EOF]); it is tried again', '2026-11-24 14:15:54.013129+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c5cc-7d8f-8a30-87d736b12dd6', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'RESCHEDULED', 'HOST', 'ada@clinic.example', NULL, 'SENDING', 1, '2026-11-24 14:15:55.194078+00', NULL, 'The mail server cannot be reached or hung up ([EOF]); it is tried again', '2026-11-24 14:15:54.013129+00', NULL);
INSERT INTO public.notification VALUES ('01a20de9-c3a1-7d63-976e-3b547d1cb782', 'clinic', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'HOST_PROBLEM', 'HOST', 'ada@clinic.example', 'A mail to a guest was not accepted: The mail server refused it: 550 5.1.1 No such user . Tell the guest by other means', 'SENDING', 1, '2026-11-24 14:15:55.376667+00', NULL, 'The mail server cannot be reached or hung up ([EOF]); it is tried again', '2026-11-24 14:15:53.504286+00', NULL);


--
-- Data for Name: notification_occurrence; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.notification_occurrence VALUES ('01a20de9-b845-7a60-8262-d79897742f33', '01a20de9-b5a7-7846-8954-3f13b9ee818e', '2031-03-04 09:00:00+00', 30, 'Intro', 94990350549, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b846-7744-8732-f9421b84246e', '01a20de9-b5a7-7846-8954-3f13b9ee818e', '2031-03-04 09:00:00+00', 30, 'Intro', 94990350549, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b846-79e1-a593-6ca3cfdd8e24', '01a20de9-b5a7-7846-8954-3f13b9ee818e', '2031-03-04 09:00:00+00', 30, 'Intro', 94990350549, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b846-7ab0-b591-360b8bde3f13', '01a20de9-b5a7-7846-8954-3f13b9ee818e', '2031-03-04 09:00:00+00', 30, 'Intro', 94990350549, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b846-7ddb-aca3-3b41b1ca3088', '01a20de9-b5a7-7846-8954-3f13b9ee818e', '2031-03-04 09:00:00+00', 30, 'Intro', 94990350549, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b846-7aa0-9a80-3cc3cac58a96', '01a20de9-b5a7-7846-8954-3f13b9ee818e', '2031-03-04 09:00:00+00', 30, 'Intro', 94990350549, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b927-78f3-8733-54917f190184', '01a20de9-b893-7420-a964-60625525063b', '2031-03-04 09:00:00+00', 30, 'Secret', 81600216150, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b927-7a58-b957-9126049611fe', '01a20de9-b893-7420-a964-60625525063b', '2031-03-04 09:00:00+00', 30, 'Secret', 81600216150, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b927-70b7-a7af-92e224f5bfdc', '01a20de9-b893-7420-a964-60625525063b', '2031-03-04 09:00:00+00', 30, 'Secret', 81600216150, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b927-7930-9c60-676b0a33b9dd', '01a20de9-b893-7420-a964-60625525063b', '2031-03-04 09:00:00+00', 30, 'Secret', 81600216150, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b927-7ac9-b84f-091a751b343c', '01a20de9-b893-7420-a964-60625525063b', '2031-03-04 09:00:00+00', 30, 'Secret', 81600216150, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-b927-7747-a9c5-10a8afb816ce', '01a20de9-b893-7420-a964-60625525063b', '2031-03-04 09:00:00+00', 30, 'Secret', 81600216150, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bbdc-7cd1-b22d-5c7f4f81c0fb', '01a20de9-bb35-7aab-82ea-e3d762650b54', '2031-03-04 09:00:00+00', 30, 'Talk', 85887571819, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bbe5-7f1b-a30e-8f94e412a840', '01a20de9-bb35-7aab-82ea-e3d762650b54', '2031-03-04 09:00:00+00', 30, 'Talk', 85887571819, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bbe5-7831-9abb-33bb60ca8efe', '01a20de9-bb35-7aab-82ea-e3d762650b54', '2031-03-04 09:00:00+00', 30, 'Talk', 85887571819, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bbe5-7c09-940a-903d6df8e53f', '01a20de9-bb35-7aab-82ea-e3d762650b54', '2031-03-04 09:00:00+00', 30, 'Talk', 85887571819, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bbe5-73f3-93bf-6ed4faba71a4', '01a20de9-bb35-7aab-82ea-e3d762650b54', '2031-03-04 09:00:00+00', 30, 'Talk', 85887571819, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bbe5-77f5-904b-b727239aba73', '01a20de9-bb35-7aab-82ea-e3d762650b54', '2031-03-04 09:00:00+00', 30, 'Talk', 85887571819, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bc6e-768f-8486-d53ed0ba32b6', '01a20de9-bbe2-759f-b077-c7f27889d2d2', '2031-03-04 09:00:00+00', 30, 'Talk', 89383238237, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bc6e-7e31-a396-1265c257c486', '01a20de9-bbe2-759f-b077-c7f27889d2d2', '2031-03-04 09:00:00+00', 30, 'Talk', 89383238237, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bc6e-7bc3-bb03-045eecb6844d', '01a20de9-bbe2-759f-b077-c7f27889d2d2', '2031-03-04 09:00:00+00', 30, 'Talk', 89383238237, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bc6e-7fba-bbee-7bf8cab1d3b2', '01a20de9-bbe2-759f-b077-c7f27889d2d2', '2031-03-04 09:00:00+00', 30, 'Talk', 89383238237, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bc6e-7ab7-a433-fc308b4125fc', '01a20de9-bbe2-759f-b077-c7f27889d2d2', '2031-03-04 09:00:00+00', 30, 'Talk', 89383238237, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bc6e-7885-832c-d559ff2f75ac', '01a20de9-bbe2-759f-b077-c7f27889d2d2', '2031-03-04 09:00:00+00', 30, 'Talk', 89383238237, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7158-b75c-c5aba4c7fa7b', '01a20de9-ba17-7e0f-8dce-02ae4c116759', '2031-03-04 09:00:00+00', 30, 'Lessons', 88906183513, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7158-b75c-c5aba4c7fa7b', '01a20de9-ba17-7dfe-8646-b731cf26b5f0', '2031-03-18 09:00:00+00', 30, 'Lessons', 89853461069, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7e3e-9e8f-0d01a14e74ef', '01a20de9-ba17-7e0f-8dce-02ae4c116759', '2031-03-04 09:00:00+00', 30, 'Lessons', 88906183513, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7e3e-9e8f-0d01a14e74ef', '01a20de9-ba17-7dfe-8646-b731cf26b5f0', '2031-03-18 09:00:00+00', 30, 'Lessons', 89853461069, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-76c7-8099-6e4bd02eb0e1', '01a20de9-ba17-7e0f-8dce-02ae4c116759', '2031-03-04 09:00:00+00', 30, 'Lessons', 88906183513, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-776a-929d-70a6938ffbf8', '01a20de9-ba17-7e0f-8dce-02ae4c116759', '2031-03-04 09:00:00+00', 30, 'Lessons', 88906183513, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7433-aeed-0794356bd080', '01a20de9-ba17-7e0f-8dce-02ae4c116759', '2031-03-04 09:00:00+00', 30, 'Lessons', 88906183513, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7be8-a98d-7847fcced0ad', '01a20de9-ba17-7e0f-8dce-02ae4c116759', '2031-03-04 09:00:00+00', 30, 'Lessons', 88906183513, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7929-8f08-a619205b1756', '01a20de9-ba17-7dfe-8646-b731cf26b5f0', '2031-03-18 09:00:00+00', 30, 'Lessons', 89853461069, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7d7d-936c-6ef33e3424b7', '01a20de9-ba17-7dfe-8646-b731cf26b5f0', '2031-03-18 09:00:00+00', 30, 'Lessons', 89853461069, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-7381-9e32-815d31814844', '01a20de9-ba17-7dfe-8646-b731cf26b5f0', '2031-03-18 09:00:00+00', 30, 'Lessons', 89853461069, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bcb5-75c1-90d9-91e929f3980a', '01a20de9-ba17-7dfe-8646-b731cf26b5f0', '2031-03-18 09:00:00+00', 30, 'Lessons', 89853461069, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bd24-7f54-8673-d4106a8a50f0', '01a20de9-bc9c-70f6-8a99-bfee8aed8b9a', '2031-03-04 09:00:00+00', 30, 'Talk', 98237976210, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-bd24-71a8-b8ea-77a6d9294974', '01a20de9-bc9c-70f6-8a99-bfee8aed8b9a', '2031-03-04 09:00:00+00', 30, 'Talk', 98237976210, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c0b3-7444-9942-fce45adecac9', '01a20de9-bc9c-70f6-8a99-bfee8aed8b9a', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 2, 1);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c0b3-73b5-b319-9e79b411ebe2', '01a20de9-bc9c-70f6-8a99-bfee8aed8b9a', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 2, 1);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c174-73ca-8626-7517e36a7385', '01a20de9-c136-7ce4-847d-c20e548f21a4', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c174-7697-b8bf-336fce58cbef', '01a20de9-c136-7ce4-847d-c20e548f21a4', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c174-7a33-8914-6f30b088e4f5', '01a20de9-c136-7ce4-847d-c20e548f21a4', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c174-7e6a-8426-30a6afb1e01a', '01a20de9-c136-7ce4-847d-c20e548f21a4', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c174-728e-893e-0a3664354564', '01a20de9-c136-7ce4-847d-c20e548f21a4', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c174-7de3-b49b-8401c06aa7b8', '01a20de9-c136-7ce4-847d-c20e548f21a4', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c268-732b-9fba-adc98479dac0', '01a20de9-c204-7f28-86fd-16bb46e70384', '2031-03-04 09:00:00+00', 30, 'Talk', 97523902627, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c268-7878-8ae1-ed16d0b3ce34', '01a20de9-c204-7f28-86fd-16bb46e70384', '2031-03-04 09:00:00+00', 30, 'Talk', 97523902627, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c268-702d-bc61-70633786b862', '01a20de9-c204-7f28-86fd-16bb46e70384', '2031-03-04 09:00:00+00', 30, 'Talk', 97523902627, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c268-7892-95b0-5793553f7bfd', '01a20de9-c204-7f28-86fd-16bb46e70384', '2031-03-04 09:00:00+00', 30, 'Talk', 97523902627, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c268-702d-a79a-40086c144368', '01a20de9-c204-7f28-86fd-16bb46e70384', '2031-03-04 09:00:00+00', 30, 'Talk', 97523902627, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c268-7242-bccf-39983adce22b', '01a20de9-c204-7f28-86fd-16bb46e70384', '2031-03-04 09:00:00+00', 30, 'Talk', 97523902627, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c3a1-7d63-976e-3b547d1cb782', '01a20de9-c204-7f28-86fd-16bb46e70384', '2031-03-04 09:00:00+00', 30, 'Talk', 97523902627, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c41e-7f8c-9c81-982bf2f94d52', '01a20de9-c3c9-711e-a15a-386d09e31ff0', '2031-03-04 09:00:00+00', 30, 'Talk', 90674938780, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c41e-70d2-b363-95f7c80703cf', '01a20de9-c3c9-711e-a15a-386d09e31ff0', '2031-03-04 09:00:00+00', 30, 'Talk', 90674938780, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c41e-7284-bc2d-eccf2b7e58cb', '01a20de9-c3c9-711e-a15a-386d09e31ff0', '2031-03-04 09:00:00+00', 30, 'Talk', 90674938780, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c41f-74c0-961f-f0cb59dfd8db', '01a20de9-c3c9-711e-a15a-386d09e31ff0', '2031-03-04 09:00:00+00', 30, 'Talk', 90674938780, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c41f-7b60-b2c8-7df8510f447d', '01a20de9-c3c9-711e-a15a-386d09e31ff0', '2031-03-04 09:00:00+00', 30, 'Talk', 90674938780, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c41f-7f46-a606-4b46cd682b34', '01a20de9-c3c9-711e-a15a-386d09e31ff0', '2031-03-04 09:00:00+00', 30, 'Talk', 90674938780, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c5cc-7f4f-bc34-6b2a81b00902', '01a20de9-c3c9-711e-a15a-386d09e31ff0', '2031-03-04 09:00:00+00', 30, 'Another talk', 90674938780, 2, 1);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-c5cc-7d8f-8a30-87d736b12dd6', '01a20de9-c3c9-711e-a15a-386d09e31ff0', '2031-03-04 09:00:00+00', 30, 'Another talk', 90674938780, 2, 1);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-ca1d-7b28-810d-8dd861b282fc', '01a20de9-ca0a-78b1-9e0e-9cad2c5f133b', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-ca1d-7106-a01a-180016663b0b', '01a20de9-ca0a-78b1-9e0e-9cad2c5f133b', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-ca1d-784a-bfaf-5d478811a95f', '01a20de9-ca0a-78b1-9e0e-9cad2c5f133b', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-ca1d-7ac6-8a31-8ce8eca2a138', '01a20de9-ca0a-78b1-9e0e-9cad2c5f133b', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-ca1d-7f4c-9c0a-5ff08602ea2b', '01a20de9-ca0a-78b1-9e0e-9cad2c5f133b', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
INSERT INTO public.notification_occurrence VALUES ('01a20de9-ca1d-7dee-a749-b39aec1538e0', '01a20de9-ca0a-78b1-9e0e-9cad2c5f133b', '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);


--
-- Data for Name: occurrence; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.occurrence VALUES ('01a20de9-b5a7-7846-8954-3f13b9ee818e', '01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 94990350549, 'uclinic', '\x01422b20026d23ccc05c620b794e772b5fd19fe9c9e83aef837b728d2d21840e601631a30d327e6f77be59261c412c5a308ac8c19cfdccd4dfc7e9f7c50c5556b102cb161fb0f341478ba7778f85629ac767686f4c137f57f8a548302e4dea1d26d8ccc06722b34c9f0c15b6', '\x01422b2002f8a77472deded0c56123bcf04296a719772101c086698068acc637d1611988f39f3a', '2cd4e08b781070b1000629888d6594ffe62cf0fc497efffc16511796569ee445', NULL, false, false, 0, NULL, NULL, NULL);
INSERT INTO public.occurrence VALUES ('01a20de9-b893-7420-a964-60625525063b', '01a20de9-b880-7fca-9040-f0fc46c73594', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 81600216150, 'uclinic', '\x01422b2002c9528fb04508d58da08bd09adcb0bc432123f61d7b713ef58e84c22a786e896804c52efc40689766bce7cfcf6ed7646aab9afd9b59ad8997ecc06d82e2a6fb8ab2e5f6d512e9352a8529f6ccaa118eb51dde51c83c64a70db59f01ffc56eba0e5f86e9a069c44c', '\x01422b2002cf15f33a4c3cebf9cd7161479238fafc23cc9987a318af77750a73a98132bd6b5226569271', '34d432d03e11d0311a806a475843752aa5da3c382566b8e0023fd4a6b3afdec7', NULL, false, false, 0, NULL, NULL, NULL);
INSERT INTO public.occurrence VALUES ('01a20de9-ba17-7e0f-8dce-02ae4c116759', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 88906183513, 'uclinic', '\x01422b200238fd2b89dead6f2e46248ced3f77e58e4a62b2b10cc314d144071b853278c6d261b60bb6fbe9c03524d8f640143559ec6063c9cd5195cb75138880e3b163cd4db70bbb5f33bf045a534b0ebcd602506f9d6a7337fa529a7dde08d4d14e797d425d74c9d97d59f2', '\x01422b20021bb393ec92f67d77302e477febf5b523c5b79f75c4119276835bcdd16f64634f1a82', 'caf0223f0dbd65997df59684ef4a02fbe2766c5cb24c51c608fa5161919f4c07', NULL, false, false, 0, NULL, NULL, NULL);
INSERT INTO public.occurrence VALUES ('01a20de9-ba17-7dfe-8646-b731cf26b5f0', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'clinic', '2', '2031-03-18 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 89853461069, 'uclinic', '\x01422b2002fef6dade3ba2739f0a153ebf7c1995621f10fd20904b8689d8ad4f01c189344239b0d8098933a2a66e0d338ebc191423a33d32e3085618dd3eb33593487f97330442b6711bb3a9267a4f5ec6f515f8f833d70c383b7635cb265264e32b6a2366b0f28a60575ee7', '\x01422b2002e2e8bf01c820c5cae226251edb736d2e23485845de81ae9d0976a664c3485f2f8f78', '4170e6e4aa3b1f4a542bc86993f36c5a284343d67e1464552437a4acc51bd500', NULL, false, false, 0, NULL, NULL, NULL);
INSERT INTO public.occurrence VALUES ('01a20de9-ba17-72e2-b780-196b9dd5f53f', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'clinic', '1', '2031-03-11 09:00:00+00', 30, 'CANCELLED', 2, 2, 'CANCELLED', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 0, NULL, NULL, NULL);
INSERT INTO public.occurrence VALUES ('01a20de9-bc9c-70f6-8a99-bfee8aed8b9a', '01a20de9-bc91-79ad-9f62-fc844ca32628', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CANCELLED', 2, 2, 'CANCELLED', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 0, NULL, NULL, NULL);
INSERT INTO public.occurrence VALUES ('01a20de9-c136-7ce4-847d-c20e548f21a4', '01a20de9-c12b-73f6-a700-fe95bc93dc58', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'FAILED', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 0, NULL, NULL, 'Zoom says: “Not allowed to schedule”');
INSERT INTO public.occurrence VALUES ('01a20de9-c204-7f28-86fd-16bb46e70384', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 97523902627, 'uclinic', '\x01422b2002621e2fe7d0d0d1241253bae120bb48fd1c6a256601f176326d1f9beb50128be536df32691b7eea2d51f6cf7cbf4c8825381498386d0bc127a371e96b522197b1a6a0a6740d7c3a604af14d61f465e04b79354f184da9a218df7049591d240418feda6b98313e82', '\x01422b2002cd588aa52e0414a2cece73ff5b20e58f2148afc437d3a2b1104ca396e07e5505d44b', 'b0ecf6283aab6e33e335d0cb63564c6f14f00bb8fc5e1a3b6e73fd25ca93942d', NULL, false, false, 0, NULL, NULL, NULL);
INSERT INTO public.occurrence VALUES ('01a20de9-c3c9-711e-a15a-386d09e31ff0', '01a20de9-c3c6-768d-beb3-37e90553140e', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 2, 2, 'CREATED', 90674938780, 'uclinic', '\x01422b20021087864deb87c90781672a1f1406044d703194fc35a897c630e93254560a5364eb4b7898da045a8a1d5508a79d8c9dfa9eea230e4b93b105a5b6be2ea36f5e931075f5794f1d66770d9c167053847c8163e8b1f2a543c0204f5cfa067165442ff8ba81b68ad3b2', '\x01422b2002ff86aaf4917dfed95f5897af3fef989be78f90a03de665a1f5cbd1ef09eb2dac4428', '1f6228858129bddba73f8d16b1a9612de29a531d5f2cbbc89350865e96fc500f', NULL, false, false, 0, NULL, NULL, NULL);
INSERT INTO public.occurrence VALUES ('01a20de9-bb35-7aab-82ea-e3d762650b54', '01a20de9-bb27-7d42-a2c3-20f28151eefb', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 2, 2, 'UPDATE_PENDING', 85887571819, 'uclinic', '\x01422b200256c55a80c3d9b8390496f175606e0ab22e68bf65fc102a1402182f2b0c728cc35bfeb44eb8ad2256ef5a31ced9972837e96c43c60d6d4488802a640e1f0bc650ca3f0c594c06063cfdc7a9debbec05cde90afb949403c0f48cf2f20e4203a2769418392c568027', '\x01422b20027fa64d0f014a7c22d2bb528af15af8737bc3bb96210da479de0ebadbff6844e6fb92', 'a6c8adcfb360141eebc91218221cb3a1c3507685732508bb2cd10e847f420918', NULL, false, false, 1, '2026-11-24 14:15:55.728323+00', NULL, 'Zoom cannot be reached; it is tried again');
INSERT INTO public.occurrence VALUES ('01a20de9-ca0a-78b1-9e0e-9cad2c5f133b', '01a20de9-ca05-7cd6-8fbf-5f2ce4ba686b', 'branch', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'NOT_CONNECTED', NULL, NULL, NULL, NULL, NULL, NULL, false, false, 0, NULL, NULL, 'Zoom is not connected: an administrator connects it on the settings page');
INSERT INTO public.occurrence VALUES ('01a20de9-bbe2-759f-b077-c7f27889d2d2', '01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CANCELLED', 2, 2, 'CANCEL_PENDING', 89383238237, 'uclinic', '\x01422b2002d36193390278d1789cbdc120e67c9c77991f3033390266e5156fb58b6d11ad26517cebf357e2d42e23ca1671a21fdf240c9fde58df128c37a453ae427b3b16ecfa06c7e18a043ddeca1aa07060662db8702bf6b198af95ee98da63f32d3b307a5083b10b645af2', '\x01422b200201e2b8ac6b0c22c8382ce84b6ecb74d75c6a5c71ce8a524ad59a06cd17d905d33776', '6be3f324065b96122a0bbd05e0e3747c502974ad08ab0e0791cf8293658f9323', NULL, false, false, 2, '2026-11-24 14:15:55.774338+00', NULL, 'Zoom cannot be reached; it is tried again');
INSERT INTO public.occurrence VALUES ('01a20de9-c824-7959-b184-690115e4ef07', '01a20de9-c822-7705-ad06-9e710069cf5a', 'clinic', '0', '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'PENDING', NULL, NULL, NULL, NULL, NULL, '2026-11-24 14:15:55.580914+00', false, false, 1, '2026-11-24 14:15:55.774338+00', '0190f3a4-0000-7000-8000-000000000001', 'Zoom gave no usable answer (NoHttpResponseException); it is tried again');


--
-- Data for Name: outcome; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.outcome VALUES ('01a20de9-ba94-7d49-902f-42c073986dff', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'meeting.created', 'CALLBACK', 'PENDING', 0, '2026-11-24 14:15:51.158294+00', NULL, NULL, '2026-11-24 14:15:51.158294+00');
INSERT INTO public.outcome VALUES ('01a20de9-baf2-7418-aa67-ce05522b3f11', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'meeting.created', 'CALLBACK', 'PENDING', 0, '2026-11-24 14:15:51.192737+00', NULL, NULL, '2026-11-24 14:15:51.192737+00');
INSERT INTO public.outcome VALUES ('01a20de9-b7b7-72e5-9e28-5fcf42f5d8ff', 'clinic', '01a20de9-b543-79eb-aad7-d9b1316e9c6c', 'meeting.created', 'CALLBACK', 'PENDING', 1, '2026-11-24 14:15:53.588926+00', NULL, 'The callback cannot be reached (UnknownHostException)', '2026-11-24 14:15:50.373341+00');
INSERT INTO public.outcome VALUES ('01a20de9-bc98-77a5-86c6-efc1ef34fd64', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'meeting.cancelled', 'CALLBACK', 'PENDING', 0, '2026-11-24 14:15:51.679432+00', NULL, NULL, '2026-11-24 14:15:51.679432+00');
INSERT INTO public.outcome VALUES ('01a20de9-b905-7334-b0ea-395bf80ed36f', 'clinic', '01a20de9-b880-7fca-9040-f0fc46c73594', 'meeting.created', 'CALLBACK', 'PENDING', 1, '2026-11-24 14:15:53.584634+00', NULL, 'The callback cannot be reached (UnknownHostException)', '2026-11-24 14:15:50.751189+00');
INSERT INTO public.outcome VALUES ('01a20de9-ba72-7e41-b32f-a9967d666453', 'clinic', '01a20de9-ba12-784b-a436-6d59ad1e6a00', 'meeting.created', 'CALLBACK', 'PENDING', 1, '2026-11-24 14:15:54.409308+00', NULL, 'The callback cannot be reached (UnknownHostException)', '2026-11-24 14:15:51.131204+00');
INSERT INTO public.outcome VALUES ('01a20de9-bbbe-784c-9433-6c59be5c1ae3', 'clinic', '01a20de9-bb27-7d42-a2c3-20f28151eefb', 'meeting.created', 'CALLBACK', 'PENDING', 1, '2026-11-24 14:15:54.301442+00', NULL, 'The callback cannot be reached (UnknownHostException)', '2026-11-24 14:15:51.456198+00');
INSERT INTO public.outcome VALUES ('01a20de9-c161-7793-8d92-0c8d45c75c62', 'clinic', '01a20de9-c12b-73f6-a700-fe95bc93dc58', 'meeting.failed', 'CALLBACK', 'PENDING', 0, '2026-11-24 14:15:52.919337+00', NULL, NULL, '2026-11-24 14:15:52.919337+00');
INSERT INTO public.outcome VALUES ('01a20de9-c264-7c20-8130-2ba9dff6a132', 'clinic', '01a20de9-c201-7311-a9e6-b6ed90c6ba29', 'meeting.created', 'CALLBACK', 'PENDING', 0, '2026-11-24 14:15:53.169607+00', NULL, NULL, '2026-11-24 14:15:53.169607+00');
INSERT INTO public.outcome VALUES ('01a20de9-c3f3-7c25-bbfb-4d0b7d3e74be', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'meeting.created', 'CALLBACK', 'PENDING', 0, '2026-11-24 14:15:53.580105+00', NULL, NULL, '2026-11-24 14:15:53.580105+00');
INSERT INTO public.outcome VALUES ('01a20de9-c5b0-7a16-9132-c2b15d667650', 'clinic', '01a20de9-c3c6-768d-beb3-37e90553140e', 'meeting.updated', 'CALLBACK', 'PENDING', 0, '2026-11-24 14:15:54.013129+00', NULL, NULL, '2026-11-24 14:15:54.013129+00');
INSERT INTO public.outcome VALUES ('01a20de9-bc58-720c-beb5-ef000ea3237d', 'clinic', '01a20de9-bbcf-7bdd-91ec-51e6dfc78ea7', 'meeting.created', 'CALLBACK', 'PENDING', 1, '2026-11-24 14:15:57.359742+00', NULL, 'The callback cannot be reached (UnknownHostException)', '2026-11-24 14:15:51.599396+00');
INSERT INTO public.outcome VALUES ('01a20de9-c0a5-72d8-953a-4970d43f3ea2', 'clinic', '01a20de9-bc91-79ad-9f62-fc844ca32628', 'meeting.cancelled', 'CALLBACK', 'FAILED', 0, NULL, NULL, 'It was given up', '2026-11-24 14:15:52.507751+00');
INSERT INTO public.outcome VALUES ('01a20de9-bd11-70ae-82b9-5079c6e32bd5', 'clinic', '01a20de9-bc91-79ad-9f62-fc844ca32628', 'meeting.created', 'CALLBACK', 'FAILED', 1, NULL, NULL, 'It was given up', '2026-11-24 14:15:51.789257+00');


--
-- Data for Name: parked_event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.parked_event VALUES ('5c8a441c-f8e8-381b-9150-bf2724998d45', '2026-11-24 14:15:50.845799+00', 'file:inbox', NULL, '\x01422b200268472c55545363a4c5840f3e7029ce176996c8b90e43f2d898d91cf521153c563f0388a6d6b2d437374dfe4fac3ea9baf4f0db1244f2b7064f68c580059e69541aeea26ffccc2384a760ec248c39df71ae9daa10a5bff034ed3f338b19fa17ed0fa997a646ac48bea0ce56ad8ec8a01cd1dde3861e7563ae75fecf2637baf176194baf545747aa8c8a98b11478', 'The body is not JSON: see line 1, column 3.', NULL);


--
-- Data for Name: qrtz_blob_triggers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: qrtz_calendars; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: qrtz_cron_triggers; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.qrtz_cron_triggers VALUES ('zoom-bookings', 'token-refresh', 'zoom', '0/30 * * * * ?', 'Etc/UTC');
INSERT INTO public.qrtz_cron_triggers VALUES ('zoom-bookings', 'retention', 'Camel_zoom-bookings', '0 7 2 * * ?', 'Etc/UTC');
INSERT INTO public.qrtz_cron_triggers VALUES ('zoom-bookings', 'housekeeping', 'meeting', '0 37 3 * * ?', 'Etc/UTC');
INSERT INTO public.qrtz_cron_triggers VALUES ('zoom-bookings', 'key-rotation', 'secret', '0 47 3 * * ?', 'Etc/UTC');
INSERT INTO public.qrtz_cron_triggers VALUES ('zoom-bookings', 'zoom-events-forget', 'zoom', '0 17 3 * * ?', 'Etc/UTC');


--
-- Data for Name: qrtz_fired_triggers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: qrtz_job_details; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.qrtz_job_details VALUES ('zoom-bookings', 'token-refresh', 'zoom', NULL, 'org.apache.camel.component.quartz.CamelJob', false, false, false, false, '\xaced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000e302f3330202a202a202a202a203f74001343616d656c51756172747a456e64706f696e7474003371756172747a3a2f2f7a6f6f6d2f746f6b656e2d726566726573683f63726f6e3d3025324633302b2a2b2a2b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800');
INSERT INTO public.qrtz_job_details VALUES ('zoom-bookings', 'retention', 'Camel_zoom-bookings', NULL, 'org.apache.camel.component.quartz.CamelJob', false, false, false, false, '\xaced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000b3020372032202a202a203f74001343616d656c51756172747a456e64706f696e7474002571756172747a3a2f2f726574656e74696f6e3f63726f6e3d302b372b322b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800');
INSERT INTO public.qrtz_job_details VALUES ('zoom-bookings', 'housekeeping', 'meeting', NULL, 'org.apache.camel.component.quartz.CamelJob', false, false, false, false, '\xaced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000c302033372033202a202a203f74001343616d656c51756172747a456e64706f696e7474003171756172747a3a2f2f6d656574696e672f686f7573656b656570696e673f63726f6e3d302b33372b332b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800');
INSERT INTO public.qrtz_job_details VALUES ('zoom-bookings', 'key-rotation', 'secret', NULL, 'org.apache.camel.component.quartz.CamelJob', false, false, false, false, '\xaced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000c302034372033202a202a203f74001343616d656c51756172747a456e64706f696e7474003071756172747a3a2f2f7365637265742f6b65792d726f746174696f6e3f63726f6e3d302b34372b332b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800');
INSERT INTO public.qrtz_job_details VALUES ('zoom-bookings', 'zoom-events-forget', 'zoom', NULL, 'org.apache.camel.component.quartz.CamelJob', false, false, false, false, '\xaced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000c302031372033202a202a203f74001343616d656c51756172747a456e64706f696e7474003471756172747a3a2f2f7a6f6f6d2f7a6f6f6d2d6576656e74732d666f726765743f63726f6e3d302b31372b332b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800');


--
-- Data for Name: qrtz_locks; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.qrtz_locks VALUES ('zoom-bookings', 'TRIGGER_ACCESS');
INSERT INTO public.qrtz_locks VALUES ('zoom-bookings', 'STATE_ACCESS');


--
-- Data for Name: qrtz_paused_trigger_grps; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: qrtz_scheduler_state; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.qrtz_scheduler_state VALUES ('zoom-bookings', 'vm1795529740596', 1795529752045, 7500);


--
-- Data for Name: qrtz_simple_triggers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: qrtz_simprop_triggers; Type: TABLE DATA; Schema: public; Owner: -
--



--
-- Data for Name: qrtz_triggers; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.qrtz_triggers VALUES ('zoom-bookings', 'retention', 'Camel_zoom-bookings', 'retention', 'Camel_zoom-bookings', NULL, 1795572420000, -1, 5, 'WAITING', 'CRON', 1795529744000, 0, NULL, 1, '\x');
INSERT INTO public.qrtz_triggers VALUES ('zoom-bookings', 'housekeeping', 'meeting', 'housekeeping', 'meeting', NULL, 1795577820000, -1, 5, 'WAITING', 'CRON', 1795529744000, 0, NULL, 1, '\x');
INSERT INTO public.qrtz_triggers VALUES ('zoom-bookings', 'key-rotation', 'secret', 'key-rotation', 'secret', NULL, 1795578420000, -1, 5, 'WAITING', 'CRON', 1795529744000, 0, NULL, 1, '\x');
INSERT INTO public.qrtz_triggers VALUES ('zoom-bookings', 'zoom-events-forget', 'zoom', 'zoom-events-forget', 'zoom', NULL, 1795576620000, -1, 5, 'WAITING', 'CRON', 1795529744000, 0, NULL, 1, '\x');
INSERT INTO public.qrtz_triggers VALUES ('zoom-bookings', 'token-refresh', 'zoom', 'token-refresh', 'zoom', NULL, 1795529760000, -1, 5, 'WAITING', 'CRON', 1795529744000, 0, NULL, 1, '\x');


--
-- Data for Name: spring_session; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spring_session VALUES ('1759b7e6-3c6d-4fae-b650-76566235c257', '224ff8d5-e0c2-46e2-afd5-ced5b6a12fc3', 1795529748189, 4102444800000, 28800, 4102444800000, 'admin');


--
-- Data for Name: spring_session_attributes; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.spring_session_attributes VALUES ('1759b7e6-3c6d-4fae-b650-76566235c257', 'SPRING_SECURITY_CONTEXT', '\xaced00057372003d6f72672e737072696e676672616d65776f726b2e73656375726974792e636f72652e636f6e746578742e5365637572697479436f6e74657874496d706c000000000000026c0200014c000e61757468656e7469636174696f6e7400324c6f72672f737072696e676672616d65776f726b2f73656375726974792f636f72652f41757468656e7469636174696f6e3b78707372004f6f72672e737072696e676672616d65776f726b2e73656375726974792e61757468656e7469636174696f6e2e557365726e616d6550617373776f726441757468656e7469636174696f6e546f6b656e000000000000026c0200024c000b63726564656e7469616c737400124c6a6176612f6c616e672f4f626a6563743b4c00097072696e636970616c71007e0004787200476f72672e737072696e676672616d65776f726b2e73656375726974792e61757468656e7469636174696f6e2e416273747261637441757468656e7469636174696f6e546f6b656ed3aa287e6e47640e0200035a000d61757468656e746963617465644c000b617574686f7269746965737400164c6a6176612f7574696c2f436f6c6c656374696f6e3b4c000764657461696c7371007e0004787001737200266a6176612e7574696c2e436f6c6c656374696f6e7324556e6d6f6469666961626c654c697374fc0f2531b5ec8e100200014c00046c6973747400104c6a6176612f7574696c2f4c6973743b7872002c6a6176612e7574696c2e436f6c6c656374696f6e7324556e6d6f6469666961626c65436f6c6c656374696f6e19420080cb5ef71e0200014c00016371007e00067870737200136a6176612e7574696c2e41727261794c6973747881d21d99c7619d03000149000473697a65787000000002770400000002737200426f72672e737072696e676672616d65776f726b2e73656375726974792e636f72652e617574686f726974792e53696d706c654772616e746564417574686f72697479000000000000026c0200014c0004726f6c657400124c6a6176612f6c616e672f537472696e673b7870740012524f4c455f41444d494e4953545241544f527371007e000e74000a524f4c455f41444d494e7871007e000d737200486f72672e737072696e676672616d65776f726b2e73656375726974792e7765622e61757468656e7469636174696f6e2e57656241757468656e7469636174696f6e44657461696c73000000000000026c0200024c000d72656d6f74654164647265737371007e000f4c000973657373696f6e496471007e000f78707400093132372e302e302e3174002434323930663035662d663735392d346262612d386134352d6466353331376165643435317074000561646d696e');
INSERT INTO public.spring_session_attributes VALUES ('1759b7e6-3c6d-4fae-b650-76566235c257', 'org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN', '\xaced0005737200366f72672e737072696e676672616d65776f726b2e73656375726974792e7765622e637372662e44656661756c7443737266546f6b656e5aefb7c82fa2fbd50200034c000a6865616465724e616d657400124c6a6176612f6c616e672f537472696e673b4c000d706172616d657465724e616d6571007e00014c0005746f6b656e71007e0001787074000c582d435352462d544f4b454e7400055f6373726674002431363636303332612d616432352d343930342d623262342d633134623566363933363865');
INSERT INTO public.spring_session_attributes VALUES ('1759b7e6-3c6d-4fae-b650-76566235c257', 'org.springframework.web.servlet.support.SessionFlashMapManager.FLASH_MAPS', '\xaced0005737200296a6176612e7574696c2e636f6e63757272656e742e436f70794f6e577269746541727261794c697374785d9fd546ab90c30300007870770400000001737200286f72672e737072696e676672616d65776f726b2e7765622e736572766c65742e466c6173684d61703a3487c188b3c9e20200034a000e65787069726174696f6e54696d654c001374617267657452657175657374506172616d737400284c6f72672f737072696e676672616d65776f726b2f7574696c2f4d756c746956616c75654d61703b4c001174617267657452657175657374506174687400124c6a6176612f6c616e672f537472696e673b787200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f40000000000001770800000002000000017400076d6573736167657400165375636365737366756c6c7920636f6e6e656374656478000001a20dec73597372002c6f72672e737072696e676672616d65776f726b2e7574696c2e4c696e6b65644d756c746956616c75654d617034c04e5c106cc0fb0200007872002d6f72672e737072696e676672616d65776f726b2e7574696c2e4d756c746956616c75654d617041646170746572143d4d27cf263b210200014c00097461726765744d617074000f4c6a6176612f7574696c2f4d61703b7870737200176a6176612e7574696c2e4c696e6b6564486173684d617034c04e5c106cc0fb0200015a000b6163636573734f726465727871007e00053f4000000000000477080000000400000000780074002d2f776f726b7370616365732f636c696e69632f73657474696e67732f696e746567726174696f6e732f7a6f6f6d78');


--
-- Data for Name: workspace; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.workspace VALUES ('default', 'Default', '{"locale":"en","waitingRoom":null,"passcode":null,"autoRecording":null,"alternativeHosts":[],"remakeDeletedMeetings":true}', NULL, NULL, NULL, '2026-11-24 14:15:30.175155+00');
INSERT INTO public.workspace VALUES ('clinic', 'clinic', '{"locale":"en","waitingRoom":null,"passcode":null,"autoRecording":null,"alternativeHosts":[],"remakeDeletedMeetings":true}', NULL, 'https://receiver.invalid/hook', '\x01422b2002e5aa449a3f6306185885bd6ef69ab286f0a188bdc95fdb6f83755060a4e027fbc2f97430998d60fca6b40d61a28043273075f367e65f6acf53a2f40a488cb8db85c9bc573dfb9d9ade693d7914e2', '2026-11-24 14:15:47.498449+00');
INSERT INTO public.workspace VALUES ('branch', 'branch', '{"locale":"en","waitingRoom":null,"passcode":null,"autoRecording":null,"alternativeHosts":[],"remakeDeletedMeetings":true}', NULL, NULL, NULL, '2026-11-24 14:15:55.11587+00');


--
-- Data for Name: zoom_connection; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.zoom_connection VALUES ('clinic', '01a20de9-b419-7b62-9642-43794063c449', 'CONNECTED', NULL, NULL, 'admin', '2026-11-24 14:15:49.544678+00');


--
-- Data for Name: zoom_event; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.zoom_event VALUES ('d390fc0d_fa87_42f0_80e2_da2a92497e53', 'meeting.created', '\x01422b2002bf9e11226fa050fd3cde9e33f2c2ebdb9b3a21bcb8c2627e1e95e8ce1ceb5639fe3fd67a114c08d9afdacf34d319bdb6c60849fb02f4995fbb70a434af56ece424928b1a6bf0130ace0f558e3ded3a8a9da230232f31ab26a177af9933d7f8d2abf8183760f5fe746ba1ced1e99f1904620ba8d5b417339b12034c4f935b2b77f9a2ff9ff5e896542cac6510aa8c2629876539b2f3c32adee3882b3faed735b6aae962155186c591f1499fa88e7923c707ff5665ab8465b9ce67d25243a78be9bb0b8cbe12b34951aad6bf134cd55f2419595cb234a2b97d9381e6d62cf66eab11d9e7808af9904511e2cc710ce5815708b6448700449d4c6b10205a2566640fa2310c0e3401b2a0af02c2f185259acafe6c1aad739a7984432eeab3c5c224b8f11b10d7029e8159a01cc6e27afe744e6b87c9d96729da990da0e10501d04a5d1f8e15f1d1347cc6b771900c4c96a57322434e498ff25b8c0927f037f5090b9e5565fdb531a6e01157704fc30969ae095e6607cacfae51696a9717119193021e6b6b336e8047bde675e9ab7e3c1a84b994962cedba73c4365bd80ad12e5fc3c972a28a871c8ca9c21969a99290a91dd06ddb25acfac513a67bfbb3af841362693ec789e5a64f133f29ec918b3b99f810bff56307cf90e28406ffec7bf386447ce674ab330735c3087aed93280e682ec294ca7df84d341162ca7f2c625b51551a5437e2b633be07e2526f4ebf77e5a5fb7e9481d402aad5d01f7dbc2be569bbc177d537c9ad31fa27d83683eb80b57cffb319650e7f9d280726ee3b440a1ebbb81d6b447641562b1f5136feae5be34181611864397d6fd1c172c60b58f6da', '2026-11-24 14:15:50.486276+00', '34b16bef193503cf2ed666bb2989dd4d9ec8474aba7815cc381344f35ae254c2', 1, '2026-11-24 14:15:50.486276+00', NULL);
INSERT INTO public.zoom_event VALUES ('27a4c8dc_554d_497b_9be9_f9adb6fb2d03', 'meeting.created', '\x01422b200265d6372853ebdce7ad8d369a49fb0d91ba218397ad8dbdd45debebfa085d5576caa110aeda8afb15e34510a9d57ba928532118d208bb513d470c800ed1d7891ee6c2132c4bf38cde966d1a7f2ef1a1cf599849e60c93e0a81109982454383fdd3c0ec6d89ab832a9a2227ce51e0d0837e49cf5b8855ae3ce659d4af7595e1cf4142eaac049aed82a2581575d926e8dabd5d8d17eba7a531ae9f66902675b0be1b3cb97fc6e9ec580b0eabe7db4c5906a87d79f3ef7629ad0118bc899864bdefd09da7bc9ffd2fb1865e4a6902043f067b987ee4d73b2995f40f8fba4917970cd67510ff6605f6d17ee62d51315fb303734e827626b9c77490f23d524bc1f4780cac4850abbf396ed3e1c60ac4d12ffc50b00ae8a552d6cc941f7fdaedbe3c5ca3e415918cb90e321f9fd4d0f12918ed88ecc81569872db96db87bf76cd455560fad94951d488f416012b689814181e83aa4e5556b56d94267974a2040d0e5e41135cb6bfe9febb7dd3b8a9780e21910c2d7d54849928d55c50adf908790e88dd1e2cefbfc9fb75423b0768820a3163093590e5c096b093c80a3b0acfbeeb8fd9e0ecd9013c24f5c08d2e42ba0ca50a093a142825bc4262a7a54b409b0c8b50847b31d7f7f3d9fac7624c0c4830c6ef9929a1c5177dbe136cfe6c86f46820dceaa73f28130301224d2b63648b85d8ff21db95cd120fabed6e44a09d9d0fa27a74a2e37a6965859693191c3529f08ede9290f72c9f69cb2cd1389c29ac7a25b1b667e9999083bcb607903136892deab91aba1d9dee61b1a0d52479e1d06090cb1c31e0d368a71e777136178a801bed8aa6b5ad7bf19856edb597e900f6aef53e3e33ab', '2026-11-24 14:15:50.916098+00', '8bfca758a9cbae3d5798c06744153bf4b8a5cfd3ca6784f0ef911e7278781ad6', 1, '2026-11-24 14:15:50.916098+00', NULL);
INSERT INTO public.zoom_event VALUES ('05472197_22e1_4cb3_a950_f9c0d2b588fd', 'meeting.created', '\x01422b2002edbe2e2fbb62dacd7d8e0df825c0489a56dfcc36b27e0ef35020e8f775b88231083d21b9068a138f093cf2dc1cdf952b26d7d27f926fc95502088f9325ec2a1df433d4253609bbe926b5fd81f63fa147a0f3243c676846151aa398b3108536440639f1f8df9bc2c8b931208bee3e60a4ed09dfa7fee16a5ab1b20969f498f899c3c5c6ab64fe77e3b79a4a041ef298ccb69a2f3632ab7153e36b42e274d756a4ac7ad78e3d80e964e8910aede324a55d7b0a607583c817f4378394329e8a9d3bc19ba39f8c02acfebe1751ca536d9b9a5673c716060d130be9ac8887b89f09786c820d10c8c345e15080ecdfe4e0f45ce767ba91de59a442b4e87cb124cebe300a99b9fd97264c9ac04cbabb7141909827b371b88cfe1c5ee85789739a4b96d2a31d82ec6ec70560c3d35e82b8cc11f24a17c8a34a18518f871f2836a2a46300afbbb33b95e69a73b3e3cfe61c2f94a9e2c5ff5ff09d70a5a0ade997e26e3bb51b06ac256a3d78a6600a2af5a7b2b30de43b594597a7d3fb0758e6a87208e2949e359705399f591da46bc6c1303931422a744b6c23583d07d51d9b4bd3218949e3a193c3f9125178fd839b679d37987dab7a2619854b148f70141b6ada76223a2d4a2131854d383b104dbca6f18bd0ab36a474a9ec81d50144311dff68d807252765b3c034cb17fa03270fdd74e2d85a8a037888060454ab6337e46fd9009b294f88f4164864dec5536fecbdfc58d53f6571aed327923b5b8402024d0af64919913af54749ca984a5a6146047cdb2c80fe04162e6db14e2de4b381e5d373fea7de60eddf59b3bc5cbaf86330700a40de77bdf2791ebda14c489facc459374ea2', '2026-11-24 14:15:51.1726+00', '42f3b25d1e5016e09e073085e763767bf4176adc72aaf1d4a16422ab898951c6', 1, '2026-11-24 14:15:51.1726+00', NULL);
INSERT INTO public.zoom_event VALUES ('d9e49d3f_a750_446d_ad9e_6604d440869f', 'meeting.created', '\x01422b20025313e54236cf77dd0785d0be198ae4aed31fb8027bb33d98379d79496e1bc170567b07fd3ca70d25d1634491e1dadfc435437666c6664a69e11cc4b8b44c1601f16f2647fb3205978f70a4aaf0eee89a481c3210a16cdbebec00e22a0c09bb12b56292065aa35664b734b3e7b3284f48654b787e44de270c60e978aae3c52c9b7e95503053491e0558f528b79e6cfa852fdceeac233eb65010af17ece761855cbaadf2ebda4bda9e2e14dfe9af6f84b2926ac57a8dc96d0b0e76acc46e7a75137380515e30e2d65b9400766c8e0fc0a07804765c6f09fdd4745a41fb7e505889aff8a2c16690a8652560cb37a555652c8274a1c3f73cdf7c60194859bb13d101b1845b46771f9f44559ce9ca675ecdfdac4b224013ab5d52cd2b90af1c51507ea2cfb71adb92661eeba7f654dac80e645f92c17023917d7acbf28e347a3727dc9ad038707f2e333d9db788d2f97de14b89d466f05b879021bf29b6c021f2eeba54b8ddbcf3af04f8cbbec36e280f2716a8cc1b9730984ba6fb5da34b9d428c285a350d9c2e358cf3707121efbbcab7ac7db1f711188c717de3f05893fa17c29f14323904a60649e5ff973e9d075ea92119930996ffd75d0b302bf0377668f2c7c2f6d9b576ccb25b4aa0b9d2bb2d5185f93451e58c3f7aec4903e7f85e6afc4f69deef8725a767fdfa06293278fd78243350887ac84b9aa0ff3060dda80015ca52d8c51d4e003fde59adcab6c025bb18c1bdb76e348b8c0d1bef37f23b90ccc5ac4f123cd38a7d68b70530df4823e012860a768e11494004c355c98efdf7de47211df76fa58c056f3623b598b70dfa7054bd0a0179122b8be2cf5045891f256f', '2026-11-24 14:15:51.243106+00', '3b856cf759037cb22d8fd59f5872329bac707594c9ab610fcdfa80508f347203', 1, '2026-11-24 14:15:51.243106+00', NULL);
INSERT INTO public.zoom_event VALUES ('bda5ad29_c2f9_4ba3_b6ff_067ae3dcde4c', 'meeting.created', '\x01422b20022918337a2ab5860440617044248eac9ded27535ad5855ba870ec2cfb86b2b8c41cae2dc2ad6ebbff64f9d39aa6c0cfa391b3d43fb3f2b69f6e3681e909b7ee62b23ccad9e998186484671b7a3b7d9f03305560342bd09a0f6025795a6208c3258cecc366394f97b2cbdba936fb87df910b981ef37c6b2db1b73db7338aa073c61810ab38b1265bd8b1236dd102dbb1bbc7d4ac903245763dfc9c852eb860ccb8f85f8bedc8dd994abf43efe06ab2890e22f35bbef4d1accda81d28991e25bbde0f9a54629f1b6b09438096353e2c91c97d5020ad6425c2e094532e9914f039f8b6f8d229c1aeb1c56a865551a020d59896a77967f2b1ae6bb658e4bfe1d3f6e61f092a2276880891aa549274fa31e815da0dfc331049124e40da77da4136364979dad4de1144130dd055d0c14fd89323749601b4bf42b01b188128dcf04bca4fa4b9ec65ce2706106681875bbc155d528cbd87a04f3037c0eb75fffa1693f6775722aa938589a45f9b5312797d3d2cd9135a84fffb89cb6980dda49a760de2f1b4c20e47bdef69084024f33eaf7efc15e4bc2ae9e5f2de75b9fa936e42c2c7eddaf46ee14bcbbb411ac90e9886f61c40c752cea6bf4c819e50d51c02770b4113a99d822525b0a9e68178570335d28ae3fce8e38fa9e4523a9cc1fc29d8719c0736e7847e8c81972a0022118ecda7f7742abdee9df943ea900b745215ff90e40cfbe01f1bf29e664345b26e7301f42044c61182b39c8244841929b8695ccdbcbca55e4c8eef4d45807dddd241df1f82fda1b1501abb84a23c46a947aa23b9e130e3fa13a1e6df9d63debbcbafad8937e7bbc34150f418dfb8f6ecd66bcfa2', '2026-11-24 14:15:51.344337+00', '218d17793d2e14a39ee37848c3c8383aa46e3e73a0447f5519d1dad446c92c8d', 1, '2026-11-24 14:15:51.344337+00', NULL);
INSERT INTO public.zoom_event VALUES ('d6e87340_e2f4_475a_a431_102dfc7edbea', 'meeting.created', '\x01422b2002ddb00f847cb4fa6c3c7dd0b534a068c838e47ed477cb07c83daf26faa6c8a05ca38d0f68c58400f86b6006159f8b2575f143749f25025da68501a44f24614cfd080fc82115c392d4724658bbdb79a398d5621e43cf2a2314c56cfad2e0f6cb2bbf31f8dc4988e7857c9173202e0af71a63e6414d0128876b9448020f8f8c9b6e8a34f062d335a118cdef5a7945a3a167018a161077fd5a6588426033e19349bb86d58218ca5926d753009a1dec2b1377293c8bd4d285fbd51b16a183957207e0dd9515044c0b2e7f43f63b9b98c31626bbdb724125f59204322a0e90410c89a4c6e1c1c1e8832d0785550dfc119aa177b5488cd5314148e49b3b8fcbd043f32572bed2759f6b5a5d9a15791ee5ddd3c1c67119355a71fcae8b6fdfa44e13fec23e2263d3ff77bb7cb25042472f3e4d3271206de0a548d2a271b8b07d7f4416b4664000a2550c2fa2086e5fe0f8fc3c3951d662ccb19d793362867e10998f9d754ae1c665d150284f3daa66542f77f4bcb557cd4a35b68f19c52aa38879988c7679085cb5f112a96b4517b877a5841ba0fd77eeca6c6528e953ba11ffb5047d2eb7694a0b002ca33109e410e6adf7087ecdc7285e471d64a258bc0544551ad3494b05cd3a1c3a6f7d9ee8b3421f244184a7308ac98ced6c851b89157a3d04a617b16c038430b5f2b06d39be6e07269a0fb39549a6d8d29a61787c966928c96001f0aa03dd038ddae43781ce3ae053972cadc7b906f60e315e0a8035297c19157c553f8bd56b45ef87a379459127e71895339d231c7de3f73cd39210ec0b5c795a28a24f919b01f6453bf46b96f5454835452b75c06862267063236bdf4d', '2026-11-24 14:15:51.502414+00', '00c803014b4e1e04dd4f58b49dd68a80a233883ad63dbed7568cb6ff4b621f2c', 1, '2026-11-24 14:15:51.502414+00', NULL);
INSERT INTO public.zoom_event VALUES ('186c7ef3_05d2_4747_9c82_a3e4408e8b58', 'meeting.created', '\x01422b2002cff6021eba3e6ce0171fee5916a06afd1932b997e58639ba3dde517c563e5a0a3f959fc54f8b345a465fde8d8c510237d05993533d1c51073c8136ccfd26d11d7e02ef95276ece47dc5e8506e9601eb53ce7d271a89c6ad55f4768e7b6f94802f3f74f56ecd6975c0e1a04d6356a1fded848fe000b9780b16e2eeb8a2c21494b0c8e7acaa5c79bc2bf9edc826d63f23c9b67ea0128e28bc5dc543ff04bacb0d3727348b5c53106627bfd570030603e0752d4e9410d2542d0165b11287f214e35f5fdaeffcea8c20d02efac85a652c23613a64f7d43fc30d15c0c0db6c5cce47c83555cddd4444b3dd26642d27ecb17d7fab63e403b83f8390616f4c7492cd9d11ae3e19c58aa5c61296ba4f84e113b41755342605962b0ca6cf72db1b59bf31267404d6dc3179fa0d9ea74cd09e05d7cae50ae3bfa9fcda439fab87ce789a5368339f0a954f5f571ea8cacf672b936fb7ef16880022740304f26672138729a2776f44b3991e6c86b68f073e795b3d4d82bc9160e2349c14c1b910ee7df3f833d9eecf101004e464756e5dd8c187fcf791cdbdd69400a9e8a460153140c430a02b25ca95938ed342da324ca530c572476b9a0df03658f880f29e7cf7b4d5dba21b019199f67617edd06077ff5e25a4d5edc6605322d33f008ba6048b16fe466ebc2a429d69312480516cfffba6735ca125b442c3580e957bb3ecd76098ac95942d1439ad444d5617d668484f5f8b52edb2abe1b6cfc38ef5493d93e09e81c245cb67a170e1b1bac79ea204cd55c8a005c92d48bc44bcfc65c3b2e715b979c40c42e4b14fd9abe3230017e1e1d584ae1b25d44eadd3fc8659ccb2f396a17', '2026-11-24 14:15:51.672153+00', '7adb10b0fd4b7c8e102c7d72b6c2e6d175ba6aca8aab6372a0fe50728f2a5927', 1, '2026-11-24 14:15:51.672153+00', NULL);
INSERT INTO public.zoom_event VALUES ('1c558b65_2796_4500_941b_2211a1c97160', 'meeting.deleted', '\x01422b2002c036764ff50124a74eb0fc9a515b447800158b71dc419fe84b2a37e6b03433ba3d4bd103b0c200a7a3b50bfa1caa378a12ab2c5a2aa6340ed7988f6f0f864aa1e6bb80a07be368f8229530a557289fda6745dcf74c0ca4529b58518fcfc9f4d24beeae881f2ab52ebcfce958b491d0c883250aeae2685751aa589ac64e69e3376147126697e0c62b9c5b72433c582d8cc2b75b6df85c10a344f68788f748763e35a90d12151478176933b32b567276325093d3b386e34165baadb64023231bfc129d0c7f501a7357acf4bce015f687835de759d674fbe4955601bc8a612ed0da5c08a2ac6e7933f57a40c097e14ee8bb0b7b93a62f7e12cbdfa65da9fe199c7f6863465dbeccb4f3a52911c4566a8fc1f81925623841e4247ad26cb52e859fb13c2d6cd2a1aa05892ccaad59a0a8e7c02cbe82efd8be2e66a5a7d3b32a55acfe453cdac5d3dff47088fa62d2f862535e636e74d95ce941c476b7caefcf47e1bbf6d381dbdb1c8e5894a81d5e69fcfedb7a0aa8c65c6732', '2026-11-24 14:15:51.811442+00', '2e6ae2ef38f15bb2459bf1402ef2f479c2f238e3ea15d3a1732c44a9231fcf95', 1, '2026-11-24 14:15:51.811442+00', NULL);
INSERT INTO public.zoom_event VALUES ('efc7cf07_306c_4030_ba52_73d2927cee5d', 'meeting.created', '\x01422b20024befca9a369c74a3a4c3a9db90f920a4abd4fad6c2488bccfac2dc03662473b3686816eece2a59e05adf7ab7209c97eaf563089df92db4ab9e72924819a49e6ed60c239897b9b349dc47cabdb1df36f750266ecde4826e83992f2218b55e37bdaaf57840beb32263ca3ed2395285ffffb25d5d8ecf79aaced525bdd58da7f4be80c8da93adbcfeb3fce8aa0a8f49aa0fa3db8566963bad4460e08f665cb4aef6918cc9e3f3b2fb22a3cab3309cf27b64f49b00967e19ef943ecbc4b1c000dd8fecc0e51bc93ebb76489126aad7dde289fd81514f4943a4d26ac99b99c66c93bed7db652438692e3bca7f28f703981d800c8f0e7d89704e203fa36b9df7b4ed4a66cc5c8dab0016180bdefbdc2f7e9001f54cdd37c873dc2c3cf1db8c0ae559467ffd585452b093209cee6715c211acb7248d4a65e7982a534ea9f7ac1f8beb3b24b2a76de287d0ea5e67b20e81a353aa7cf1a0e307a2b0bed7915326ee7bdcc419384cfabd045213baf95782919afec482e363dac858c3b07ace867b63a84d4038d70e32f739481d9c1769e626ef73ba07e17ca9cf50fa1aa9708d374ba2ce96f72adf77dd2894eb465296e96e5daf7d41ddeb8e03926ba59ec73fc71a8d6f809029ab4ca236da8a65888381d20720e9619d2344b638210557bc3ce7478d0e265a99f04bcd6058a6351c159e4ca12160c8ead327d5a857c59e6f74b0cd1d014fd498f28e27f49d04bc76e3aa49c8a87cd7e12e02f1a0e14e0e4d31de5922986a15de994ad505ce9db146dfe91ecc677f5cb21621c1f20d23d511d9e1dfecf0b876fb4271b33995c85b511535a18f2aff0992503dedd15910d243c9fa2e', '2026-11-24 14:15:51.934745+00', '2cd057a1347fd03a27cbc187139be7582fdade10ef5ef167c8bf9d62d5b59000', 1, '2026-11-24 14:15:51.934745+00', NULL);
INSERT INTO public.zoom_event VALUES ('3d7f0e34_a349_425c_b826_fa80b7444d4f', 'meeting.created', '\x01422b2002aac72e8150bf046ef3d1838649229c2dbce012fa8b809bfea25e718eed744c801c787a4e981e763f65e5513ff2954cb85a12c13ad5bcf97f5ba736ad71f6e812d7ca3ef192191f0e499404ebff90bbec6a194a14c157d6b319e05abdb8d6ceb636c334fa804e1a0952173e23314f5f7461e672430be38e061390ea73bf28487b94763f80cc86626f013d4da79ae9a1ef6a45af762f0964af8a0f56fb5bf36c3ebaa1bb1571f5d79a4cd1cdf0c8d5f41417a22c57c8ff407d0777615f4894bdf72b8a592623b9f62fecd084c7c7cdccac07ccf6cb1b1364466e8b8a5b91a485280c122ff5a36373c0a4e1f36ede33f66f4ee1428473c0da1cee5fe6be9289f6029b4903453d1c242efbac97e831bead8fb53365fb65d55f99a56129c735275d5cf84723c30fee8da13890a795226cb08abbb4d1ffd8d29ed1cc0b145cdb72775fa951309ad38e046378ccd9109c8307ea920e302a18293340d46a7cb29f0c448cf0c53bd7e47775dd2d6ebfbf735095a9f6d1631af5d0e6ece1d87b6fb0d2b76e3beeede8237fc050eadde87a17abac0f10b8fd887aaea140c62c5c728ea67f0503a36703ebe02ccb75432a2e3b6a1e341f3c5314ae9850fc2d361bc7ac9ad8f121a1bedffbaf3f9acf9da540a13cf0b6bbec2ec7c532ee503f7b6d0b90df9cae6bc88325659a57372171c4b0e7637b9fd010ea78c8a43d2ab9474a6d14df6ccb886161dfc318fa33ac482156254cabb5987b886f1213bf93c0f117ad53bc6f39bbe2267c39c8e9c596f939af55f9b6a351a152b7a3f8a2dfc4fa9007476f2471da3e3a8573968011b2a2dd24c8208d6b8d15cad96d723cc78c76c0ddf0', '2026-11-24 14:15:53.22158+00', '147b691c885768d5c5da8c7b6239711909a02115cb874af81b59c966c6db5233', 1, '2026-11-24 14:15:53.22158+00', NULL);
INSERT INTO public.zoom_event VALUES ('10b2251c_06f5_415f_a69e_9ffd8f99a50f', 'meeting.updated', '\x01422b2002d26a4b1d9120025c03c28c32629b24015f789a47e2573755ced56fa2ceb1ec5e99907ac9cf424264143c71449a9ff7accbb1d05c0043eeb8a6ceaf2229dd8dd907fe5af3ae918029afb464b2f0366124cef479660f6061f820ba8ada9d9b1a24709877316d2ee851ad69a6d9b1e6397b34600aa3e99f12b41f3bff5e7079f63d925148e79948fe9489ac299af42aec42c2c0d0a1bd94c4579dcfb2a0052da4ee924f6b43438acae1a3ec57c229352381ab6c3b21347f987ed01788d7102753e1a0281842235738caabf870a8c525f1138fcf00ee8d076ef94959d27ef72bd159ab54317f3e954d6b65bf4130b81509427e1569cd51e83e3d8303778053ada42612fae6f3fe87c3e207f83adc6fe17fdfcd8375c40f2ac5161857eac58a66b98eae422f4067740c56a492788373d85098e30ee34317b4a1', '2026-11-24 14:15:54.032343+00', '3ccfa8a99930ae205b0a9166cde8272a22352edea4bf2889b87c6c38b5fe65bd', 1, '2026-11-24 14:15:54.032343+00', NULL);
INSERT INTO public.zoom_event VALUES ('44adcbc1_44c7_44b8_8abb_629c2c84a756', 'meeting.created', '\x01422b20029dd01784e3935c1b32f3bb7f82c6dd86162d9d4952a183646b14c043156ca02d43072fc5036397b20274f890ccda39f83b3b2a9d15e0cd9dd8ba7b273779779a80722186f035cbcc8b1fb4121d270333fa8afb16df61e83c33c482aa403107308329948051e9825ba0cf5221382ef8e3565b7892f1aa5db95000f4e6850da61d9d10340de890e0299683ad314ff1d25d4278d161cb2f5745efcfeb107e1864f27cce38670b3c3b66c9295742479ff0a5af4c82c9ee6c3d73ef15dd06f7f6cfaa395f04ac02353442f7bc183296a4b0d965b0a3a6e4c70bd9348e0705c0aa24efca70fa32435ae97cb43fd06f673661842507a88e4cad919060fb804dc2b840ebd13fb6b01cdd4e42527ddc7df7ada9645ff1481f7b298f29378f233cebf86237d711c9e78f30e03d45e075dcccbc5e2f108c8c0c2189c4d7636713cbaa229a413697c661b65af94df675a1368674137d43e3a02c6556b11599bb2acae5c3b0f3011f4652501468867ed5c0704d3e4670b878b9c1c27b60c841f1aba7cbcee4f43dffca67c79b4b2a52bee419a0656f51c49ea98f9d453f0bbee35c90f94823d9bad84533df5d28e172ddc26af20060904356bbc4234c929abdd768a0b8c892d94f76765de9556695d0c525fbc71e77fb1abf4361051e0396d60a4cea6f177d3b362b9122ecbb6d78871429a5b6014c873a6426908f5085691e4091980497af7833d85824213f4ee7c82a9560d4aff35e6dcd84648c75af4ca771dbbe32a308a07e7b5df62150ca15cb9a84519ac677fafb2418957bcaaf23bb4b24e8acb45dab3450b1ee59b8bb37a67e0fc39ac27d92677ad6b9d0131d8b84695082e8', '2026-11-24 14:15:53.584584+00', '442a4678876aa1c86356af54398734fcaa9c3d9d4789bf12778f4187481de16f', 1, '2026-11-24 14:15:53.584584+00', NULL);
INSERT INTO public.zoom_event VALUES ('cfe1762f_0337_4554_97fc_ba7ee6de3ee9', 'meeting.deleted', '\x01422b20020434c7ad3806aa908da0ea124875c696bd3fc313c024a1cdccbef2a43e5fe49806f0e770d7c9c39cc86e1ab4fd4481c0954d8f1bd313b5d621d4ace73fb304913ee1b380b7ef2183efdc97379da86d3f058e1ac6d0b1c6087840c1f2f8c4f6b72ebd9113c8452218b0dd86047c1e3b443ee3704ac4b6fecd7b920006340a5ac5591a05ba8fc3e96c9a3abb050bf4f6002545d3b65dffc457ccba479682c13e55adf20229c857a4e49bd1ff8bc3eff986c128a8de9e088c78cdbc4e1ec32fa0929d893fcdca39313f9d66a760ba3ac6e87954ed7f47a356048aa29cb54f0e83ca4c5efd3f701e08ffcd5c1f3406d51712fa4a3924c2f21e35a4ed060de0b20f71237f1c1609c4d87ade8aa082c330eede39e36068b1d1cd349b69abc73e57ee3d7ef4e2a6bfb236f2acb3c3f81406e73136b315b82ebb14b07091d62973dc8bf75dd5af8c25a86cd5ca9018ad1153f737457883fdf87142c88496d6a5c17752317598dda01421b88ddcc965f326924b37fff45cdcfe', '2026-11-24 14:15:52.519631+00', '013a7c4ace734bba513c449581a4919f22fa52bebc0ea3573acc0080cc4646db', 1, '2026-11-24 14:15:52.519631+00', NULL);


--
-- Data for Name: zoom_grant; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.zoom_grant VALUES ('01a20de9-b419-7b62-9642-43794063c449', 'uclinic', 'aclinic', 'clinic@zoom.example', 'Host clinic', 2, 'meeting:write:meeting user:read:user meeting:update:meeting meeting:read:list_meetings meeting:read:meeting meeting:delete:meeting', '\x01422b20024e8f49e9cad69b6cf00a8d94f01bd243d763de75f421dace5840459a65504cdd934deddaeb99bcb43525aa12e97b4872641191dfa19a6c0156c14058bc7897d49a2f62158dcc76582f6bba213457c102c62984ed61573fb019c9635ea56dee827eaac3bfd7843411c2e436693f97594553095ab6dea6142a85b4b44d8af09a8b0833e1298bfbe8577a8203309b58ea2555489de3b2a619066454b3475ed28dd141d6f40448b7d415eec59f4d1928125b50b5ab3755e971e2560d8ffec62d07ddc80e0fa8d46a5f68b96e02714075bb05b69c305093b99873dc2182f393826b28d11944aaf0c3d4b2d6a6d9e5b3f79ee47f03cc7b278c5b7fce1ed08ee0ee9aec1cef2d75a5599bdd152b42b64e89083dd666bd6ee7e219a4ee20f23dc46738c024e6784558c7b5548a3a8fce8f4291ddd678aa8c98f8e1e7aad7044bc51fedd19c0c8135ad2b26009c2602eb0ef6554689522eeadfcbb9d12769830d3128252a68bc8eae301e6d8cbb81d724b8716f410214030cf35daa56f1feee8a3c2c76f5dbad1ea209918ae3d347065ecf636ce2b1308a6794a818bc0b2c72a58da6254c4252dfab2a739de4451db5f70392d9dfa2b49421d4ccb8b415e6992214e927310b673048baa1431cc7942db3b44b2d1229e1401c2c4b43fb420a80952f57bf55c090d184443538d8c3e596cbbf25247afaa7cbc0f45d91a4c7d548e654197933b77d007b84dc3aced4982489790ef7121cce6ee4acfed370c5f3324d669f4456616c4e5689fc215a0aeda807f5e3a350', '\x01422b2002fc3370f75228f7a781e4cfffe88e2853f5e84d186f4ebfe44724ebbf53e7c701d4883d4fac258283c1a5eb7b2020bd2749f4417634e1e78c0beebfa62ef7b4105d861c367ac341ae4af7411a3d54137ec157877d12a25bb32c1c008ea0e9d8846999066e2251bdf3646136eb26f3ec5137cfcdbe2aefea2c4dc4ed969d27036301ab57fef1434af0d2a0cd8b5e13eec8ca80dfa4cfd69b44965c504554cd073e413216f2b7dbd139bdf10ed28f835c3f823f160cf756c981ced7eaf859aa6dd0bbf540404acd00ae52736eb4f87361214030da16d8b22f6a09c1fef363dbf8bf3a061b30c82d97a1aed2e9c34161b1aa6fe2d7cd66f7f8ebefdef0d79fa91a0e7da09ea12cf5a44c350e60c09ef607ef00af95c451d9ca1f8106ceae69502a610ee3e390d127c584af0cfe67c85a4e9c68feece8ea47d9c77b9a9d878bf55c0806d8b1ae87e9133d218afd8f76589b95b796aeff525ef0e271153018df95a9775f3c7a1d0c5456297c7e1c6bfbac404d5584c98e789d6c0bfadeffbf1bcaf64aa2a3124fc09d9201cfabb558c204fef51ea5c34171032833bb41f93492a6947f46ff79d56cb3119ccb48600c8573d8fbb396b52abd9b332c55ee72f05074a135ac09281c1c4e58446b5708b0550718041f65e57c151f7c25c99154bbe4abe14f6077371c4ed6c71b615570388f9cbcc3ac7e6a03eb2cd18b1839c0963ecf8e3fcd2fd9e6b1758fee07c4fa83ada9bbd0cbfc53cae4f221301fca6159b60a10bb7bd04ae950a37caf404e51bda330cfd3', '2026-11-24 15:15:48.541678+00', '2026-11-24 15:05:43.541678+00', 1, '2026-11-24 14:15:49.543555+00', '2026-11-24 14:15:55.774338+00', 'Zoom cannot be reached; it is tried again', 3);


--
-- Data for Name: zoom_usage; Type: TABLE DATA; Schema: public; Owner: -
--

INSERT INTO public.zoom_usage VALUES ('uclinic', '2026-11-24', 11);


--
-- Name: administrator administrator_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.administrator
    ADD CONSTRAINT administrator_pkey PRIMARY KEY (username);


--
-- Name: administrator_workspace administrator_workspace_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.administrator_workspace
    ADD CONSTRAINT administrator_workspace_pkey PRIMARY KEY (username, workspace_id);


--
-- Name: api_key api_key_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_pkey PRIMARY KEY (id);


--
-- Name: api_key api_key_secret_hash_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_secret_hash_key UNIQUE (secret_hash);


--
-- Name: audit_entry audit_entry_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.audit_entry
    ADD CONSTRAINT audit_entry_pkey PRIMARY KEY (id);


--
-- Name: booking_event booking_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_event
    ADD CONSTRAINT booking_event_pkey PRIMARY KEY (workspace_id, event_id);


--
-- Name: booking booking_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking
    ADD CONSTRAINT booking_pkey PRIMARY KEY (id);


--
-- Name: booking booking_workspace_id_booking_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking
    ADD CONSTRAINT booking_workspace_id_booking_id_key UNIQUE (workspace_id, booking_id);


--
-- Name: encryption_key encryption_key_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.encryption_key
    ADD CONSTRAINT encryption_key_pkey PRIMARY KEY (key_id);


--
-- Name: flyway_schema_history flyway_schema_history_pk; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.flyway_schema_history
    ADD CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank);


--
-- Name: notification_occurrence notification_occurrence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_occurrence
    ADD CONSTRAINT notification_occurrence_pkey PRIMARY KEY (notification, occurrence);


--
-- Name: notification notification_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_pkey PRIMARY KEY (id);


--
-- Name: occurrence occurrence_booking_occurrence_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.occurrence
    ADD CONSTRAINT occurrence_booking_occurrence_id_key UNIQUE (booking, occurrence_id);


--
-- Name: occurrence occurrence_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.occurrence
    ADD CONSTRAINT occurrence_pkey PRIMARY KEY (id);


--
-- Name: outcome outcome_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT outcome_pkey PRIMARY KEY (id);


--
-- Name: parked_event parked_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.parked_event
    ADD CONSTRAINT parked_event_pkey PRIMARY KEY (id);


--
-- Name: qrtz_blob_triggers qrtz_blob_triggers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_calendars qrtz_calendars_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_calendars
    ADD CONSTRAINT qrtz_calendars_pkey PRIMARY KEY (sched_name, calendar_name);


--
-- Name: qrtz_cron_triggers qrtz_cron_triggers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_fired_triggers qrtz_fired_triggers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_fired_triggers
    ADD CONSTRAINT qrtz_fired_triggers_pkey PRIMARY KEY (sched_name, entry_id);


--
-- Name: qrtz_job_details qrtz_job_details_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_job_details
    ADD CONSTRAINT qrtz_job_details_pkey PRIMARY KEY (sched_name, job_name, job_group);


--
-- Name: qrtz_locks qrtz_locks_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_locks
    ADD CONSTRAINT qrtz_locks_pkey PRIMARY KEY (sched_name, lock_name);


--
-- Name: qrtz_paused_trigger_grps qrtz_paused_trigger_grps_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_paused_trigger_grps
    ADD CONSTRAINT qrtz_paused_trigger_grps_pkey PRIMARY KEY (sched_name, trigger_group);


--
-- Name: qrtz_scheduler_state qrtz_scheduler_state_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_scheduler_state
    ADD CONSTRAINT qrtz_scheduler_state_pkey PRIMARY KEY (sched_name, instance_name);


--
-- Name: qrtz_simple_triggers qrtz_simple_triggers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_simprop_triggers qrtz_simprop_triggers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_triggers qrtz_triggers_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_pkey PRIMARY KEY (sched_name, trigger_name, trigger_group);


--
-- Name: spring_session_attributes spring_session_attributes_pk; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.spring_session_attributes
    ADD CONSTRAINT spring_session_attributes_pk PRIMARY KEY (session_primary_id, attribute_name);


--
-- Name: spring_session spring_session_pk; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.spring_session
    ADD CONSTRAINT spring_session_pk PRIMARY KEY (primary_id);


--
-- Name: workspace workspace_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.workspace
    ADD CONSTRAINT workspace_pkey PRIMARY KEY (id);


--
-- Name: zoom_connection zoom_connection_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.zoom_connection
    ADD CONSTRAINT zoom_connection_pkey PRIMARY KEY (workspace_id);


--
-- Name: zoom_event zoom_event_digest_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.zoom_event
    ADD CONSTRAINT zoom_event_digest_key UNIQUE (digest);


--
-- Name: zoom_event zoom_event_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.zoom_event
    ADD CONSTRAINT zoom_event_pkey PRIMARY KEY (request_id);


--
-- Name: zoom_grant zoom_grant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.zoom_grant
    ADD CONSTRAINT zoom_grant_pkey PRIMARY KEY (id);


--
-- Name: zoom_grant zoom_grant_zoom_user_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.zoom_grant
    ADD CONSTRAINT zoom_grant_zoom_user_id_key UNIQUE (zoom_user_id);


--
-- Name: zoom_usage zoom_usage_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.zoom_usage
    ADD CONSTRAINT zoom_usage_pkey PRIMARY KEY (zoom_user_id, utc_day);


--
-- Name: audit_entry_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX audit_entry_at ON public.audit_entry USING btree (workspace_id, at);


--
-- Name: booking_event_received; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_event_received ON public.booking_event USING btree (received_at);


--
-- Name: booking_mail_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_mail_due ON public.booking USING btree (mail_due_at);


--
-- Name: booking_updated; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX booking_updated ON public.booking USING btree (workspace_id, updated_at);


--
-- Name: flyway_schema_history_s_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX flyway_schema_history_s_idx ON public.flyway_schema_history USING btree (success);


--
-- Name: idx_qrtz_ft_inst_job_req_rcvry; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_ft_inst_job_req_rcvry ON public.qrtz_fired_triggers USING btree (sched_name, instance_name, requests_recovery);


--
-- Name: idx_qrtz_ft_j_g; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_ft_j_g ON public.qrtz_fired_triggers USING btree (sched_name, job_name, job_group);


--
-- Name: idx_qrtz_ft_jg; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_ft_jg ON public.qrtz_fired_triggers USING btree (sched_name, job_group);


--
-- Name: idx_qrtz_ft_t_g; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_ft_t_g ON public.qrtz_fired_triggers USING btree (sched_name, trigger_name, trigger_group);


--
-- Name: idx_qrtz_ft_tg; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_ft_tg ON public.qrtz_fired_triggers USING btree (sched_name, trigger_group);


--
-- Name: idx_qrtz_ft_trig_inst_name; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_ft_trig_inst_name ON public.qrtz_fired_triggers USING btree (sched_name, instance_name);


--
-- Name: idx_qrtz_j_grp; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_j_grp ON public.qrtz_job_details USING btree (sched_name, job_group);


--
-- Name: idx_qrtz_j_req_recovery; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_j_req_recovery ON public.qrtz_job_details USING btree (sched_name, requests_recovery);


--
-- Name: idx_qrtz_t_c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_c ON public.qrtz_triggers USING btree (sched_name, calendar_name);


--
-- Name: idx_qrtz_t_g; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_g ON public.qrtz_triggers USING btree (sched_name, trigger_group);


--
-- Name: idx_qrtz_t_j; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_j ON public.qrtz_triggers USING btree (sched_name, job_name, job_group);


--
-- Name: idx_qrtz_t_jg; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_jg ON public.qrtz_triggers USING btree (sched_name, job_group);


--
-- Name: idx_qrtz_t_n_g_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_n_g_state ON public.qrtz_triggers USING btree (sched_name, trigger_group, trigger_state);


--
-- Name: idx_qrtz_t_n_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_n_state ON public.qrtz_triggers USING btree (sched_name, trigger_name, trigger_group, trigger_state);


--
-- Name: idx_qrtz_t_next_fire_time; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_next_fire_time ON public.qrtz_triggers USING btree (sched_name, next_fire_time);


--
-- Name: idx_qrtz_t_nft_misfire; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_nft_misfire ON public.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time);


--
-- Name: idx_qrtz_t_nft_st; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_nft_st ON public.qrtz_triggers USING btree (sched_name, trigger_state, next_fire_time);


--
-- Name: idx_qrtz_t_nft_st_misfire; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_nft_st_misfire ON public.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time, trigger_state);


--
-- Name: idx_qrtz_t_nft_st_misfire_grp; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_nft_st_misfire_grp ON public.qrtz_triggers USING btree (sched_name, misfire_instr, next_fire_time, trigger_group, trigger_state);


--
-- Name: idx_qrtz_t_state; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_qrtz_t_state ON public.qrtz_triggers USING btree (sched_name, trigger_state);


--
-- Name: notification_booking; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notification_booking ON public.notification USING btree (booking);


--
-- Name: notification_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notification_due ON public.notification USING btree (due_at);


--
-- Name: notification_occurrence_occurrence; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX notification_occurrence_occurrence ON public.notification_occurrence USING btree (occurrence);


--
-- Name: occurrence_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX occurrence_due ON public.occurrence USING btree (due_at);


--
-- Name: occurrence_meeting; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX occurrence_meeting ON public.occurrence USING btree (zoom_meeting_id);


--
-- Name: occurrence_start; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX occurrence_start ON public.occurrence USING btree (workspace_id, start_at);


--
-- Name: occurrence_workspace_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX occurrence_workspace_due ON public.occurrence USING btree (workspace_id, due_at);


--
-- Name: outcome_booking; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcome_booking ON public.outcome USING btree (booking);


--
-- Name: outcome_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX outcome_due ON public.outcome USING btree (due_at);


--
-- Name: parked_event_received; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX parked_event_received ON public.parked_event USING btree (received_at);


--
-- Name: spring_session_ix1; Type: INDEX; Schema: public; Owner: -
--

CREATE UNIQUE INDEX spring_session_ix1 ON public.spring_session USING btree (session_id);


--
-- Name: spring_session_ix2; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX spring_session_ix2 ON public.spring_session USING btree (expiry_time);


--
-- Name: spring_session_ix3; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX spring_session_ix3 ON public.spring_session USING btree (principal_name);


--
-- Name: zoom_connection_grant; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX zoom_connection_grant ON public.zoom_connection USING btree (grant_id);


--
-- Name: zoom_event_due; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX zoom_event_due ON public.zoom_event USING btree (due_at);


--
-- Name: administrator_workspace administrator_workspace_username_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.administrator_workspace
    ADD CONSTRAINT administrator_workspace_username_fkey FOREIGN KEY (username) REFERENCES public.administrator(username) ON DELETE CASCADE;


--
-- Name: administrator_workspace administrator_workspace_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.administrator_workspace
    ADD CONSTRAINT administrator_workspace_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: api_key api_key_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.api_key
    ADD CONSTRAINT api_key_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: booking_event booking_event_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking_event
    ADD CONSTRAINT booking_event_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: booking booking_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.booking
    ADD CONSTRAINT booking_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: notification notification_booking_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_booking_fkey FOREIGN KEY (booking) REFERENCES public.booking(id);


--
-- Name: notification_occurrence notification_occurrence_notification_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_occurrence
    ADD CONSTRAINT notification_occurrence_notification_fkey FOREIGN KEY (notification) REFERENCES public.notification(id) ON DELETE CASCADE;


--
-- Name: notification_occurrence notification_occurrence_occurrence_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification_occurrence
    ADD CONSTRAINT notification_occurrence_occurrence_fkey FOREIGN KEY (occurrence) REFERENCES public.occurrence(id);


--
-- Name: notification notification_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.notification
    ADD CONSTRAINT notification_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: occurrence occurrence_booking_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.occurrence
    ADD CONSTRAINT occurrence_booking_fkey FOREIGN KEY (booking) REFERENCES public.booking(id);


--
-- Name: occurrence occurrence_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.occurrence
    ADD CONSTRAINT occurrence_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: outcome outcome_booking_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT outcome_booking_fkey FOREIGN KEY (booking) REFERENCES public.booking(id);


--
-- Name: outcome outcome_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.outcome
    ADD CONSTRAINT outcome_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- Name: qrtz_blob_triggers qrtz_blob_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_blob_triggers
    ADD CONSTRAINT qrtz_blob_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES public.qrtz_triggers(sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_cron_triggers qrtz_cron_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_cron_triggers
    ADD CONSTRAINT qrtz_cron_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES public.qrtz_triggers(sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_simple_triggers qrtz_simple_triggers_sched_name_trigger_name_trigger_group_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_simple_triggers
    ADD CONSTRAINT qrtz_simple_triggers_sched_name_trigger_name_trigger_group_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES public.qrtz_triggers(sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_simprop_triggers qrtz_simprop_triggers_sched_name_trigger_name_trigger_grou_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_simprop_triggers
    ADD CONSTRAINT qrtz_simprop_triggers_sched_name_trigger_name_trigger_grou_fkey FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES public.qrtz_triggers(sched_name, trigger_name, trigger_group);


--
-- Name: qrtz_triggers qrtz_triggers_sched_name_job_name_job_group_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.qrtz_triggers
    ADD CONSTRAINT qrtz_triggers_sched_name_job_name_job_group_fkey FOREIGN KEY (sched_name, job_name, job_group) REFERENCES public.qrtz_job_details(sched_name, job_name, job_group);


--
-- Name: spring_session_attributes spring_session_attributes_fk; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.spring_session_attributes
    ADD CONSTRAINT spring_session_attributes_fk FOREIGN KEY (session_primary_id) REFERENCES public.spring_session(primary_id) ON DELETE CASCADE;


--
-- Name: zoom_connection zoom_connection_grant_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.zoom_connection
    ADD CONSTRAINT zoom_connection_grant_id_fkey FOREIGN KEY (grant_id) REFERENCES public.zoom_grant(id);


--
-- Name: zoom_connection zoom_connection_workspace_id_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.zoom_connection
    ADD CONSTRAINT zoom_connection_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES public.workspace(id);


--
-- PostgreSQL database dump complete
--


