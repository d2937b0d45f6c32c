-- H2 2.3.232; 
;              
CREATE USER IF NOT EXISTS "SA" PASSWORD '' ADMIN;              
CREATE CACHED TABLE "public"."flyway_schema_history"(
    "installed_rank" INTEGER NOT NULL,
    "version" CHARACTER VARYING(50),
    "description" CHARACTER VARYING(200) NOT NULL,
    "type" CHARACTER VARYING(20) NOT NULL,
    "script" CHARACTER VARYING(1000) NOT NULL,
    "checksum" INTEGER,
    "installed_by" CHARACTER VARYING(100) NOT NULL,
    "installed_on" TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL,
    "execution_time" INTEGER NOT NULL,
    "success" BOOLEAN NOT NULL
);           
ALTER TABLE "public"."flyway_schema_history" ADD CONSTRAINT "public"."flyway_schema_history_pk" PRIMARY KEY("installed_rank"); 
-- 4 +/- SELECT COUNT(*) FROM public.flyway_schema_history;    
INSERT INTO "public"."flyway_schema_history" VALUES
(-1, NULL, '<< Flyway Schema History table created >>', 'TABLE', '', NULL, 'sa', TIMESTAMP '2026-11-24 14:14:25.197598', 0, TRUE),
(1, '1', 'schema', 'SQL', 'V1__schema.sql', -1255089223, 'sa', TIMESTAMP '2026-11-24 14:14:25.777627', 389, TRUE),
(2, '2', 'scheduler and sessions', 'JDBC', 'db.migration.V2__scheduler_and_sessions', NULL, 'sa', TIMESTAMP '2026-11-24 14:14:26.303006', 488, TRUE),
(3, '3', 'parked events', 'SQL', 'V3__parked_events.sql', 1664828111, 'sa', TIMESTAMP '2026-11-24 14:14:26.358307', 9, TRUE);  
CREATE INDEX "public"."flyway_schema_history_s_idx" ON "public"."flyway_schema_history"("success" NULLS LAST); 
CREATE CACHED TABLE "public"."workspace"(
    "id" CHARACTER VARYING(40) NOT NULL,
    "name" CHARACTER VARYING(200) NOT NULL,
    "settings" CHARACTER VARYING NOT NULL,
    "passcode" BINARY VARYING,
    "callback_url" CHARACTER VARYING(2000),
    "callback_secret" BINARY VARYING,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL
);               
ALTER TABLE "public"."workspace" ADD CONSTRAINT "public"."CONSTRAINT_4" PRIMARY KEY("id");     
-- 3 +/- SELECT COUNT(*) FROM public.workspace;
INSERT INTO "public"."workspace" VALUES
('default', 'Default', '{"locale":"en","waitingRoom":null,"passcode":null,"autoRecording":null,"alternativeHosts":[],"remakeDeletedMeetings":true}', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:27.326493+00'),
('clinic', 'clinic', '{"locale":"en","waitingRoom":null,"passcode":null,"autoRecording":null,"alternativeHosts":[],"remakeDeletedMeetings":true}', NULL, 'https://receiver.invalid/hook', X'01311569517ef1a4ddadec70fec5d202557ac46a024855c785cbddf3bbb52131c003c1c707f4aa9d30730c1cf8eb14f3312f56420c3eabfe455b0b9d2fc6e26352fba53413b3d16c028e3cd1d4ad7e5850e5c3', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:47.559279+00'),
('branch', 'branch', '{"locale":"en","waitingRoom":null,"passcode":null,"autoRecording":null,"alternativeHosts":[],"remakeDeletedMeetings":true}', NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.277832+00');      
CREATE CACHED TABLE "public"."administrator"(
    "username" CHARACTER VARYING(100) NOT NULL,
    "password_hash" CHARACTER VARYING(200) NOT NULL,
    "given_hash" CHARACTER VARYING(200),
    "email" CHARACTER VARYING(320) NOT NULL,
    "all_workspaces" BOOLEAN NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL
);          
ALTER TABLE "public"."administrator" ADD CONSTRAINT "public"."CONSTRAINT_D" PRIMARY KEY("username");           
-- 2 +/- SELECT COUNT(*) FROM public.administrator;            
INSERT INTO "public"."administrator" VALUES
('admin', '$2a$10$.qBwbT3mkpWXr9BsbtnCBufoANqMcIycqjSS9bffNf6JkL1qH5CZ2', '$2a$10$jzP2va47Khik/ItyLsommeaRvpdVwUEc5JMckN2ncm42Cp.rOW.B6', 'admin@app.example', TRUE, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:31.915096+00'),
('eve', '$2a$10$AM/w2ppzXj6ufYepBZlZmumCRBzEw44VA1bMP4BTLGDEC7utbrAEq', NULL, 'eve@app.example', FALSE, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:51.74305+00');  
CREATE CACHED TABLE "public"."administrator_workspace"(
    "username" CHARACTER VARYING(100) NOT NULL,
    "workspace_id" CHARACTER VARYING(40) NOT NULL
);   
ALTER TABLE "public"."administrator_workspace" ADD CONSTRAINT "public"."CONSTRAINT_B25" PRIMARY KEY("username", "workspace_id");               
-- 1 +/- SELECT COUNT(*) FROM public.administrator_workspace;  
INSERT INTO "public"."administrator_workspace" VALUES
('eve', 'clinic');       
CREATE CACHED TABLE "public"."api_key"(
    "id" UUID NOT NULL,
    "workspace_id" CHARACTER VARYING(40) NOT NULL,
    "name" CHARACTER VARYING(100) NOT NULL,
    "secret_hash" CHARACTER VARYING(64) NOT NULL,
    "created_by" CHARACTER VARYING(100) NOT NULL,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "last_used_at" TIMESTAMP WITH TIME ZONE,
    "revoked_at" TIMESTAMP WITH TIME ZONE
);               
ALTER TABLE "public"."api_key" ADD CONSTRAINT "public"."CONSTRAINT_D0" PRIMARY KEY("id");      
-- 2 +/- SELECT COUNT(*) FROM public.api_key;  
INSERT INTO "public"."api_key" VALUES
(UUID '01a20de8-c208-7f7d-8d14-d4c237a5eed6', 'clinic', 'first key', 'b228c553733dda0e145ea2dfb036f16690d831fb5e0efe28bba4f9508e79547f', 'admin', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:47.560342+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.814302+00', NULL),
(UUID '01a20de8-f3b6-72a0-933f-47665e1d134a', 'branch', 'first key', 'b05203264fa18577b36eb3da0415f5bd1162c8c59670babcb133404201f2a09f', 'admin', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.278412+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.390844+00', NULL);
CREATE CACHED TABLE "public"."zoom_grant"(
    "id" UUID NOT NULL,
    "zoom_user_id" CHARACTER VARYING(100) NOT NULL,
    "account_id" CHARACTER VARYING(100) NOT NULL,
    "email" CHARACTER VARYING(320) NOT NULL,
    "display_name" CHARACTER VARYING(200),
    "plan" INTEGER,
    "scopes" CHARACTER VARYING NOT NULL,
    "access_token" BINARY VARYING NOT NULL,
    "refresh_token" BINARY VARYING NOT NULL,
    "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "refresh_due_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "token_version" BIGINT NOT NULL,
    "connected_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "blocked_until" TIMESTAMP WITH TIME ZONE,
    "blocked_reason" CHARACTER VARYING(500),
    "failures" INTEGER NOT NULL
);    
ALTER TABLE "public"."zoom_grant" ADD CONSTRAINT "public"."CONSTRAINT_E" PRIMARY KEY("id");    
-- 1 +/- SELECT COUNT(*) FROM public.zoom_grant;               
INSERT INTO "public"."zoom_grant" VALUES
(UUID '01a20de8-d04e-7901-8e2d-3a450b09f614', 'uclinic', 'aclinic', 'clinic@zoom.example', 'Host clinic', 2, 'meeting:write:meeting user:read:user meeting:update:meeting meeting:read:list_meetings meeting:read:meeting meeting:delete:meeting', X'013115695182d2d193e42a09668a7d0545bf68f30b0f2997f25f6949e43ec6bccb8b010a4075bb8b32d7ee2b3f719c06729e7dd333b451e94abf9c29ff5b8c5079aa8d919d288d090868396f64ee549b1972157a6fee773871d93399f30f49cf0677627511a6ab7102b714e94a5c37efc70d61c8b4e478bd679d8022a40ac8ea0a43ca4af217f80fab51f4fe259cadafb729a0a708d61e375b195bedcbac2dca36359b537706fe4c208d769b4d0368bb8074672e98c5dbc69eea311b1f973d2af3bdc128f1d66efa879a891557ba3d7094b5649eb05398d71fd7eb3c71063e4d44e32818eca5d4eb2023a369582d3a8cf48edc04e1ab97848f54db2846c60d2137f8f7ec2e17f32b6dba5b366c892390af5da26827ca8a5914d3727c511e0086ffab25df314cd7cb0ea86a5abd1c0a1df02976ad3df24c969f38598a89adc0b7dc554589000bd33308fb36b1cbf1070ff630f80dd7c0193dc7911766b3fe3154eeea22a123cd3b13ce4c6821cf4f9f10732c3390160a3b5b5e2935433378368611747afec7932390bdeda534df2ff5fcfb1f790206a205326434e635736f3f57cf8957752a817656d81c928803c3b6a14b44545043e2bb7028215be453c74f32b05a5c6d197d2f39500733324823ef8d22b8db9b51e05ef61124efe5723d1724e6356fc4b6c38d27190586cd55ccd613ffcf5ed4969d61d44a80bdfe293e89387cf2ca3713aef8fd2c5516e1500801b5d402ce350d0713ffd5981437879880c1277d138cd71cd4f9d8b7d8071647f53294a9c04aa7', X'01311569519bde01229ddbf2d018006119e8c322e41d62dd2c947ceb7c8571e83eb1645ff34a1f088608c6cdd1efea68bad14955ee67665d94fa6daf5f67b886a1d873811fa2287db193990e30ef4811eb3c18ed8214e04ed00d4afa8945992464b4af76fbdab2a83ec41bf6e0ed7b193f471999af1936253aa332b672a85434c07c200b35f7e7161d06a9a32eb2284114b8d2be3e4fdbc36095b9a36352dd44550dc8ef94687b9b1fda5b104630db734e67276884c9d348c762e069c07fcf49cd8a5f9e85d69b1042e0240ed3eea29930b115e24121a94d7a7034a92ae547c5c4be76da4df5c080b0065ec9565873d417682b72a836cfda1722e2b066e823810419b3510bf2c8a9a9351d2386edc99b50cf1504186304ee51483a23b05bcd6b38b8e0c6860f24343cc5cf903c04680dadda9c001cc883b131622b7795b6e81ab9e1c9520b52fbb76186e6899e15a74b57b3026a4fc79220edd7997b5b42751d9ae7df0af7909b069c30cd3d07ebac008cae278b2e97702c90fdbe7cf179a7ef6dc9c1709a78aaf59c8ad7fbce373f372d72f049838c131cca397186f0a8666b6c5aabd273570f68765cddf657abaab77445c03953ae3b855a44aa7bf5d935ae6b5c778c58b998c2e4c6cfcf76b424bdcb3436336c419d43e530fd045244cd04e6529fb9fe0442de1f591d3bc846e11a9211a3b52ee25bf9516c2f77a608ef82b23ad53fe598ba628939e7a69d3af7e870e2ee04ac30a89b84daf6a11236288ee97ba36788e0e96c8b9eaf34467dd1750c1fdade7c', TIMESTAMP WITH TIME ZONE '2026-11-24 15:14:50.396513+00', TIMESTAMP WITH TIME ZONE '2026-11-24 15:04:24.396513+00', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:51.427616+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.957958+00', 'Zoom cannot be reached; it is tried again', 3);          
CREATE CACHED TABLE "public"."zoom_connection"(
    "workspace_id" CHARACTER VARYING(40) NOT NULL,
    "grant_id" UUID,
    "status" CHARACTER VARYING(20) NOT NULL,
    "problem" CHARACTER VARYING(1000),
    "pending_since" TIMESTAMP WITH TIME ZONE,
    "connected_by" CHARACTER VARYING(100),
    "connected_at" TIMESTAMP WITH TIME ZONE
);            
ALTER TABLE "public"."zoom_connection" ADD CONSTRAINT "public"."CONSTRAINT_8" PRIMARY KEY("workspace_id");     
-- 1 +/- SELECT COUNT(*) FROM public.zoom_connection;          
INSERT INTO "public"."zoom_connection" VALUES
('clinic', UUID '01a20de8-d04e-7901-8e2d-3a450b09f614', 'CONNECTED', NULL, NULL, 'admin', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:51.428533+00');             
CREATE INDEX "public"."zoom_connection_grant" ON "public"."zoom_connection"("grant_id" NULLS LAST);            
CREATE CACHED TABLE "public"."zoom_usage"(
    "zoom_user_id" CHARACTER VARYING(100) NOT NULL,
    "utc_day" DATE NOT NULL,
    "used" INTEGER NOT NULL
);     
ALTER TABLE "public"."zoom_usage" ADD CONSTRAINT "public"."CONSTRAINT_EE" PRIMARY KEY("zoom_user_id", "utc_day");              
-- 1 +/- SELECT COUNT(*) FROM public.zoom_usage;               
INSERT INTO "public"."zoom_usage" VALUES
('uclinic', DATE '2026-11-24', 11);   
CREATE CACHED TABLE "public"."booking"(
    "id" UUID NOT NULL,
    "workspace_id" CHARACTER VARYING(40) NOT NULL,
    "booking_id" CHARACTER VARYING(100) NOT NULL,
    "state" CHARACTER VARYING NOT NULL,
    "status" CHARACTER VARYING(10) NOT NULL,
    "passcode" BINARY VARYING,
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "updated_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "mail_due_at" TIMESTAMP WITH TIME ZONE,
    "erased_at" TIMESTAMP WITH TIME ZONE
);       
ALTER TABLE "public"."booking" ADD CONSTRAINT "public"."CONSTRAINT_3" PRIMARY KEY("id");       
-- 11 +/- SELECT COUNT(*) FROM public.booking; 
INSERT INTO "public"."booking" VALUES
(UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'clinic', 'created', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"created","title":"Intro","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@created.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.063206+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.063206+00', NULL, NULL),
(UUID '01a20de8-d652-7872-8035-5ca304098097', 'clinic', 'passcode', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"passcode","title":"Secret","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@passcode.example","timeZone":"Asia/Shanghai"}],"meeting":{"waitingRoom":true}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', X'0131156951e7e2d6af8ebcc03aca41bb5032962165484fc6d1eaa7ba20e97e2a644f035a726c90397af0', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.753515+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.753515+00', NULL, NULL),
(UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'clinic', 'series', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"series","title":"Lessons","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@series.example","timeZone":"Asia/Shanghai"}],"recurrenceRule":"FREQ=WEEKLY;COUNT=3","meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0,"changes":{"1":{"ref":"1","type":"CANCELLED","order":{"version":9,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:53.590907Z"},"start":null,"durationMinutes":null,"reason":"ill"}}}', 'CONFIRMED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.285787+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.590907+00', NULL, NULL),
(UUID '01a20de8-da24-708c-8372-3de038096bc3', 'clinic', 'moved', '{"event":"CONFIRMED","order":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:59.783651Z"},"version":2,"confirmed":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:59.783651Z"},"booking":{"id":"moved","title":"Another talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@moved.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:59.783651Z"},"revived":0}', 'CONFIRMED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.732081+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.783651+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:59.783651+00', NULL),
(UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'clinic', 'gone', '{"event":"CANCELLED","order":{"version":9,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:59.822263Z"},"version":9,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"gone","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@gone.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"reason":"ill","revived":0}', 'CANCELLED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.815565+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.822263+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:59.822263+00', NULL);         
INSERT INTO "public"."booking" VALUES
(UUID '01a20de8-dc07-74b1-9733-731955b6678f', 'clinic', 'cancelled', '{"event":"CANCELLED","order":{"version":9,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:56.432313Z"},"version":9,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"cancelled","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@cancelled.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"reason":"ill","revived":0}', 'CANCELLED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.214727+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.432313+00', NULL, NULL),
(UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'clinic', 'refused', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"refused","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@refused.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.683956+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.683956+00', NULL, NULL),
(UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'clinic', 'bounced', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"bounced","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@bounced.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.184976+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.184976+00', NULL, NULL),
(UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'clinic', 'doubtful', '{"event":"CONFIRMED","order":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:58.733164Z"},"version":2,"confirmed":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:58.733164Z"},"booking":{"id":"doubtful","title":"Another talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@doubtful.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":2,"occurredAt":null,"arrivedAt":"2026-11-24T14:14:58.733164Z"},"revived":0}', 'CONFIRMED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.039248+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.733164+00', NULL, NULL),
(UUID '01a20de8-f190-7b47-b633-ec61288fdda4', 'clinic', 'pending', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"pending","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@pending.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.725949+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.725949+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:59.725949+00', NULL),
(UUID '01a20de8-f3d8-795d-aabe-0ec5e2ccab36', 'branch', 'waiting', '{"event":"CONFIRMED","order":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"version":1,"confirmed":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"booking":{"id":"waiting","title":"Talk","start":"2031-03-04T10:00:00","timeZone":"Europe/Berlin","durationMinutes":30,"host":{"name":"Ada Kern","email":"ada@clinic.example","locale":"de"},"guests":[{"name":"Bo Li","email":"bo@waiting.example","timeZone":"Asia/Shanghai"}],"meeting":{}},"bookingOrder":{"version":1,"occurredAt":null,"arrivedAt":"1970-01-01T00:00:00Z"},"revived":0}', 'CONFIRMED', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.309745+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.309745+00', NULL, NULL);        
CREATE INDEX "public"."booking_mail_due" ON "public"."booking"("mail_due_at" NULLS LAST);      
CREATE INDEX "public"."booking_updated" ON "public"."booking"("workspace_id" NULLS LAST, "updated_at" NULLS LAST);             
CREATE CACHED TABLE "public"."booking_event"(
    "workspace_id" CHARACTER VARYING(40) NOT NULL,
    "event_id" CHARACTER VARYING(200) NOT NULL,
    "booking_id" CHARACTER VARYING(100) NOT NULL,
    "received_at" TIMESTAMP WITH TIME ZONE NOT NULL
);      
ALTER TABLE "public"."booking_event" ADD CONSTRAINT "public"."CONSTRAINT_B16" PRIMARY KEY("workspace_id", "event_id");         
-- 16 +/- SELECT COUNT(*) FROM public.booking_event;           
INSERT INTO "public"."booking_event" VALUES
('clinic', 'created-1', 'created', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.063206+00'),
('clinic', 'passcode-1', 'passcode', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.753515+00'),
('clinic', 'series-1', 'series', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.285787+00'),
('clinic', 'series-off', 'series', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.590907+00'),
('clinic', 'moved-1', 'moved', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.732081+00'),
('clinic', 'gone-1', 'gone', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.815565+00'),
('clinic', 'cancelled-1', 'cancelled', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.214727+00'),
('clinic', 'cancelled-off', 'cancelled', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.432313+00'),
('clinic', 'refused-1', 'refused', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.683956+00'),
('clinic', 'bounced-1', 'bounced', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.184976+00'),
('clinic', 'doubtful-1', 'doubtful', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.039248+00'),
('clinic', 'doubtful-2', 'doubtful', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.733164+00'),
('clinic', 'pending-1', 'pending', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.725949+00'),
('clinic', 'moved-2', 'moved', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.783651+00'),
('clinic', 'gone-off', 'gone', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.822263+00'),
('branch', 'waiting-1', 'waiting', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.309745+00');        
CREATE INDEX "public"."booking_event_received" ON "public"."booking_event"("received_at" NULLS LAST);          
CREATE CACHED TABLE "public"."occurrence"(
    "id" UUID NOT NULL,
    "booking" UUID NOT NULL,
    "workspace_id" CHARACTER VARYING(40) NOT NULL,
    "occurrence_id" CHARACTER VARYING(60) NOT NULL,
    "start_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "status" CHARACTER VARYING(10) NOT NULL,
    "generation" BIGINT NOT NULL,
    "observed_generation" BIGINT NOT NULL,
    "meeting_state" CHARACTER VARYING(20) NOT NULL,
    "zoom_meeting_id" BIGINT,
    "zoom_user_id" CHARACTER VARYING(100),
    "join_url" BINARY VARYING,
    "passcode" BINARY VARYING,
    "applied" CHARACTER VARYING(64),
    "create_attempt_at" TIMESTAMP WITH TIME ZONE,
    "recheck" BOOLEAN NOT NULL,
    "remake" BOOLEAN NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TIMESTAMP WITH TIME ZONE,
    "lease" UUID,
    "problem" CHARACTER VARYING(1000)
);
ALTER TABLE "public"."occurrence" ADD CONSTRAINT "public"."CONSTRAINT_6" PRIMARY KEY("id");    
-- 13 +/- SELECT COUNT(*) FROM public.occurrence;              
INSERT INTO "public"."occurrence" VALUES
(UUID '01a20de8-d3ee-74e6-a45d-246e2382cc62', UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 87453692701, 'uclinic', X'0131156951be34ef6cbcda3f8eac55405b5368c3db29c8e9a06bce3b2c177b6852d8885a135c42305e24129eb609aa7cd2e4ad27ffda7ff53337333452b911707dca880ea5c0190b961b8f2b5120342787dd364c35b1df07b1d22609820784f94acfe68bbc45e33306ecfde2', X'01311569510225d655bf943b9bdb1390ede13d26bc25a5d7c8fba302771af831f839615c831c21', '2cd4e08b781070b1000629888d6594ffe62cf0fc497efffc16511796569ee445', NULL, FALSE, FALSE, 0, NULL, NULL, NULL),
(UUID '01a20de8-d662-70b9-81a3-6b41c7219090', UUID '01a20de8-d652-7872-8035-5ca304098097', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 89388193851, 'uclinic', X'0131156951cfe805b5c73ab603ff88ed5e3a89d263474a8b9ce983349afe83c0e4f13ba88868a3fa57060570445069a6383b37613628b53d081ab188e9be937015899b389e378319244b3844b56f2e33b5fc728840d94b468dbcb126d20c4ecfbf589d1c29a0e972707124dd', X'0131156951fa06e27292a90fd5989a130e147e5ff955f38dcd5b3ec0aacb369b82d6395e09aa2c8df719', '34d432d03e11d0311a806a475843752aa5da3c382566b8e0023fd4a6b3afdec7', NULL, FALSE, FALSE, 0, NULL, NULL, NULL),
(UUID '01a20de8-d86e-7a83-8f93-d4ffb1259e7c', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 98883491329, 'uclinic', X'01311569514164b5df8723e8b9264ad79b8cbdc8d563c1966629f6848ea33c9f571129d552e0709883f049762f3b1e857dc7e96cad2a5ecd6f58b59cf6097dea5202c013322b09b38be664247daaa257d6d592c09a6659d2ba2e8844be3dbdb31e2d3647ae30b3dc52a9afc1', X'013115695194c8dac7b44dbe6350d49fa9cbb05b658691b5782897290f388e1e74e7e321148165', 'caf0223f0dbd65997df59684ef4a02fbe2766c5cb24c51c608fa5161919f4c07', NULL, FALSE, FALSE, 0, NULL, NULL, NULL),
(UUID '01a20de8-d86e-7318-9d06-e7d457655ee1', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'clinic', '1', TIMESTAMP WITH TIME ZONE '2031-03-11 09:00:00+00', 30, 'CANCELLED', 2, 2, 'CANCELLED', NULL, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, 0, NULL, NULL, NULL),
(UUID '01a20de8-d86e-7ab6-a0f0-19c7e686c5a8', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'clinic', '2', TIMESTAMP WITH TIME ZONE '2031-03-18 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 90139782147, 'uclinic', X'0131156951327536a6982927d43f7905b44a62da6af7e924b2d7dd87f11cfa659e4044b83b1e9dad3e747145fac36499a7a43b9541ba4fc6e690a41af468edeb5cef75f86705b4a05276248c06d1e64d91cae22f833e5068341834c9f40c9093c881f24b86e18212b492c976', X'01311569517a78458d2fbf5f553e3f03cf96939c32c99c1ea0ef94dbd53ac39df41ad9978813d9', '4170e6e4aa3b1f4a542bc86993f36c5a284343d67e1464552437a4acc51bd500', NULL, FALSE, FALSE, 0, NULL, NULL, NULL),
(UUID '01a20de8-da26-7f56-95a2-221154d99c1b', UUID '01a20de8-da24-708c-8372-3de038096bc3', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 2, 2, 'UPDATE_PENDING', 82914677770, 'uclinic', X'01311569512be7d3243f5671b00db6a87cf2370c3e921e7e3d864a14bc69f523f101038dd050e0b52ff605021b448ea40ff9a1752f08f31602733e7dddaef4ad8472338232214bd7e61e5c3b02f082367c43921c43e3424099af81a064ffe25f99504c0beab98ea7f59045bc', X'01311569513bebc9fcf5f2042747ea1e8269c3efcdc00e2c8e0d10f9e147d4b37c7a628aff773a', 'a6c8adcfb360141eebc91218221cb3a1c3507685732508bb2cd10e847f420918', NULL, FALSE, FALSE, 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.665958+00', NULL, 'Zoom cannot be reached; it is tried again'),
(UUID '01a20de8-dac5-76da-ae28-8ae35a8e1ddc', UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CANCELLED', 2, 2, 'CANCEL_PENDING', 98365343588, 'uclinic', X'01311569512e3607347ed3ea559c9b1e6e14e5b443b0dcca9ee0db218ad5c85e3d3f7bf2bfa369f4429a9a76702abf3e3fbbb8ff4f51df3dde553f054eaa68606e7d2970ebf93a69df2d5966d684162f8969cdc61bd1b2b799a18892e54666c9727945634c940a887827c13d', X'01311569511c25d976c43b5cb3db1b2a7e559e65bae891904028e106efabe6b45431f105fca485', '6be3f324065b96122a0bbd05e0e3747c502974ad08ab0e0791cf8293658f9323', NULL, FALSE, FALSE, 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.751853+00', NULL, 'Zoom cannot be reached; it is tried again');      
INSERT INTO "public"."occurrence" VALUES
(UUID '01a20de8-dc08-7218-a67e-063b7af2b9a0', UUID '01a20de8-dc07-74b1-9733-731955b6678f', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CANCELLED', 2, 2, 'CANCELLED', NULL, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, 0, NULL, NULL, NULL),
(UUID '01a20de8-e5ba-7f5e-ade3-674a31906d9b', UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'FAILED', NULL, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, 0, NULL, NULL, U&'Zoom says: \201cNot allowed to schedule\201d'),
(UUID '01a20de8-e7a3-7627-b581-215d923c702a', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'CREATED', 86949804206, 'uclinic', X'0131156951dd62fac9f4a32e733642f03855be8b3035dda4005ef7cb8417b41886a32e2d258e29f96a87f240efb422e0f9c82d66f8e76679bfbea3d8a06d541cb5d498ac164aae510a82730e4db06042595dafe9ec2044b044a298d3d0a5881c817b0dc4c59e0b953228ec25', X'0131156951331814af9d3b4b45e0dc93ab23a0a07a48aa3d3eadd775f4e27169cdebab3b18d5df', 'b0ecf6283aab6e33e335d0cb63564c6f14f00bb8fc5e1a3b6e73fd25ca93942d', NULL, FALSE, FALSE, 0, NULL, NULL, NULL),
(UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 2, 2, 'CREATED', 95276814755, 'uclinic', X'0131156951f1a35372ffe1c58b9400e1040252ca13d85b253a6128d86b38f6b96a3d54f5853e07a22e80c85aac61593a73712b4d8e3279ac0315984faa1181c724abe3e9bae1a379925dde0793873386149e0ee352f8062192c934178b58cd7ee6d95143e4fb976da7aa2b4f', X'0131156951127365d5ac787928ff29196bb23a90cbc0cca0c7b1da286bf9e0a6f231ecb41402b4', '1f6228858129bddba73f8d16b1a9612de29a531d5f2cbbc89350865e96fc500f', NULL, FALSE, FALSE, 0, NULL, NULL, NULL),
(UUID '01a20de8-f192-797e-bb61-cb3572989ac2', UUID '01a20de8-f190-7b47-b633-ec61288fdda4', 'clinic', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'PENDING', NULL, NULL, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.73085+00', FALSE, FALSE, 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.735103+00', UUID '0190f3a4-0000-7000-8000-000000000001', 'Zoom gave no usable answer (NoHttpResponseException); it is tried again'),
(UUID '01a20de8-f3e1-7798-8acc-bbf170b1e0eb', UUID '01a20de8-f3d8-795d-aabe-0ec5e2ccab36', 'branch', '0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'CONFIRMED', 1, 1, 'NOT_CONNECTED', NULL, NULL, NULL, NULL, NULL, NULL, FALSE, FALSE, 0, NULL, NULL, 'Zoom is not connected: an administrator connects it on the settings page');     
CREATE INDEX "public"."occurrence_due" ON "public"."occurrence"("due_at" NULLS LAST);          
CREATE INDEX "public"."occurrence_workspace_due" ON "public"."occurrence"("workspace_id" NULLS LAST, "due_at" NULLS LAST);     
CREATE INDEX "public"."occurrence_meeting" ON "public"."occurrence"("zoom_meeting_id" NULLS LAST);             
CREATE INDEX "public"."occurrence_start" ON "public"."occurrence"("workspace_id" NULLS LAST, "start_at" NULLS LAST);           
CREATE CACHED TABLE "public"."notification"(
    "id" UUID NOT NULL,
    "workspace_id" CHARACTER VARYING(40) NOT NULL,
    "booking" UUID,
    "kind" CHARACTER VARYING(20) NOT NULL,
    "role" CHARACTER VARYING(10) NOT NULL,
    "recipient" CHARACTER VARYING(320) NOT NULL,
    "detail" CHARACTER VARYING,
    "state" CHARACTER VARYING(10) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TIMESTAMP WITH TIME ZONE,
    "lease" UUID,
    "problem" CHARACTER VARYING(1000),
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "sent_at" TIMESTAMP WITH TIME ZONE
);  
ALTER TABLE "public"."notification" ADD CONSTRAINT "public"."CONSTRAINT_2" PRIMARY KEY("id");  
-- 67 +/- SELECT COUNT(*) FROM public.notification;            
INSERT INTO "public"."notification" VALUES
(UUID '01a20de8-d564-7c20-b81e-559420c0d43d', 'clinic', UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'CONFIRMATION', 'GUEST', 'bo@created.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.41662+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.455725+00'),
(UUID '01a20de8-d564-740c-b423-aebe878dd3d5', 'clinic', UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.41662+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.510931+00'),
(UUID '01a20de8-d564-72aa-bf59-5c2e03be70f1', 'clinic', UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'REMINDER', 'GUEST', 'bo@created.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.41662+00', NULL),
(UUID '01a20de8-d564-7336-95b4-dd925a0612ab', 'clinic', UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.41662+00', NULL),
(UUID '01a20de8-d564-7182-9eed-0d6a1b425937', 'clinic', UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'REMINDER', 'GUEST', 'bo@created.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.41662+00', NULL),
(UUID '01a20de8-d564-725f-8498-b4e29cca7c9a', 'clinic', UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.41662+00', NULL),
(UUID '01a20de8-d6d3-7016-b72a-4844cd889e01', 'clinic', UUID '01a20de8-d652-7872-8035-5ca304098097', 'CONFIRMATION', 'GUEST', 'bo@passcode.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.861364+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.52455+00'),
(UUID '01a20de8-d6d3-7727-abbd-0cb110236903', 'clinic', UUID '01a20de8-d652-7872-8035-5ca304098097', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.861364+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.526851+00'),
(UUID '01a20de8-d6d3-755a-9fd7-853df06ee74c', 'clinic', UUID '01a20de8-d652-7872-8035-5ca304098097', 'REMINDER', 'GUEST', 'bo@passcode.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.861364+00', NULL),
(UUID '01a20de8-d6d3-7bb9-914f-9f5d98a254c2', 'clinic', UUID '01a20de8-d652-7872-8035-5ca304098097', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.861364+00', NULL),
(UUID '01a20de8-d6d3-7719-ba22-4e623c8afd5a', 'clinic', UUID '01a20de8-d652-7872-8035-5ca304098097', 'REMINDER', 'GUEST', 'bo@passcode.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.861364+00', NULL),
(UUID '01a20de8-d6d3-7010-947e-b4a63fce85ef', 'clinic', UUID '01a20de8-d652-7872-8035-5ca304098097', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.861364+00', NULL),
(UUID '01a20de8-d983-70dc-8f1c-15a79efe3056', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'CONFIRMATION', 'GUEST', 'bo@series.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.218342+00'),
(UUID '01a20de8-d983-7150-afca-4a9a632aa7e1', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'REMINDER', 'GUEST', 'bo@series.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL);          
INSERT INTO "public"."notification" VALUES
(UUID '01a20de8-d983-79b5-9786-4289ea6a7654', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL),
(UUID '01a20de8-d983-7cd6-b2a4-376272630281', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'REMINDER', 'GUEST', 'bo@series.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL),
(UUID '01a20de8-d983-758d-8183-e19409b1026b', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL),
(UUID '01a20de8-d983-7039-983c-780417dbd9b6', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'REMINDER', 'GUEST', 'bo@series.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-17 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL),
(UUID '01a20de8-d983-7d1b-adcf-cee7e0be661b', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-17 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL),
(UUID '01a20de8-d984-719c-bb45-65d4e5339de5', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'REMINDER', 'GUEST', 'bo@series.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-18 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL),
(UUID '01a20de8-d984-7243-a945-babf5e48f3d1', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-18 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL),
(UUID '01a20de8-da5a-7673-b421-6248e3628dc2', 'clinic', UUID '01a20de8-da24-708c-8372-3de038096bc3', 'CONFIRMATION', 'GUEST', 'bo@moved.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.777976+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.766083+00'),
(UUID '01a20de8-da5a-7b36-93c2-8eb5bcf324e6', 'clinic', UUID '01a20de8-da24-708c-8372-3de038096bc3', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.777976+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.816902+00'),
(UUID '01a20de8-da5a-76ec-935e-e347269691ac', 'clinic', UUID '01a20de8-da24-708c-8372-3de038096bc3', 'REMINDER', 'GUEST', 'bo@moved.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.777976+00', NULL),
(UUID '01a20de8-da5a-72d5-b410-d252724e905b', 'clinic', UUID '01a20de8-da24-708c-8372-3de038096bc3', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.777976+00', NULL),
(UUID '01a20de8-da5a-70c0-9d3a-8396d60d8491', 'clinic', UUID '01a20de8-da24-708c-8372-3de038096bc3', 'REMINDER', 'GUEST', 'bo@moved.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.777976+00', NULL),
(UUID '01a20de8-da5a-7f6e-ace7-1c4eeff90090', 'clinic', UUID '01a20de8-da24-708c-8372-3de038096bc3', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.777976+00', NULL),
(UUID '01a20de8-da9b-7ac9-9386-c2af573c9cfe', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'CANCELLED', 'GUEST', 'bo@series.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.791076+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.799107+00');              
INSERT INTO "public"."notification" VALUES
(UUID '01a20de8-da9b-7db3-9a0a-acce4e205842', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'CANCELLED', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.791076+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.799934+00'),
(UUID '01a20de8-dc50-754a-b849-612900b7f806', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.256395+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:55.587345+00'),
(UUID '01a20de8-dc68-7839-a47f-6b6b34649b35', 'clinic', UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'CONFIRMATION', 'GUEST', 'bo@gone.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.255544+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.055214+00'),
(UUID '01a20de8-dc8c-7907-a372-25829636ccd0', 'clinic', UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.255544+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.055946+00'),
(UUID '01a20de8-dc8d-7a46-ba6d-6ab9c3224c3d', 'clinic', UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'REMINDER', 'GUEST', 'bo@gone.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.255544+00', NULL),
(UUID '01a20de8-dc8d-78ad-8be0-91cf8f67e4bd', 'clinic', UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.255544+00', NULL),
(UUID '01a20de8-dc8d-7eec-821b-b127c4752953', 'clinic', UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'REMINDER', 'GUEST', 'bo@gone.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.255544+00', NULL),
(UUID '01a20de8-dc8d-7723-918b-55ae6fc256a6', 'clinic', UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.255544+00', NULL),
(UUID '01a20de8-dd3f-7246-b4a3-a98609ad038e', 'clinic', UUID '01a20de8-dc07-74b1-9733-731955b6678f', 'CONFIRMATION', 'GUEST', 'bo@cancelled.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.283803+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:55.740393+00'),
(UUID '01a20de8-dd3f-7b6b-b4c2-f05ab2cc53d4', 'clinic', UUID '01a20de8-dc07-74b1-9733-731955b6678f', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.283803+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:55.767819+00'),
(UUID '01a20de8-e52b-7c76-a1d1-7e802b7ae14a', 'clinic', UUID '01a20de8-dc07-74b1-9733-731955b6678f', 'CANCELLED', 'GUEST', 'bo@cancelled.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.529523+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.072519+00'),
(UUID '01a20de8-e52b-7053-a5d2-41fb56b27a18', 'clinic', UUID '01a20de8-dc07-74b1-9733-731955b6678f', 'CANCELLED', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.529523+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.094074+00'),
(UUID '01a20de8-e637-7cf1-a86e-95603c923b48', 'clinic', UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'LINK_FOLLOWS', 'GUEST', 'bo@refused.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.800936+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.296458+00'),
(UUID '01a20de8-e637-7e33-896b-d728d6f3e3b4', 'clinic', UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'HOST_PROBLEM', 'HOST', 'ada@clinic.example', U&'Zoom says: \201cNot allowed to schedule\201d', 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.800936+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.309771+00');             
INSERT INTO "public"."notification" VALUES
(UUID '01a20de8-e637-7484-8e89-f051a12bb060', 'clinic', UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'REMINDER', 'GUEST', 'bo@refused.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.800936+00', NULL),
(UUID '01a20de8-e637-7cc8-8c4b-bd6a70883743', 'clinic', UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.800936+00', NULL),
(UUID '01a20de8-e637-7493-ad47-835e2efb0608', 'clinic', UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'REMINDER', 'GUEST', 'bo@refused.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.800936+00', NULL),
(UUID '01a20de8-e637-7570-acdd-c12eccdee4d7', 'clinic', UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.800936+00', NULL),
(UUID '01a20de8-e870-7a0b-8f99-140b224c1c34', 'clinic', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'CONFIRMATION', 'GUEST', 'bo@bounced.example', NULL, 'FAILED', 1, NULL, NULL, 'The mail server refused it: 550 5.1.1 No such user', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.366691+00', NULL),
(UUID '01a20de8-e870-768d-a40d-250287bf19b1', 'clinic', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SENT', 1, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.366691+00', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.89531+00'),
(UUID '01a20de8-e870-7ba2-a8eb-1857ca020eaa', 'clinic', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'REMINDER', 'GUEST', 'bo@bounced.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.366691+00', NULL),
(UUID '01a20de8-e870-7858-a989-7117afe0c303', 'clinic', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.366691+00', NULL),
(UUID '01a20de8-e870-72f5-89bf-9dd672a8795d', 'clinic', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'REMINDER', 'GUEST', 'bo@bounced.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.366691+00', NULL),
(UUID '01a20de8-e870-755c-a2ca-971bfdf4491a', 'clinic', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.366691+00', NULL),
(UUID '01a20de8-ea23-726a-8f64-2bc71c1368ad', 'clinic', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'HOST_PROBLEM', 'HOST', 'ada@clinic.example', 'A mail to a guest was not accepted: The mail server refused it: 550 5.1.1 No such user . Tell the guest by other means', 'SENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.734474+00', NULL, 'The mail server cannot be reached or hung up ([EOF]); it is tried again', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.826329+00', NULL),
(UUID '01a20de8-eb57-71a2-9f46-b15fd9449eae', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'CONFIRMATION', 'GUEST', 'bo@doubtful.example', NULL, 'SUPERSEDED', 2, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.119547+00', NULL),
(UUID '01a20de8-eb57-7030-b915-f09067a02c20', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'CONFIRMATION', 'HOST', 'ada@clinic.example', NULL, 'SUPERSEDED', 2, NULL, NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.119547+00', NULL),
(UUID '01a20de8-eb57-7e73-9770-46b68be1938f', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'REMINDER', 'GUEST', 'bo@doubtful.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.119547+00', NULL);      
INSERT INTO "public"."notification" VALUES
(UUID '01a20de8-eb57-7b74-90eb-904568c00e1b', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.119547+00', NULL),
(UUID '01a20de8-eb57-7597-97b6-a0141a8248c4', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'REMINDER', 'GUEST', 'bo@doubtful.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.119547+00', NULL),
(UUID '01a20de8-eb57-7259-abc2-1985351dc390', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.119547+00', NULL),
(UUID '01a20de8-edfe-7219-b484-3dc5c21e043c', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'RESCHEDULED', 'GUEST', 'bo@doubtful.example', NULL, 'SENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.896029+00', NULL, 'The mail server cannot be reached or hung up ([EOF]); it is tried again', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.802691+00', NULL),
(UUID '01a20de8-edfe-7356-8cb8-e83eaca5bafa', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'RESCHEDULED', 'HOST', 'ada@clinic.example', NULL, 'SENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.886017+00', NULL, 'The mail server cannot be reached or hung up ([EOF]); it is tried again', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.802691+00', NULL),
(UUID '01a20de8-f405-72dd-833c-32c3bd47bdfd', 'branch', UUID '01a20de8-f3d8-795d-aabe-0ec5e2ccab36', 'LINK_FOLLOWS', 'GUEST', 'bo@waiting.example', NULL, 'PENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:01.2351+00', UUID '0190f3a4-0000-7000-8000-000000000001', 'The mail server cannot be reached or hung up (Couldn''t connect to host, port: localhost, 44439; timeout 10000); it is tried again', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.332735+00', NULL),
(UUID '01a20de8-f405-755d-968a-362b76d1a6a2', 'branch', UUID '01a20de8-f3d8-795d-aabe-0ec5e2ccab36', 'HOST_PROBLEM', 'HOST', 'ada@clinic.example', 'Zoom is not connected: an administrator connects it on the settings page', 'PENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:01.00308+00', UUID '0190f3a4-0000-7000-8000-000000000001', 'The mail server cannot be reached or hung up (Couldn''t connect to host, port: localhost, 44439; timeout 10000); it is tried again', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.332735+00', NULL),
(UUID '01a20de8-f405-79d3-8060-52154ba96932', 'branch', UUID '01a20de8-f3d8-795d-aabe-0ec5e2ccab36', 'REMINDER', 'GUEST', 'bo@waiting.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.332735+00', NULL),
(UUID '01a20de8-f405-7543-9997-d61eec1f4f0a', 'branch', UUID '01a20de8-f3d8-795d-aabe-0ec5e2ccab36', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT24H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-03 09:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.332735+00', NULL),
(UUID '01a20de8-f405-7d25-a113-0d059ea9b4bd', 'branch', UUID '01a20de8-f3d8-795d-aabe-0ec5e2ccab36', 'REMINDER', 'GUEST', 'bo@waiting.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.332735+00', NULL),
(UUID '01a20de8-f405-707d-9bc5-8a5d39680299', 'branch', UUID '01a20de8-f3d8-795d-aabe-0ec5e2ccab36', 'REMINDER', 'HOST', 'ada@clinic.example', 'PT1H', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2031-03-04 08:00:00+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.332735+00', NULL);       
CREATE INDEX "public"."notification_due" ON "public"."notification"("due_at" NULLS LAST);      
CREATE INDEX "public"."notification_booking" ON "public"."notification"("booking" NULLS LAST); 
CREATE CACHED TABLE "public"."notification_occurrence"(
    "notification" UUID NOT NULL,
    "occurrence" UUID NOT NULL,
    "start_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "title" CHARACTER VARYING(1000) NOT NULL,
    "zoom_meeting_id" BIGINT,
    "generation" BIGINT NOT NULL,
    "sequence" INTEGER NOT NULL
);          
ALTER TABLE "public"."notification_occurrence" ADD CONSTRAINT "public"."CONSTRAINT_E1AC" PRIMARY KEY("notification", "occurrence");            
-- 70 +/- SELECT COUNT(*) FROM public.notification_occurrence; 
INSERT INTO "public"."notification_occurrence" VALUES
(UUID '01a20de8-d564-7c20-b81e-559420c0d43d', UUID '01a20de8-d3ee-74e6-a45d-246e2382cc62', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Intro', 87453692701, 1, 0),
(UUID '01a20de8-d564-740c-b423-aebe878dd3d5', UUID '01a20de8-d3ee-74e6-a45d-246e2382cc62', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Intro', 87453692701, 1, 0),
(UUID '01a20de8-d564-72aa-bf59-5c2e03be70f1', UUID '01a20de8-d3ee-74e6-a45d-246e2382cc62', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Intro', 87453692701, 1, 0),
(UUID '01a20de8-d564-7336-95b4-dd925a0612ab', UUID '01a20de8-d3ee-74e6-a45d-246e2382cc62', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Intro', 87453692701, 1, 0),
(UUID '01a20de8-d564-7182-9eed-0d6a1b425937', UUID '01a20de8-d3ee-74e6-a45d-246e2382cc62', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Intro', 87453692701, 1, 0),
(UUID '01a20de8-d564-725f-8498-b4e29cca7c9a', UUID '01a20de8-d3ee-74e6-a45d-246e2382cc62', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Intro', 87453692701, 1, 0),
(UUID '01a20de8-d6d3-7016-b72a-4844cd889e01', UUID '01a20de8-d662-70b9-81a3-6b41c7219090', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Secret', 89388193851, 1, 0),
(UUID '01a20de8-d6d3-7727-abbd-0cb110236903', UUID '01a20de8-d662-70b9-81a3-6b41c7219090', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Secret', 89388193851, 1, 0),
(UUID '01a20de8-d6d3-755a-9fd7-853df06ee74c', UUID '01a20de8-d662-70b9-81a3-6b41c7219090', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Secret', 89388193851, 1, 0),
(UUID '01a20de8-d6d3-7bb9-914f-9f5d98a254c2', UUID '01a20de8-d662-70b9-81a3-6b41c7219090', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Secret', 89388193851, 1, 0),
(UUID '01a20de8-d6d3-7719-ba22-4e623c8afd5a', UUID '01a20de8-d662-70b9-81a3-6b41c7219090', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Secret', 89388193851, 1, 0),
(UUID '01a20de8-d6d3-7010-947e-b4a63fce85ef', UUID '01a20de8-d662-70b9-81a3-6b41c7219090', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Secret', 89388193851, 1, 0),
(UUID '01a20de8-d983-70dc-8f1c-15a79efe3056', UUID '01a20de8-d86e-7a83-8f93-d4ffb1259e7c', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Lessons', 98883491329, 1, 0),
(UUID '01a20de8-d983-70dc-8f1c-15a79efe3056', UUID '01a20de8-d86e-7318-9d06-e7d457655ee1', TIMESTAMP WITH TIME ZONE '2031-03-11 09:00:00+00', 30, 'Lessons', 86888889606, 1, 0),
(UUID '01a20de8-d983-70dc-8f1c-15a79efe3056', UUID '01a20de8-d86e-7ab6-a0f0-19c7e686c5a8', TIMESTAMP WITH TIME ZONE '2031-03-18 09:00:00+00', 30, 'Lessons', 90139782147, 1, 0),
(UUID '01a20de8-d983-7150-afca-4a9a632aa7e1', UUID '01a20de8-d86e-7a83-8f93-d4ffb1259e7c', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Lessons', 98883491329, 1, 0),
(UUID '01a20de8-d983-79b5-9786-4289ea6a7654', UUID '01a20de8-d86e-7a83-8f93-d4ffb1259e7c', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Lessons', 98883491329, 1, 0),
(UUID '01a20de8-d983-7cd6-b2a4-376272630281', UUID '01a20de8-d86e-7a83-8f93-d4ffb1259e7c', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Lessons', 98883491329, 1, 0),
(UUID '01a20de8-d983-758d-8183-e19409b1026b', UUID '01a20de8-d86e-7a83-8f93-d4ffb1259e7c', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Lessons', 98883491329, 1, 0),
(UUID '01a20de8-d983-7039-983c-780417dbd9b6', UUID '01a20de8-d86e-7ab6-a0f0-19c7e686c5a8', TIMESTAMP WITH TIME ZONE '2031-03-18 09:00:00+00', 30, 'Lessons', 90139782147, 1, 0),
(UUID '01a20de8-d983-7d1b-adcf-cee7e0be661b', UUID '01a20de8-d86e-7ab6-a0f0-19c7e686c5a8', TIMESTAMP WITH TIME ZONE '2031-03-18 09:00:00+00', 30, 'Lessons', 90139782147, 1, 0),
(UUID '01a20de8-d984-719c-bb45-65d4e5339de5', UUID '01a20de8-d86e-7ab6-a0f0-19c7e686c5a8', TIMESTAMP WITH TIME ZONE '2031-03-18 09:00:00+00', 30, 'Lessons', 90139782147, 1, 0),
(UUID '01a20de8-d984-7243-a945-babf5e48f3d1', UUID '01a20de8-d86e-7ab6-a0f0-19c7e686c5a8', TIMESTAMP WITH TIME ZONE '2031-03-18 09:00:00+00', 30, 'Lessons', 90139782147, 1, 0);     
INSERT INTO "public"."notification_occurrence" VALUES
(UUID '01a20de8-da5a-7673-b421-6248e3628dc2', UUID '01a20de8-da26-7f56-95a2-221154d99c1b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 82914677770, 1, 0),
(UUID '01a20de8-da5a-7b36-93c2-8eb5bcf324e6', UUID '01a20de8-da26-7f56-95a2-221154d99c1b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 82914677770, 1, 0),
(UUID '01a20de8-da5a-76ec-935e-e347269691ac', UUID '01a20de8-da26-7f56-95a2-221154d99c1b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 82914677770, 1, 0),
(UUID '01a20de8-da5a-72d5-b410-d252724e905b', UUID '01a20de8-da26-7f56-95a2-221154d99c1b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 82914677770, 1, 0),
(UUID '01a20de8-da5a-70c0-9d3a-8396d60d8491', UUID '01a20de8-da26-7f56-95a2-221154d99c1b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 82914677770, 1, 0),
(UUID '01a20de8-da5a-7f6e-ace7-1c4eeff90090', UUID '01a20de8-da26-7f56-95a2-221154d99c1b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 82914677770, 1, 0),
(UUID '01a20de8-da9b-7ac9-9386-c2af573c9cfe', UUID '01a20de8-d86e-7318-9d06-e7d457655ee1', TIMESTAMP WITH TIME ZONE '2031-03-11 09:00:00+00', 30, 'Lessons', NULL, 2, 1),
(UUID '01a20de8-da9b-7db3-9a0a-acce4e205842', UUID '01a20de8-d86e-7318-9d06-e7d457655ee1', TIMESTAMP WITH TIME ZONE '2031-03-11 09:00:00+00', 30, 'Lessons', NULL, 2, 1),
(UUID '01a20de8-dc50-754a-b849-612900b7f806', UUID '01a20de8-d86e-7a83-8f93-d4ffb1259e7c', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Lessons', 98883491329, 1, 0),
(UUID '01a20de8-dc50-754a-b849-612900b7f806', UUID '01a20de8-d86e-7ab6-a0f0-19c7e686c5a8', TIMESTAMP WITH TIME ZONE '2031-03-18 09:00:00+00', 30, 'Lessons', 90139782147, 1, 0),
(UUID '01a20de8-dc68-7839-a47f-6b6b34649b35', UUID '01a20de8-dac5-76da-ae28-8ae35a8e1ddc', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 98365343588, 1, 0),
(UUID '01a20de8-dc8c-7907-a372-25829636ccd0', UUID '01a20de8-dac5-76da-ae28-8ae35a8e1ddc', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 98365343588, 1, 0),
(UUID '01a20de8-dc8d-7a46-ba6d-6ab9c3224c3d', UUID '01a20de8-dac5-76da-ae28-8ae35a8e1ddc', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 98365343588, 1, 0),
(UUID '01a20de8-dc8d-78ad-8be0-91cf8f67e4bd', UUID '01a20de8-dac5-76da-ae28-8ae35a8e1ddc', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 98365343588, 1, 0),
(UUID '01a20de8-dc8d-7eec-821b-b127c4752953', UUID '01a20de8-dac5-76da-ae28-8ae35a8e1ddc', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 98365343588, 1, 0),
(UUID '01a20de8-dc8d-7723-918b-55ae6fc256a6', UUID '01a20de8-dac5-76da-ae28-8ae35a8e1ddc', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 98365343588, 1, 0),
(UUID '01a20de8-dd3f-7246-b4a3-a98609ad038e', UUID '01a20de8-dc08-7218-a67e-063b7af2b9a0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 80741108287, 1, 0),
(UUID '01a20de8-dd3f-7b6b-b4c2-f05ab2cc53d4', UUID '01a20de8-dc08-7218-a67e-063b7af2b9a0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 80741108287, 1, 0),
(UUID '01a20de8-e52b-7c76-a1d1-7e802b7ae14a', UUID '01a20de8-dc08-7218-a67e-063b7af2b9a0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 2, 1),
(UUID '01a20de8-e52b-7053-a5d2-41fb56b27a18', UUID '01a20de8-dc08-7218-a67e-063b7af2b9a0', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 2, 1),
(UUID '01a20de8-e637-7cf1-a86e-95603c923b48', UUID '01a20de8-e5ba-7f5e-ade3-674a31906d9b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-e637-7e33-896b-d728d6f3e3b4', UUID '01a20de8-e5ba-7f5e-ade3-674a31906d9b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-e637-7484-8e89-f051a12bb060', UUID '01a20de8-e5ba-7f5e-ade3-674a31906d9b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-e637-7cc8-8c4b-bd6a70883743', UUID '01a20de8-e5ba-7f5e-ade3-674a31906d9b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);      
INSERT INTO "public"."notification_occurrence" VALUES
(UUID '01a20de8-e637-7493-ad47-835e2efb0608', UUID '01a20de8-e5ba-7f5e-ade3-674a31906d9b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-e637-7570-acdd-c12eccdee4d7', UUID '01a20de8-e5ba-7f5e-ade3-674a31906d9b', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-e870-7a0b-8f99-140b224c1c34', UUID '01a20de8-e7a3-7627-b581-215d923c702a', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 86949804206, 1, 0),
(UUID '01a20de8-e870-768d-a40d-250287bf19b1', UUID '01a20de8-e7a3-7627-b581-215d923c702a', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 86949804206, 1, 0),
(UUID '01a20de8-e870-7ba2-a8eb-1857ca020eaa', UUID '01a20de8-e7a3-7627-b581-215d923c702a', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 86949804206, 1, 0),
(UUID '01a20de8-e870-7858-a989-7117afe0c303', UUID '01a20de8-e7a3-7627-b581-215d923c702a', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 86949804206, 1, 0),
(UUID '01a20de8-e870-72f5-89bf-9dd672a8795d', UUID '01a20de8-e7a3-7627-b581-215d923c702a', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 86949804206, 1, 0),
(UUID '01a20de8-e870-755c-a2ca-971bfdf4491a', UUID '01a20de8-e7a3-7627-b581-215d923c702a', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 86949804206, 1, 0),
(UUID '01a20de8-ea23-726a-8f64-2bc71c1368ad', UUID '01a20de8-e7a3-7627-b581-215d923c702a', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 86949804206, 1, 0),
(UUID '01a20de8-eb57-71a2-9f46-b15fd9449eae', UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 95276814755, 1, 0),
(UUID '01a20de8-eb57-7030-b915-f09067a02c20', UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 95276814755, 1, 0),
(UUID '01a20de8-eb57-7e73-9770-46b68be1938f', UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 95276814755, 1, 0),
(UUID '01a20de8-eb57-7b74-90eb-904568c00e1b', UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 95276814755, 1, 0),
(UUID '01a20de8-eb57-7597-97b6-a0141a8248c4', UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 95276814755, 1, 0),
(UUID '01a20de8-eb57-7259-abc2-1985351dc390', UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', 95276814755, 1, 0),
(UUID '01a20de8-edfe-7219-b484-3dc5c21e043c', UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Another talk', 95276814755, 2, 1),
(UUID '01a20de8-edfe-7356-8cb8-e83eaca5bafa', UUID '01a20de8-eb02-7a50-888d-06e84b7059ba', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Another talk', 95276814755, 2, 1),
(UUID '01a20de8-f405-72dd-833c-32c3bd47bdfd', UUID '01a20de8-f3e1-7798-8acc-bbf170b1e0eb', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-f405-755d-968a-362b76d1a6a2', UUID '01a20de8-f3e1-7798-8acc-bbf170b1e0eb', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-f405-79d3-8060-52154ba96932', UUID '01a20de8-f3e1-7798-8acc-bbf170b1e0eb', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-f405-7543-9997-d61eec1f4f0a', UUID '01a20de8-f3e1-7798-8acc-bbf170b1e0eb', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-f405-7d25-a113-0d059ea9b4bd', UUID '01a20de8-f3e1-7798-8acc-bbf170b1e0eb', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0),
(UUID '01a20de8-f405-707d-9bc5-8a5d39680299', UUID '01a20de8-f3e1-7798-8acc-bbf170b1e0eb', TIMESTAMP WITH TIME ZONE '2031-03-04 09:00:00+00', 30, 'Talk', NULL, 1, 0);
CREATE INDEX "public"."notification_occurrence_occurrence" ON "public"."notification_occurrence"("occurrence" NULLS LAST);     
CREATE CACHED TABLE "public"."outcome"(
    "id" UUID NOT NULL,
    "workspace_id" CHARACTER VARYING(40) NOT NULL,
    "booking" UUID NOT NULL,
    "type" CHARACTER VARYING(20) NOT NULL,
    "target" CHARACTER VARYING(10) NOT NULL,
    "state" CHARACTER VARYING(10) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TIMESTAMP WITH TIME ZONE,
    "lease" UUID,
    "problem" CHARACTER VARYING(1000),
    "created_at" TIMESTAMP WITH TIME ZONE NOT NULL
);     
ALTER TABLE "public"."outcome" ADD CONSTRAINT "public"."CONSTRAINT_BE" PRIMARY KEY("id");      
-- 14 +/- SELECT COUNT(*) FROM public.outcome; 
INSERT INTO "public"."outcome" VALUES
(UUID '01a20de8-d50e-7505-9abc-d834b0896329', 'clinic', UUID '01a20de8-d39f-7ae7-8b43-0d28f6cece1d', 'meeting.created', 'CALLBACK', 'PENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:55.144837+00', NULL, 'The callback cannot be reached (UnknownHostException)', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.41662+00'),
(UUID '01a20de8-d6c5-77aa-868e-6d7558a85172', 'clinic', UUID '01a20de8-d652-7872-8035-5ca304098097', 'meeting.created', 'CALLBACK', 'PENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:55.353303+00', NULL, 'The callback cannot be reached (UnknownHostException)', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.861364+00'),
(UUID '01a20de8-d91a-727e-b9b6-e5bb90232cc0', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'meeting.created', 'CALLBACK', 'PENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.659655+00', NULL, 'The callback cannot be reached (UnknownHostException)', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.407459+00'),
(UUID '01a20de8-d940-7a9c-993c-c553c1c5eb48', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'meeting.created', 'CALLBACK', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.422432+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.422432+00'),
(UUID '01a20de8-d963-73c7-a498-01d9cb27b731', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'meeting.created', 'CALLBACK', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.411482+00'),
(UUID '01a20de8-da54-7377-a31f-ec4803bf4f13', 'clinic', UUID '01a20de8-da24-708c-8372-3de038096bc3', 'meeting.created', 'CALLBACK', 'PENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.855764+00', NULL, 'The callback cannot be reached (UnknownHostException)', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.777976+00'),
(UUID '01a20de8-da79-79a5-9cf4-1eb17262ca37', 'clinic', UUID '01a20de8-d866-7ae5-9d41-a18f1132e5dd', 'meeting.cancelled', 'CALLBACK', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.791076+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.791076+00'),
(UUID '01a20de8-dc4d-732f-b866-4bb618583cd1', 'clinic', UUID '01a20de8-da78-7a57-86f2-c553df6b42e1', 'meeting.created', 'CALLBACK', 'PENDING', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:59.286119+00', NULL, 'The callback cannot be reached (UnknownHostException)', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.255544+00'),
(UUID '01a20de8-dcb7-7227-9e1b-baac01432518', 'clinic', UUID '01a20de8-dc07-74b1-9733-731955b6678f', 'meeting.created', 'CALLBACK', 'FAILED', 1, NULL, NULL, 'It was given up', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.283803+00'),
(UUID '01a20de8-e514-792d-83da-44eb547e0916', 'clinic', UUID '01a20de8-dc07-74b1-9733-731955b6678f', 'meeting.cancelled', 'CALLBACK', 'FAILED', 0, NULL, NULL, 'It was given up', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.529523+00'),
(UUID '01a20de8-e627-7290-a658-de1c89cb3663', 'clinic', UUID '01a20de8-e5b5-71cc-8ae2-8e2a395aa128', 'meeting.failed', 'CALLBACK', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.800936+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.800936+00'),
(UUID '01a20de8-e860-7f04-83e5-6b48ffc2b22d', 'clinic', UUID '01a20de8-e7a1-7237-b523-f1c7765f64cf', 'meeting.created', 'CALLBACK', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.366691+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.366691+00'),
(UUID '01a20de8-eb50-77e1-9ca3-151a66fa4c15', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'meeting.created', 'CALLBACK', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.119547+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.119547+00'),
(UUID '01a20de8-edf4-7472-9c05-4d70b64c0753', 'clinic', UUID '01a20de8-eaf7-7e39-a0cd-cf9e91d4698d', 'meeting.updated', 'CALLBACK', 'PENDING', 0, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.802691+00', NULL, NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.802691+00');               
CREATE INDEX "public"."outcome_due" ON "public"."outcome"("due_at" NULLS LAST);
CREATE INDEX "public"."outcome_booking" ON "public"."outcome"("booking" NULLS LAST);           
CREATE CACHED TABLE "public"."zoom_event"(
    "request_id" CHARACTER VARYING(200) NOT NULL,
    "event" CHARACTER VARYING(100) NOT NULL,
    "body" BINARY VARYING NOT NULL,
    "received_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "digest" CHARACTER VARYING(64) NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TIMESTAMP WITH TIME ZONE,
    "lease" UUID
);    
ALTER TABLE "public"."zoom_event" ADD CONSTRAINT "public"."CONSTRAINT_ED3" PRIMARY KEY("request_id");          
-- 13 +/- SELECT COUNT(*) FROM public.zoom_event;              
INSERT INTO "public"."zoom_event" VALUES
('c0d787de_db99_4d6e_911e_0b20ed67a690', 'meeting.created', X'01311569517caf7910936a89df08857c3dc2c234b010280429134068e37b80afd0f0e4474d85fd14ce8bb62f73efcb2c0d6418de65c5c1de35329eac487dbeb337053106f69a8d2f2efb59a09f96b6d370495f84df0d739a9ed4beb9fe4b014377490df6f600dade04249457b3324202b067e766fca7b2ecba71b689f6d39f0a948be5d72bbb3dae4a401ae5db5fb4452a03f1bd684b08e194c50c40a9b2cc57c4c61892a827abcf6fb11d6fcbf7d50d3d78f6a0f4025dbf91ddafd7e73ac54aa8e5262732480e33e6c500820abac28cab3b195cb74521d65fee15fed617a82caaf1719f490191e5c37ab6f6ad32346927b6f9960afa72bfa790a0bf43f076050ed41da00ec0e6add13120188c70bf451ca07366b3d084aa2077c08db12543c05545f4327c62ce0dd12a88450d7991d853bf8597495465b46a37b901246d671e99a502e61d78ffc8d3f0db2806424b8620a155eefb6cfaba8473b7d813c952dcfa6e0274e1fbc2ed5c7d8018ee0a93e3954c91b2a865989450a2fa39078279e1ff6e5e1e95a76f226e3b3dd35fd7772ccce6a288d1b6c7f7d4e93af45274757ad1f07e3f42a1a760dcd62353c8157854746c395c767de01ae3f8d38ddbe758a0a3709db224d58717026e1f86487bfa4b09b9206832c653d909361c15b984e10f58391330c4577436a03237c5af425fe612243248f56a538e4844176c819bfee54b5fabd570d4fe62be6c7e2b5ef0c0b425ab62d9a87eaeb94e96af5f8ede16735e87f85f276bb00be3bd9f69264034fd8cc8eea051b40f3a994655bfb666df6884df2b8554cb7e07401f0bd1cffe728b7f0419019729fdec550ee6e253f224f518fc71', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.642198+00', '0a0fdab6eb2266c5773e35d651df3d001ea7b94b288cc1c86fb17c6b81a3e4c7', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.642198+00', NULL),
('ad56a808_9b31_465c_b1e2_9db4a341ba69', 'meeting.created', X'0131156951de601e448500c2af2187cb86c9156ffb0b584f970b007712667a7804fb572dcfd1dd813d9a308216935e76a9cecc5d1760210e659f0f75bf86f52f3fde4c42c71c33ff56629d27e818269c2ed65c2e7ecf5795d2ce2b5fe5b931a72dfd9a98201c9a20ab46e65ec28657b3d52ce03718f9d74ac944dc5781a3f1d88efbe548b86ecf917835c7ef73352e21642e2ad3dc9bafbcd02b3ab3a592fd1bf40ffa2e537b2008c02266c4fe803dbe1bad24a70426ac26045355f2c3c7a3c0f25f00ab8de48b9b11ce9972a7ff99e45c81043c218d7a10815f03243dec80d560e21000180064f507e028af2ffe72f063b4ab286f8414b1fb10db81519ac17bbdadb597cd4efc22d362359e8dfaa751995d7c6cdef0ba7dc862f7d423e5d205ad419055c0e46b003262e990fb234d82d729272d3da0faa075dfd392a39da83171014611361fdf0c7646483f530df60e26cafc21271164ac371a76bb3199e2de9fc7ba740735f1d6087295a5a8ca8a7c04cb45eeb7f5bd3e90bc3324ec96180bd6d3fa2c044642d73bd0a0792bc88304b00c05cac6fb2009c583d10358c4aefa3d5842029ff9a50b5a7afc44d09833386f1c028b919bfa229b58128cdb79442e0199164fb39a803e4aaf4e51993f5147b3fd75eab4ebcf85f9b9d305500e6513d48eb67e64a0890e8c3baa14e8db2723c020d7a8e593981584a4763ac999a5026514fee9ff4962420d21e37a418630a06719522334b93565464ce1447acb077df6250afd5a2789f48aa3cb8fdb40d6aa091e1e947efea5159f7cffb5c869a619423fd011c5abcf3746d159cede5c4674453345c850e2dcecd3a3fb232bb69d0b6d1ff421ee1a64', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.873477+00', '01454fff275e41d791fe1f0b224a20108720ff7928a6b330d351688fed6c31ca', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.873477+00', NULL),
('8c409191_67bc_4f3c_ac0e_8ee5d3e9708d', 'meeting.created', X'013115695175036664a3c36554d1189c5c125fb1aebfc16d9de90bcb5a3b3084d4b80080a0d82e794d1b0aeb7dcc031f5bd1c6aaff85b736a47fffb4119a9722809d6c73a26e7d9f71f17663ece8669884e9dd8348f9cfa5485cfc86e09c0b49f758e409a705618e90fd14ae147da357bff52a63b35085e235c026df1b4224e5a09f2e5fa8c188b4367ea723bd509c7776db0bf76795c4a901a7f73903ef0e0f7fdba0281eb79f2b3b4205d967d65e8336c75b47d2e125fb2e45673787c7620690a849d454c74b4fa6159761716b3801897052ea0bd59bbeab213b23dacce80b21e941a654408bc85c4fc67e8e107b933b9a385de7078588cf7b3879382a93b4df8fed151fb3f5fa898de889bd7c910dfc805ab3ea4f6e81234d7a4eee3ddb2e0a8dbac00cc26995228a684513f2f0510d69bcb5929db578061ed4785b8fa971bfe536c147114585598cfe56e509fdeba454a75808befb0510e11c57a5eb0b21946b14f696b7b650993c7b26d20a79287de8a7319eb27ef3dc890a67ecb9512bee4283ab352e14c54c898f577876cbbedfade1216cf9d588f394c8053c911106df49856b429a98ea961a23fe33760164184c918ea0395de57017453df8d46dee93ed644e5bb39ecf2594ce00e554d76efcfe0349cf64dd3192a02c1e58567dd827feaecee5e2f7ede46eec042f792da74c8b78be6a23ed6dd65a5cf9207a5063217deef316ec57a47948f2ffc8dcbe0826a202a36ce6a01b6a12cf9b508f018e0878ad485437d43ce0fd0d335fc015991c553d1ca3fcd7bf2936bbd3942e4025ec3952e51642a234d111acdd00f199ebfc8cb04c03fa251aa9017b43bcc6a778d843d559e8', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.39084+00', '99b25b813dfcf55cc733af75377dcc1a0ccdbffaf9a8592cde1720a6c45a16d4', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.39084+00', NULL);  
INSERT INTO "public"."zoom_event" VALUES
('0da9596a_d322_4b77_be9d_0ca78eb28ac8', 'meeting.created', X'0131156951fe01b983d2ffc47fc3d68cf4a6973af9fd48439159ac6e9ebb0d97a81842cd3d8802c4cf7619257c6a08ae5fd661d0cc15eaac0e4b92508218fb54896aada24eeefe9b8f4b7480b57a0fff3aa0ad0af8ca6110192feb6b66c12bc565e451152136a610f9ed5c6ee96e7d95a915041f66faf51246ec68ce17dd0ceed75caf6943ed78e58ab9bb6a8b1fb85be406a385981cd5219913a534c8f25d8cd96d8c07ba03f8e9a5e2a1be0070b78dd01bfaf6aa918f403a97b14e0bf72e0bd93bf00d567d414a2b30d5f0c0aa2f3385ecb8ea7616c49a839d0f2857f2c20cadbf8cb529f000dfac8cd8e794fa3f1102e56141883c284cd5dda8cf0052cd9a76e2bbf18dc09fe30091f0ec123cdb7f73545eb40147ec9dd9069155e47c3b08defe6b34c6fa79d402fe43feed6b96a2a4aa3a996eabf6df46e99a244ce992c3b844b3351764e3b94ac0aadb55ef208f631624c7f899b16b6f3de12ab4dce8e8870dad9909aea440be0a9a861064b45cc7061460b8b2db5515d9e376253c2b0132928416f2e6ac5a1cca2d6b68ad33d6f5b998eab7b6f3cae3b5fd2b3e05d85ea1ff89ba62905c56727fbe49999c7ed3c9687f764eb9c9d928905b3493331312ac78581725654abc310c657fedbb7b941e63585f9c040e949b57a04678dc3e8525c851d76ffa7142700c6ab9fd2a998168b5ffe4afb990ec9693c9c6a6d14de239d5baba5ba33fdc6931a1dd5f0ebfa14f707f690c41c285677821eb6d248af64d8897b26f5349cfea8e9b1a86612304c1cd3a2418a1d5c2ce6512d58650d9f1554d738f73bb7214ebcaa98f0a20fd5f2f518bbfb387929618b2b17d2dbf90045d298eacc1', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.515517+00', '0e3a2349e0691cade6f1fa1da1afe6de99cfd20cd86ddff488111b5a275ca682', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.515517+00', NULL),
('ce99d037_f861_4d8d_8614_4518b3327abc', 'meeting.created', X'01311569513f3d1e0c89a29f69c3116d9ce6a7e40639de1d57316c3601fe1ef4f0ade34100d79d5bab2c5fb4b1f09dfabb0e50a77f56ca693c38d4dc993c2c24fb2d0de56cd380a3c15cf460e03614e2d17788765dd64e06c34befa97afcb145cf836b8341995b7dffc52947e7bf9df43410b87cbdcfc1269a35d3d72f52b6939f2568ba0f0d7ce562241493a4dba49d88831c233431b882adc8e07da3be65d57aa8a01393796c09198435cd72e8644408df0517ebf63c41261b1efb224bddeeb69937c90d617e0ac8caed716f9808523d87b5c7a32aefc388628030f316732959a8d4a1620c1674afddadf45ad413bccabf04b8bcbe155833fadad96139f8d348c16b35029b1a36dc0698f20fbaf6df2a99ec4356cb593c073ae4ebb0b97bbee002b3774f19cc9437ed2ba8d71e4ae62af3e4b9e90472851c198cb9f5ab55fe09ac027557e62c6c6de88e0af4593f095ad548e7df5cfb6db559ca56866bd4c8d8a7b4df68cbc74eb32de330939f26c437e1633cb9dad80a6f37f88ae0e121b4102d8c642542a88ef1c983f102aa3aa110b3f7e503a6b5786353eb0838c0d07f2b8e8ee9cb00aea5721391418afc5219aa4b3f850b6a8bd750180c537520561aa1a3c9cd5f4ab66c53d90294caeaad54f4e82f7d5e1b14d926bd0a1ad6037274a09c9deabd4fd728d6a2e6d5fdb452a5e1b07fe17f220aebffab587fec9494a9c4989ab30849453c9a0988e12baadd6c70d79e08e7b092e86277f9f7b72bd285b37a43dd9fb7fb082e3551f5ca004f59616f2024a4d9f850245b9eae9c8fac6f75d0c6d2c5e9acaf2e4fda6626f729ee507d15000e25bcc8683657e82dcfd43806e2ab1271', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.592013+00', '6876fa56277bd77b7ea7a11ed3e33e8527e8c03c3eb18db00939ee9f9ec72c48', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.592013+00', NULL),
('0e5ebdd4_54a3_40e7_9031_767afed67e31', 'meeting.created', X'0131156951d8e589837ea8e74b6a155b5ff0315062338d21907f12a10714918e0131dd8d78c4a2b2fdf6f1f8b7472fe3c356bf9bfb651d7a7640b51ac53b6f9b59ef5a0b92507a9f0352d2cfd0541e38a6a3acf197098b18f26277236400a4fc527a44ffb10570ddd270c628131b687cfa004e3e02ddd6dbf79c5988dc22d7cd68308bf9436b4f8bf8336ced61ea052210958613895a26c55df14a37e21d05528c224ed194ef9c2e662079b695588be4b03fee71f20e1cf5b70988ab55715319a47a9490546a9a55cde4a87d5fd845316cf8d92eb43c228cc560f7975ada89a705b1c4f29c800463b9a6644f57c3c44cac2b0f1982072ef2d19f28e9a915246157bbd35df86f2cd40a4476e462cef3db2aa9eaede8a22a0b79f332950a508f2f7cdc62cf060dd87949bbec58a2ab323dad31f9ecbca397f4434c688e8e373498fc3067bd2e2810562052531a53c1898fc7bd091f46290d676fc8b21f09150384669f0af7d9acd05a95f82c6b1de036b73a989ecabb76b0c6d9ee0d29d3d7066156d3cab0de68793edebf878637be0e3904b52523e41a3af657e2ec50e62dbb6df4b587d7ce62bb62324223e7245777631f10e9d9c9f2939365c08c7e9d34d8ded4da1db8707bb037b0060c1ffd574034e3b94ef55ce4f30a8b521411b3868ae7bf67b925699b719641e35b5002fe7785e51acf89927b1896bd4b1ade4cd0cdc0732a292fe25ec838af3a087cb389ff70efdad599e4bf8df9666a13fb2d505498e3d6c0231ad997255b2dd857c58eb8db3536124820bdf7fb6c744bd327fe5d1d508d4784983227cbe1d5b186116cf43e4b0cbbbb48707c17c78c6e3c12909a4e5476', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.828644+00', '0c1a26262ce65c0eba307cc7d0199e841c30e693afe37131fd6c9a73d80a832c', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.828644+00', NULL);      
INSERT INTO "public"."zoom_event" VALUES
('3f8166cc_ff72_4587_b76c_402e9c2d2146', 'meeting.deleted', X'01311569518fee023af7d5529321a44d13c660ef3be73f188aa4daa3f6032a176a9d6ba2c8f816898c25b14a2ad8e4632ba5cd66800ac39b556f52f23827ee2c3dede5969546bcc92d56a59258d0bd46d17133f0c7508c26217062e2652ad1e33340e73104356db9a6604f7cfc92ecc2cc5e9c58b22eac54ecc7e05763c6021a8888acb4449be884b45059ad8515a9cb3234113b29cb3122106cb9af9e6c7cac1d27015c6fab0f65fb20d22fe92aeb82052a837c15d6d2577b210646295fd96cddee2b64090a10bbc035e5350193a512cad5bd50af132295ba443b63654b2b9a48c03225a38265d9be8ffa7d2d77c4a9c249285bbba8d72791cf3318eedd7dc8106cd2e5cf8ee08acf56347b8ca4fe1e7f7f3ee365d0685e60de952ebbf008098f9e1f4d3a58d399344de2818953eefe5f2b0ab36415ef0601eedfc0e232f60c99f263529fe196972581ddc1e382a84da5850d75b11e2ab98ddc8a4d9c605943cc7d54339c14132660cef3217d480950c54fc04d63220f6cece5324f3a', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.030201+00', '51572788d26864338fb925ca8d2eb878d10336dc8d8673304bdeae32e8cc0c5a', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.030201+00', NULL),
('4ab25793_6577_44dd_a19f_3f875fce647e', 'meeting.created', X'01311569514a7dec59f7c1a2f60c5888a31dc8325fdea020180096e4d20c210615ec2f65b9bc6ba4ba0cc64d64d89fc00b9f42a879f9c771a6e372da5100af4a00baa09ce33fe7bf5c4d259e79826f10d889827e73eb633ed826506663ddcdb1f43f3f895fb54fa2daa20fe668a18e30a55c4adfbb93e4bf7daa050de698c7eff41fa18d1fd4aa421d8c8bbf23e5b306e9092093b0e3c9db041e10f3b1b0a37b9d640160552e190ee333a7353cf4ef852dfca9ee8f4dae03d1c7e31e48c8acc07d2460a1c937f0afb2e9af02f53d91265e1ebe0d8fa7c73de5722bf4a40ecc0a7cbb8344f226a96fa70095492a664c4a0c27fa39c3dfbe4fd2799838c99c08bc10c5797c901db01e623dfd8728f138d3a32e2ae90e1536d38f67116d33cb0d6add7842262b27210ebe0c2632e64d83089156e09ec1947166ce90d6c3e96f59a56b9ec8be12b6e81b304e3ed54b87e159a11179ddc7a9f380173dc164c48ea26f1f8a75d6a39243ca2b6a8bf402999c15375e677c96f60fcbc5f716ef10f735de454c12a8daeb239ea2c606badc80f5b3baaee499818d356d725ce2c056e9c3eef4fb429ea82c31ff1cd983d882c8f826b1b6716d78efa7b8acfcc35629478d18ced8beb57874200201f95917350a8087a6677b1230712c4a3a90f7ca96cd23259c718b9ddb44a42f62166b92c4d03d7e92bb4f3b871b3f25917c66deb1f87cbc420afc02606582e71ff1d8201f049d41f24b944343f084b85c924f92b543f1dfeea244cda1ce87fdd5afd1345afcca8ab247798bd7511e3c6039f31e389e1443e7502844986d58f7ba03b587a8be8d3f391c11ab4db0655d75ba4866d5eab9f25ec4', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.300651+00', 'b7072f62312d7436a6d991a51adca3a5b7be8277638a6f7febfaaa5260c78ea4', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.300651+00', NULL),
('19ad17e0_c4c6_4304_a8b1_fd76d9daffa0', 'meeting.created', X'0131156951757b76d5fe0f8a8d98eb3b102095565a4a43ffab18ee9a73713006035ca59de80c30e4be74327356cef88609c12ae5a320340d7c683ceab6f32d61ba1eec7d4cebe52b57346d9b68bd62efd316ce9659f3081c74616c2b8d80ef439e3b30e0d778875898128b329d05832a8510ae8401b92a82c551705546f12b6f63a4e2b1ae67dedf18e41620c4e906fb4790975409c9c5309c0802d1b771cb2edf96e0e1c4a7d01ebe7238af78e3f399b83fcd51fc6b24af78e00430ad6442db00809e2b5481ebbcca4d0a369ca95db6837c455742270ff2aec7973cdd157a1f023dde561c9708f410a7d3b08e637c44d2801319b379df2208afb727822a8e3a00d401c926bc53051c29dee1abf4fd4405f15efdd8847c4d43f5926a895d2fadab8bcc5a6e023acaed0a0f49c299247440c724c866186505afacbf1a2abe48f47893f485d6379b72f3c1e1bbcba59e3f6b81251a50a3927cda5ab4e2fbbec819cca47785e23e6bc0c00cb73e98f64a40b2987aef60b6fa7480f428c5dafadd7b90dc1fc4e28a375763c2e3472a2654dba84c5dc6d90dcbfbb5d1b9687a489b987ade9f5705b686a6bc1ba77a34e857e16265fca1f65a76154c550294bd12f2e9840ba8b819273323ee16089f5e46091c9b2301e09bd11fc09152085e8ee1d155d9ad61235b3ba9caa6f39d7a2ec76735edc32acb55bfb803234e9b772021062ef5cb5f458984719dc3d76786a616aa40709bc5995a9eb6c5ccb8d775cae51ef249c092a3fec088a0e630446f3b312c44bf0c86391e101b85653ab555bd709f536e83db8c235744e1586fb5418dce7e52badc1a9a161b914667b3d6bb2689e52111b8', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.87756+00', '9566ec8958b8d83bf3761757a00e7aaf288cdf8c6b5bd201e950a6104f1c17b3', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.87756+00', NULL),
('5c000707_e75c_48b0_9963_383345dc4d94', 'meeting.deleted', X'0131156951b90988de961d9511c8afa0da891d4ff84ac4105cbdf5637e5e2c0d41a094e0f51ebc75f8b603c307cee85aaa453b4a71bcb08c74e4210d3d88149bad898d2699c629daee3127a2ea8b3300aedabff93d85ce58702418783bcc866765013c3599511f1be997d7582975999839caeafe289cc1ceb15da40e60d880a306fc13925f2a7e0eef45305e2710b9ac62717e31661b28b9645afdf7a67296f18a32cc5595c83cce8291bfd1a80ca156ac6d2816b76748a72209640bb0673bac87355a3746edbe12b1f024a971c77dcc4e63eaa37909a59e158cc41e9e726a9d51298473d21e37ebb3b6493adbf35f33cf640f4164fb3a3d55492e37ae45457839aa2869d673e43ab0d562dafc98502466573e75e421f1be49571492f68a601b8e0a09696ed6dccc7bee2913314953bc1fc387bb9e157e1d155b152ed1e4d2119d8839757f7a1d84f3b9204ea979f7729f904303bed46d62157386793e4aeedf56b8011fd402f4d68269cddd47e8ff3bb826a192cae138e74150', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.560742+00', '11343f16b702688d7491774ea556d39ae64cf77925cfa8cc653288cde0428d7e', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.560742+00', NULL);       
INSERT INTO "public"."zoom_event" VALUES
('09fd2bb7_8cc3_41f5_a25c_fa0262f55718', 'meeting.created', X'013115695134f718eec4810d5601f0863644f0a7e9daa3f7cd815ced51faf0d0c91789118cd84e11d1c7068dbd19a7597856621caaf9d202d6dc086124919a529e5ac35196d9e4b106706d1c219d2541efa32bb038e0e4ff8e7c0b2c85d9fea27e3139d44910e4242e2632e727fa7372546411c2bd6c4ab49b19009305d5972e96d0e6b4d24f49d53a133d78efded0bfabd3f66363617311cf60bc02b68bd6ac5db3a48f445b56a13fc0251df6d65ec0ec93f79aaddaa4f48b496105c6b7b569d3c08b9265ff5d28d5c2daaca54233c68fda4c53f89dedcec67a0b08ceb48cad1c55985f70fded65bb727334aebd57f33af42c0961e852512f2831ce37dea97300c030193f7b47a96c59febf0be3b9e5d946646e70c22496399433b7c12810f5bcaa4ec05936ac44cf94780cb59548513771ae46d590986e485cc8cb70b2362912ed15766a602c4894cbd7ccca1b6435130720710d725719600698d730efcf291ecf06b355a3960a9d237e8b3fdd12df0d905cbba81555ded5a76871b5cdb8e0d75d1fd5543cba39fba48783be7d1787c8fa1fa74f492276f82bb1c1a1abaf53484fc98cc0a7ebe6096478da1ffbfcc5cad5a2be7a0013a862b69c9d02ad4ffaa4a3564fed4e0ac481d63528c4a8effc48acac0ef4765597020fdd502bc1b0ae44ba17c36f77846acf63c273f30c11ccffa2e1699948323a1617612cd383973dd355573cda0525bb08b7533f163ff1bddd8c6fcbb6fcb9b3aa76322a7e24e257d6fce00bcee618adfa58a9151cc22d7070fffbeab7b76c8f59216047ac802c6925f0577cacef6df8a607bae138a7de97a87da222532630753fb9da55e13f3e42f972', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.371442+00', 'a074ab8bd4465beac76b4c7a8be49a580fc73fd8a58b6417bf544029ef46b2c9', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.371442+00', NULL),
('2a645ddd_ae44_4967_bed8_95d3db9ee018', 'meeting.created', X'0131156951be698b0db1f9d16b7eb1f8a489a174e03464cdd33f92fd0b7aeb63028cde1d73fa1e9d7757686fa3b4657d88af75ed5edf84e00caab76fc11b9bbe6c0e66e9fe090b26345778e4b169ca7b6ca2833cf833f4fe783c600f649a71982fc50539f6bdf4ceb5b4a100cf737fc6d2ad32f1f745aaf15cec0ac2f8991f2f8344ffce126446097a21ef66dc79e332e172f92f1f2e2857318ac5266e7edf5e8b0a2d86e5cd1fa6dad5ca6acfcef7f67b1366a3229aa5553d0557dccbc8f708162a2b7a5acae19366ca79fbee4bfe55a7795e2c1964ad822aa8109c738d5c197a4d496eb4294906813168870ab7c3c57a1854971115bb2acaaa394645d86d14c9afa577a1ebecff0743559cce33db2b0f92acacdafb75e4e67e4c0914c2203b704d3c3f6a95745f3ae83f2ed33c8a95eba37eb7aab6f31e3df5a91cde077ec4645bcd02db0c4360847d403f046957dcc7677c9aea424be77f06e6efb062403eb1f1fda656e9bdf6ed14af8cb5ba85a9c03216d2bfd67db24138a53175b09f3a83329a0fb81aff6174d299a6c447f0a5300e80931342e7f100b464a34702c8137c783eb61e33948a1c759cd1b27f908eb69203451a3e9324712ec174fd6e84455e9505a62f508c9ba3955d4d2da965e7f905555582cb4be7d4c2e042c9dc4e4c46726805b690f34625b1a54df2b99de004728ba6ed3eb100662fb9217d71d803a05f2f46a64efb0bd1a49e68a0ad28103eff2fb802e5746188a937435d1599d5f1fb6841cd52b4a323ce52fa4ae5e214f63eb69d49ce68d246ceb0633927a5cf046bc2c5bc53bac1b7a5d5979a7e4cb4eb0438452b84bc0cf8924fd85cda6e7fc625', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.134583+00', 'e5b128e0af13edb72701fc7125e919b6f30f666ae6d162ab515cfe99506e0827', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.134583+00', NULL),
('8d305b02_bbff_44ab_b51e_4520cf1dbf93', 'meeting.updated', X'0131156951119dcfdd5579703c13416979570896db78bf713b96fb791cbd5a113fc3942299a6a902d892b6016f3ceaa217c291877a0164efcf304178b22781ea8e65d38794836180e4c2bf3fb270e54d33e4d1a2e171945acebf60e1f6f165c8bf11c9f8a580944a5c781e242ffec0475b4e4473aca0f7e4a5f53bbf0a62159ed09fb3e9af1df113834a2233aca0ae6de6421b5295d4632fa4b324d5f9124f21b3c3206272ac5cb5c6b41095c853353cad5f7fc0c8eea1148ef4b1833412a4bfa8549ff0ba6162d2df344a98e3c6b3714fa960ee59d4c3a9f3392c89aca3da8c6dbf9f9978699631d33c78c74389011572040c1078d7d73aea158c99f775c4db6e7bec34cf75806cc89998599eeed5ae302d3ce6f06f8be38c8445a44a11e61227faefe432aa6bc22e843200788fa44954bf65f6b97d90254371a19c', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.775166+00', 'c866ae6f5047a415c97bbfd15b8e6fe421891ef8b4359585452e6c380387121d', 1, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.775166+00', NULL);              
CREATE INDEX "public"."zoom_event_due" ON "public"."zoom_event"("due_at" NULLS LAST);          
CREATE CACHED TABLE "public"."audit_entry"(
    "id" UUID NOT NULL,
    "workspace_id" CHARACTER VARYING(40),
    "at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "actor" CHARACTER VARYING(200) NOT NULL,
    "action" CHARACTER VARYING(60) NOT NULL,
    "subject" CHARACTER VARYING(300),
    "detail" CHARACTER VARYING(1000)
);              
ALTER TABLE "public"."audit_entry" ADD CONSTRAINT "public"."CONSTRAINT_36" PRIMARY KEY("id");  
-- 19 +/- SELECT COUNT(*) FROM public.audit_entry;             
INSERT INTO "public"."audit_entry" VALUES
(UUID '01a20de8-c211-780c-83b0-773e4b86ff2e', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:47.569993+00', 'admin', 'workspace.created', 'clinic', NULL),
(UUID '01a20de8-c705-7e30-8611-561c7b77525d', NULL, TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:48.837402+00', 'admin', 'session.started', NULL, NULL),
(UUID '01a20de8-d127-7b04-8af5-263470849560', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:51.431238+00', 'admin', 'zoom.connect', 'clinic@zoom.example', NULL),
(UUID '01a20de8-d2be-7f3b-984b-b0fe76aa44ff', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:51.838584+00', 'admin', 'callback.changed', 'https://receiver.invalid/hook', NULL),
(UUID '01a20de8-d50d-704a-9b9e-b2d8d5486e0e', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.429638+00', 'meeting-sync', 'meeting.created', 'created/0', 'Zoom meeting 87453692701'),
(UUID '01a20de8-d6c4-7235-ac7c-a593eff826e6', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:52.868599+00', 'meeting-sync', 'meeting.created', 'passcode/0', 'Zoom meeting 89388193851'),
(UUID '01a20de8-d91a-7619-94e8-18d4d1dea664', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.466047+00', 'meeting-sync', 'meeting.created', 'series/0', 'Zoom meeting 98883491329'),
(UUID '01a20de8-d940-7cc6-8063-96049acf3c47', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.504092+00', 'meeting-sync', 'meeting.created', 'series/1', 'Zoom meeting 86888889606'),
(UUID '01a20de8-d963-7e44-ae6e-2471229f3aba', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.539173+00', 'meeting-sync', 'meeting.created', 'series/2', 'Zoom meeting 90139782147'),
(UUID '01a20de8-da54-7252-a608-af826a26a3ce', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.780348+00', 'meeting-sync', 'meeting.created', 'moved/0', 'Zoom meeting 82914677770'),
(UUID '01a20de8-da60-7a5a-ac6c-0974bdc407cc', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.79228+00', 'meeting-sync', 'meeting.deleted', 'series/1', 'Zoom meeting 86888889606'),
(UUID '01a20de8-dc4c-76a6-8e74-641583365ace', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.284512+00', 'meeting-sync', 'meeting.created', 'gone/0', 'Zoom meeting 98365343588'),
(UUID '01a20de8-dcb6-7cd2-a2f3-6c40bfadceb1', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:54.390206+00', 'meeting-sync', 'meeting.created', 'cancelled/0', 'Zoom meeting 80741108287'),
(UUID '01a20de8-e513-7dc4-baee-b075bbcb275c', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.531917+00', 'meeting-sync', 'meeting.deleted', 'cancelled/0', 'Zoom meeting 80741108287'),
(UUID '01a20de8-e626-7621-947e-436d4aa6e4ec', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:56.806469+00', 'meeting-sync', 'meeting.failed', 'refused/0', 'Zoom meeting null'),
(UUID '01a20de8-e85f-7eae-8698-986b1efd3649', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:57.375794+00', 'meeting-sync', 'meeting.created', 'bounced/0', 'Zoom meeting 86949804206'),
(UUID '01a20de8-eb4f-7975-8f64-599466126c9b', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.127725+00', 'meeting-sync', 'meeting.created', 'doubtful/0', 'Zoom meeting 95276814755'),
(UUID '01a20de8-edf3-7a14-97c5-1b3602087717', 'clinic', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:58.803897+00', 'meeting-sync', 'meeting.updated', 'doubtful/0', 'Zoom meeting 95276814755'),
(UUID '01a20de8-f3b6-7685-8bcd-f0126427c8ba', 'branch', TIMESTAMP WITH TIME ZONE '2026-11-24 14:15:00.278657+00', 'admin', 'workspace.created', 'branch', NULL);      
CREATE INDEX "public"."audit_entry_at" ON "public"."audit_entry"("workspace_id" NULLS LAST, "at" NULLS LAST);  
CREATE CACHED TABLE "public"."encryption_key"(
    "key_id" BIGINT NOT NULL,
    "canary" BINARY VARYING NOT NULL
);           
ALTER TABLE "public"."encryption_key" ADD CONSTRAINT "public"."CONSTRAINT_BD" PRIMARY KEY("key_id");           
-- 1 +/- SELECT COUNT(*) FROM public.encryption_key;           
INSERT INTO "public"."encryption_key" VALUES
(823486801, X'01311569513751f855236c94dbdd3064616367c18a6aae337f25219d224d3206040b4d6341b4b1');   
CREATE CACHED TABLE "public"."qrtz_calendars"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "calendar_name" CHARACTER VARYING(200) NOT NULL,
    "calendar" BINARY LARGE OBJECT NOT NULL
);           
ALTER TABLE "public"."qrtz_calendars" ADD CONSTRAINT "public"."pk_qrtz_calendars" PRIMARY KEY("sched_name", "calendar_name");  
-- 0 +/- SELECT COUNT(*) FROM public.qrtz_calendars;           
CREATE CACHED TABLE "public"."qrtz_cron_triggers"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "trigger_name" CHARACTER VARYING(200) NOT NULL,
    "trigger_group" CHARACTER VARYING(200) NOT NULL,
    "cron_expression" CHARACTER VARYING(120) NOT NULL,
    "time_zone_id" CHARACTER VARYING(80)
);               
ALTER TABLE "public"."qrtz_cron_triggers" ADD CONSTRAINT "public"."pk_qrtz_cron_triggers" PRIMARY KEY("sched_name", "trigger_name", "trigger_group");          
-- 5 +/- SELECT COUNT(*) FROM public.qrtz_cron_triggers;       
INSERT INTO "public"."qrtz_cron_triggers" VALUES
('zoom-bookings', 'token-refresh', 'zoom', '0/30 * * * * ?', 'Etc/UTC'),
('zoom-bookings', 'retention', 'Camel_zoom-bookings', '0 7 2 * * ?', 'Etc/UTC'),
('zoom-bookings', 'housekeeping', 'meeting', '0 37 3 * * ?', 'Etc/UTC'),
('zoom-bookings', 'key-rotation', 'secret', '0 47 3 * * ?', 'Etc/UTC'),
('zoom-bookings', 'zoom-events-forget', 'zoom', '0 17 3 * * ?', 'Etc/UTC');        
CREATE CACHED TABLE "public"."qrtz_fired_triggers"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "entry_id" CHARACTER VARYING(95) NOT NULL,
    "trigger_name" CHARACTER VARYING(200) NOT NULL,
    "trigger_group" CHARACTER VARYING(200) NOT NULL,
    "instance_name" CHARACTER VARYING(200) NOT NULL,
    "fired_time" BIGINT NOT NULL,
    "sched_time" BIGINT NOT NULL,
    "priority" INTEGER NOT NULL,
    "state" CHARACTER VARYING(16) NOT NULL,
    "job_name" CHARACTER VARYING(200),
    "job_group" CHARACTER VARYING(200),
    "is_nonconcurrent" BOOLEAN,
    "requests_recovery" BOOLEAN
);          
ALTER TABLE "public"."qrtz_fired_triggers" ADD CONSTRAINT "public"."pk_qrtz_fired_triggers" PRIMARY KEY("sched_name", "entry_id");             
-- 0 +/- SELECT COUNT(*) FROM public.qrtz_fired_triggers;      
CREATE CACHED TABLE "public"."qrtz_paused_trigger_grps"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "trigger_group" CHARACTER VARYING(200) NOT NULL
);              
ALTER TABLE "public"."qrtz_paused_trigger_grps" ADD CONSTRAINT "public"."pk_qrtz_paused_trigger_grps" PRIMARY KEY("sched_name", "trigger_group");              
-- 0 +/- SELECT COUNT(*) FROM public.qrtz_paused_trigger_grps; 
CREATE CACHED TABLE "public"."qrtz_scheduler_state"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "instance_name" CHARACTER VARYING(200) NOT NULL,
    "last_checkin_time" BIGINT NOT NULL,
    "checkin_interval" BIGINT NOT NULL
); 
ALTER TABLE "public"."qrtz_scheduler_state" ADD CONSTRAINT "public"."pk_qrtz_scheduler_state" PRIMARY KEY("sched_name", "instance_name");      
-- 1 +/- SELECT COUNT(*) FROM public.qrtz_scheduler_state;     
INSERT INTO "public"."qrtz_scheduler_state" VALUES
('zoom-bookings', 'vm1795529680427', 1795529699562, 7500);  
CREATE CACHED TABLE "public"."qrtz_locks"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "lock_name" CHARACTER VARYING(40) NOT NULL
); 
ALTER TABLE "public"."qrtz_locks" ADD CONSTRAINT "public"."pk_qrtz_locks" PRIMARY KEY("sched_name", "lock_name");              
-- 2 +/- SELECT COUNT(*) FROM public.qrtz_locks;               
INSERT INTO "public"."qrtz_locks" VALUES
('zoom-bookings', 'TRIGGER_ACCESS'),
('zoom-bookings', 'STATE_ACCESS');               
CREATE CACHED TABLE "public"."qrtz_job_details"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "job_name" CHARACTER VARYING(200) NOT NULL,
    "job_group" CHARACTER VARYING(200) NOT NULL,
    "description" CHARACTER VARYING(250),
    "job_class_name" CHARACTER VARYING(250) NOT NULL,
    "is_durable" BOOLEAN NOT NULL,
    "is_nonconcurrent" BOOLEAN NOT NULL,
    "is_update_data" BOOLEAN NOT NULL,
    "requests_recovery" BOOLEAN NOT NULL,
    "job_data" BINARY LARGE OBJECT
);         
ALTER TABLE "public"."qrtz_job_details" ADD CONSTRAINT "public"."pk_qrtz_job_details" PRIMARY KEY("sched_name", "job_name", "job_group");      
-- 5 +/- SELECT COUNT(*) FROM public.qrtz_job_details;         
INSERT INTO "public"."qrtz_job_details" VALUES
('zoom-bookings', 'token-refresh', 'zoom', NULL, 'org.apache.camel.component.quartz.CamelJob', FALSE, FALSE, FALSE, FALSE, X'aced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000e302f3330202a202a202a202a203f74001343616d656c51756172747a456e64706f696e7474003371756172747a3a2f2f7a6f6f6d2f746f6b656e2d726566726573683f63726f6e3d3025324633302b2a2b2a2b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800'),
('zoom-bookings', 'retention', 'Camel_zoom-bookings', NULL, 'org.apache.camel.component.quartz.CamelJob', FALSE, FALSE, FALSE, FALSE, X'aced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000b3020372032202a202a203f74001343616d656c51756172747a456e64706f696e7474002571756172747a3a2f2f726574656e74696f6e3f63726f6e3d302b372b322b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800'),
('zoom-bookings', 'housekeeping', 'meeting', NULL, 'org.apache.camel.component.quartz.CamelJob', FALSE, FALSE, FALSE, FALSE, X'aced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000c302033372033202a202a203f74001343616d656c51756172747a456e64706f696e7474003171756172747a3a2f2f6d656574696e672f686f7573656b656570696e673f63726f6e3d302b33372b332b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800'),
('zoom-bookings', 'key-rotation', 'secret', NULL, 'org.apache.camel.component.quartz.CamelJob', FALSE, FALSE, FALSE, FALSE, X'aced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000c302034372033202a202a203f74001343616d656c51756172747a456e64706f696e7474003071756172747a3a2f2f7365637265742f6b65792d726f746174696f6e3f63726f6e3d302b34372b332b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800');           
INSERT INTO "public"."qrtz_job_details" VALUES
('zoom-bookings', 'zoom-events-forget', 'zoom', NULL, 'org.apache.camel.component.quartz.CamelJob', FALSE, FALSE, FALSE, FALSE, X'aced0005737200156f72672e71756172747a2e4a6f62446174614d61709fb083e8bfa9b0cb020000787200266f72672e71756172747a2e7574696c732e537472696e674b65794469727479466c61674d61708208e8c3fbc55d280200015a0013616c6c6f77735472616e7369656e74446174617872001d6f72672e71756172747a2e7574696c732e4469727479466c61674d617013e62ead28760ace0200025a000564697274794c00036d617074000f4c6a6176612f7574696c2f4d61703b787001737200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f4000000000000c7708000000100000000474002043616d656c51756172747a5472696767657243726f6e45787072657373696f6e74000c302031372033202a202a203f74001343616d656c51756172747a456e64706f696e7474003471756172747a3a2f2f7a6f6f6d2f7a6f6f6d2d6576656e74732d666f726765743f63726f6e3d302b31372b332b2a2b2a2b25334674001643616d656c51756172747a547269676765725479706574000463726f6e74001b43616d656c51756172747a43616d656c436f6e746578744e616d6574000d7a6f6f6d2d626f6f6b696e67737800');               
CREATE CACHED TABLE "public"."qrtz_simple_triggers"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "trigger_name" CHARACTER VARYING(200) NOT NULL,
    "trigger_group" CHARACTER VARYING(200) NOT NULL,
    "repeat_count" BIGINT NOT NULL,
    "repeat_interval" BIGINT NOT NULL,
    "times_triggered" BIGINT NOT NULL
);            
ALTER TABLE "public"."qrtz_simple_triggers" ADD CONSTRAINT "public"."pk_qrtz_simple_triggers" PRIMARY KEY("sched_name", "trigger_name", "trigger_group");      
-- 0 +/- SELECT COUNT(*) FROM public.qrtz_simple_triggers;     
CREATE CACHED TABLE "public"."qrtz_simprop_triggers"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "trigger_name" CHARACTER VARYING(200) NOT NULL,
    "trigger_group" CHARACTER VARYING(200) NOT NULL,
    "str_prop_1" CHARACTER VARYING(512),
    "str_prop_2" CHARACTER VARYING(512),
    "str_prop_3" CHARACTER VARYING(512),
    "int_prop_1" INTEGER,
    "int_prop_2" INTEGER,
    "long_prop_1" BIGINT,
    "long_prop_2" BIGINT,
    "dec_prop_1" NUMERIC(13, 4),
    "dec_prop_2" NUMERIC(13, 4),
    "bool_prop_1" BOOLEAN,
    "bool_prop_2" BOOLEAN
);  
ALTER TABLE "public"."qrtz_simprop_triggers" ADD CONSTRAINT "public"."pk_qrtz_simprop_triggers" PRIMARY KEY("sched_name", "trigger_name", "trigger_group");    
-- 0 +/- SELECT COUNT(*) FROM public.qrtz_simprop_triggers;    
CREATE CACHED TABLE "public"."qrtz_blob_triggers"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "trigger_name" CHARACTER VARYING(200) NOT NULL,
    "trigger_group" CHARACTER VARYING(200) NOT NULL,
    "blob_data" BINARY LARGE OBJECT
);           
-- 0 +/- SELECT COUNT(*) FROM public.qrtz_blob_triggers;       
CREATE CACHED TABLE "public"."qrtz_triggers"(
    "sched_name" CHARACTER VARYING(120) NOT NULL,
    "trigger_name" CHARACTER VARYING(200) NOT NULL,
    "trigger_group" CHARACTER VARYING(200) NOT NULL,
    "job_name" CHARACTER VARYING(200) NOT NULL,
    "job_group" CHARACTER VARYING(200) NOT NULL,
    "description" CHARACTER VARYING(250),
    "next_fire_time" BIGINT,
    "prev_fire_time" BIGINT,
    "priority" INTEGER,
    "trigger_state" CHARACTER VARYING(16) NOT NULL,
    "trigger_type" CHARACTER VARYING(8) NOT NULL,
    "start_time" BIGINT NOT NULL,
    "end_time" BIGINT,
    "calendar_name" CHARACTER VARYING(200),
    "misfire_instr" SMALLINT,
    "job_data" BINARY LARGE OBJECT
);           
ALTER TABLE "public"."qrtz_triggers" ADD CONSTRAINT "public"."pk_qrtz_triggers" PRIMARY KEY("sched_name", "trigger_name", "trigger_group");    
-- 5 +/- SELECT COUNT(*) FROM public.qrtz_triggers;            
INSERT INTO "public"."qrtz_triggers" VALUES
('zoom-bookings', 'token-refresh', 'zoom', 'token-refresh', 'zoom', NULL, 1795529730000, 1795529700000, 5, 'WAITING', 'CRON', 1795529683000, 0, NULL, 1, X''),
('zoom-bookings', 'retention', 'Camel_zoom-bookings', 'retention', 'Camel_zoom-bookings', NULL, 1795572420000, -1, 5, 'WAITING', 'CRON', 1795529683000, 0, NULL, 1, X''),
('zoom-bookings', 'housekeeping', 'meeting', 'housekeeping', 'meeting', NULL, 1795577820000, -1, 5, 'WAITING', 'CRON', 1795529683000, 0, NULL, 1, X''),
('zoom-bookings', 'key-rotation', 'secret', 'key-rotation', 'secret', NULL, 1795578420000, -1, 5, 'WAITING', 'CRON', 1795529683000, 0, NULL, 1, X''),
('zoom-bookings', 'zoom-events-forget', 'zoom', 'zoom-events-forget', 'zoom', NULL, 1795576620000, -1, 5, 'WAITING', 'CRON', 1795529684000, 0, NULL, 1, X'');               
CREATE CACHED TABLE "public"."spring_session"(
    "primary_id" CHARACTER(36) NOT NULL,
    "session_id" CHARACTER(36) NOT NULL,
    "creation_time" BIGINT NOT NULL,
    "last_access_time" BIGINT NOT NULL,
    "max_inactive_interval" INTEGER NOT NULL,
    "expiry_time" BIGINT NOT NULL,
    "principal_name" CHARACTER VARYING(100)
);  
ALTER TABLE "public"."spring_session" ADD CONSTRAINT "public"."spring_session_pk" PRIMARY KEY("primary_id");   
-- 1 +/- SELECT COUNT(*) FROM public.spring_session;           
INSERT INTO "public"."spring_session" VALUES
('e691a8e2-a25f-465b-8516-7cc1a2085456', '1c4cc406-3991-41ee-84b6-7750403fcb16', 1795529688509, 4102444800000, 28800, 4102444800000, 'admin');    
CREATE UNIQUE NULLS DISTINCT INDEX "public"."spring_session_ix1" ON "public"."spring_session"("session_id" NULLS LAST);        
CREATE INDEX "public"."spring_session_ix2" ON "public"."spring_session"("expiry_time" NULLS LAST);             
CREATE INDEX "public"."spring_session_ix3" ON "public"."spring_session"("principal_name" NULLS LAST);          
CREATE CACHED TABLE "public"."spring_session_attributes"(
    "session_primary_id" CHARACTER(36) NOT NULL,
    "attribute_name" CHARACTER VARYING(200) NOT NULL,
    "attribute_bytes" BINARY VARYING NOT NULL
);              
ALTER TABLE "public"."spring_session_attributes" ADD CONSTRAINT "public"."spring_session_attributes_pk" PRIMARY KEY("session_primary_id", "attribute_name");   
-- 3 +/- SELECT COUNT(*) FROM public.spring_session_attributes;
INSERT INTO "public"."spring_session_attributes" VALUES
('e691a8e2-a25f-465b-8516-7cc1a2085456', 'SPRING_SECURITY_CONTEXT', X'aced00057372003d6f72672e737072696e676672616d65776f726b2e73656375726974792e636f72652e636f6e746578742e5365637572697479436f6e74657874496d706c000000000000026c0200014c000e61757468656e7469636174696f6e7400324c6f72672f737072696e676672616d65776f726b2f73656375726974792f636f72652f41757468656e7469636174696f6e3b78707372004f6f72672e737072696e676672616d65776f726b2e73656375726974792e61757468656e7469636174696f6e2e557365726e616d6550617373776f726441757468656e7469636174696f6e546f6b656e000000000000026c0200024c000b63726564656e7469616c737400124c6a6176612f6c616e672f4f626a6563743b4c00097072696e636970616c71007e0004787200476f72672e737072696e676672616d65776f726b2e73656375726974792e61757468656e7469636174696f6e2e416273747261637441757468656e7469636174696f6e546f6b656ed3aa287e6e47640e0200035a000d61757468656e746963617465644c000b617574686f7269746965737400164c6a6176612f7574696c2f436f6c6c656374696f6e3b4c000764657461696c7371007e0004787001737200266a6176612e7574696c2e436f6c6c656374696f6e7324556e6d6f6469666961626c654c697374fc0f2531b5ec8e100200014c00046c6973747400104c6a6176612f7574696c2f4c6973743b7872002c6a6176612e7574696c2e436f6c6c656374696f6e7324556e6d6f6469666961626c65436f6c6c656374696f6e19420080cb5ef71e0200014c00016371007e00067870737200136a6176612e7574696c2e41727261794c6973747881d21d99c7619d03000149000473697a65787000000002770400000002737200426f72672e737072696e676672616d65776f726b2e73656375726974792e636f72652e617574686f726974792e53696d706c654772616e746564417574686f72697479000000000000026c0200014c0004726f6c657400124c6a6176612f6c616e672f537472696e673b7870740012524f4c455f41444d494e4953545241544f527371007e000e74000a524f4c455f41444d494e7871007e000d737200486f72672e737072696e676672616d65776f726b2e73656375726974792e7765622e61757468656e7469636174696f6e2e57656241757468656e7469636174696f6e44657461696c73000000000000026c0200024c000d72656d6f74654164647265737371007e000f4c000973657373696f6e496471007e000f78707400093132372e302e302e3174002431303665323163372d636231652d346335342d626633642d3630323732373962393339347074000561646d696e'),
('e691a8e2-a25f-465b-8516-7cc1a2085456', 'org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository.CSRF_TOKEN', X'aced0005737200366f72672e737072696e676672616d65776f726b2e73656375726974792e7765622e637372662e44656661756c7443737266546f6b656e5aefb7c82fa2fbd50200034c000a6865616465724e616d657400124c6a6176612f6c616e672f537472696e673b4c000d706172616d657465724e616d6571007e00014c0005746f6b656e71007e0001787074000c582d435352462d544f4b454e7400055f6373726674002462313939303463392d633632382d343233352d396138332d343639643635653064613738'),
('e691a8e2-a25f-465b-8516-7cc1a2085456', 'org.springframework.web.servlet.support.SessionFlashMapManager.FLASH_MAPS', X'aced0005737200296a6176612e7574696c2e636f6e63757272656e742e436f70794f6e577269746541727261794c697374785d9fd546ab90c30300007870770400000001737200286f72672e737072696e676672616d65776f726b2e7765622e736572766c65742e466c6173684d61703a3487c188b3c9e20200034a000e65787069726174696f6e54696d654c001374617267657452657175657374506172616d737400284c6f72672f737072696e676672616d65776f726b2f7574696c2f4d756c746956616c75654d61703b4c001174617267657452657175657374506174687400124c6a6176612f6c616e672f537472696e673b787200116a6176612e7574696c2e486173684d61700507dac1c31660d103000246000a6c6f6164466163746f724900097468726573686f6c6478703f40000000000001770800000002000000017400076d6573736167657400165375636365737366756c6c7920636f6e6e656374656478000001a20deb904d7372002c6f72672e737072696e676672616d65776f726b2e7574696c2e4c696e6b65644d756c746956616c75654d617034c04e5c106cc0fb0200007872002d6f72672e737072696e676672616d65776f726b2e7574696c2e4d756c746956616c75654d617041646170746572143d4d27cf263b210200014c00097461726765744d617074000f4c6a6176612f7574696c2f4d61703b7870737200176a6176612e7574696c2e4c696e6b6564486173684d617034c04e5c106cc0fb0200015a000b6163636573734f726465727871007e00053f4000000000000477080000000400000000780074002d2f776f726b7370616365732f636c696e69632f73657474696e67732f696e746567726174696f6e732f7a6f6f6d78');      
CREATE CACHED TABLE "public"."parked_event"(
    "id" UUID NOT NULL,
    "received_at" TIMESTAMP WITH TIME ZONE NOT NULL,
    "source" CHARACTER VARYING(500) NOT NULL,
    "workspace" CHARACTER VARYING(200),
    "body" BINARY VARYING NOT NULL,
    "problem" CHARACTER VARYING(2000) NOT NULL,
    "replayed_at" TIMESTAMP WITH TIME ZONE
);              
ALTER TABLE "public"."parked_event" ADD CONSTRAINT "public"."CONSTRAINT_D7" PRIMARY KEY("id"); 
-- 1 +/- SELECT COUNT(*) FROM public.parked_event;             
INSERT INTO "public"."parked_event" VALUES
(UUID '5c8a441c-f8e8-381b-9150-bf2724998d45', TIMESTAMP WITH TIME ZONE '2026-11-24 14:14:53.09602+00', 'file:inbox', NULL, X'0131156951784bcdec09c7dca851c97f9283e18bd5e1b0be2323ed90c1d0f009851b9c53cb124d6fcb0f533308b8a0f1a474776da1d6a02ab6cac84c41356b92ba268c1c14c13c7749901596120b71250a1e125c0b3c982dcc9a06bb6f55d42631b5bc3ee7ca62f938144429823d9e3465c1ad8d83981468525328fe4f6cdc32d1e4c5e8f693d2afa6d2d8dbc908d1393c5e', 'The body is not JSON: see line 1, column 3.', NULL); 
CREATE INDEX "public"."parked_event_received" ON "public"."parked_event"("received_at" NULLS LAST);            
ALTER TABLE "public"."zoom_event" ADD CONSTRAINT "public"."CONSTRAINT_ED38" UNIQUE NULLS DISTINCT ("digest");  
ALTER TABLE "public"."api_key" ADD CONSTRAINT "public"."CONSTRAINT_D04F" UNIQUE NULLS DISTINCT ("secret_hash");
ALTER TABLE "public"."occurrence" ADD CONSTRAINT "public"."CONSTRAINT_649A" UNIQUE NULLS DISTINCT ("booking", "occurrence_id");
ALTER TABLE "public"."zoom_grant" ADD CONSTRAINT "public"."CONSTRAINT_ED" UNIQUE NULLS DISTINCT ("zoom_user_id");              
ALTER TABLE "public"."booking" ADD CONSTRAINT "public"."CONSTRAINT_3DB" UNIQUE NULLS DISTINCT ("workspace_id", "booking_id");  
ALTER TABLE "public"."notification_occurrence" ADD CONSTRAINT "public"."CONSTRAINT_E1" FOREIGN KEY("notification") REFERENCES "public"."notification"("id") ON DELETE CASCADE NOCHECK;         
ALTER TABLE "public"."qrtz_simple_triggers" ADD CONSTRAINT "public"."fk_qrtz_simple_triggers_qrtz_triggers" FOREIGN KEY("sched_name", "trigger_name", "trigger_group") REFERENCES "public"."qrtz_triggers"("sched_name", "trigger_name", "trigger_group") ON DELETE CASCADE NOCHECK;           
ALTER TABLE "public"."spring_session_attributes" ADD CONSTRAINT "public"."spring_session_attributes_fk" FOREIGN KEY("session_primary_id") REFERENCES "public"."spring_session"("primary_id") ON DELETE CASCADE NOCHECK;        
ALTER TABLE "public"."outcome" ADD CONSTRAINT "public"."CONSTRAINT_BE0" FOREIGN KEY("workspace_id") REFERENCES "public"."workspace"("id") NOCHECK;             
ALTER TABLE "public"."api_key" ADD CONSTRAINT "public"."CONSTRAINT_D04" FOREIGN KEY("workspace_id") REFERENCES "public"."workspace"("id") NOCHECK;             
ALTER TABLE "public"."occurrence" ADD CONSTRAINT "public"."CONSTRAINT_649" FOREIGN KEY("workspace_id") REFERENCES "public"."workspace"("id") NOCHECK;          
ALTER TABLE "public"."notification_occurrence" ADD CONSTRAINT "public"."CONSTRAINT_E1A" FOREIGN KEY("occurrence") REFERENCES "public"."occurrence"("id") NOCHECK;              
ALTER TABLE "public"."qrtz_cron_triggers" ADD CONSTRAINT "public"."fk_qrtz_cron_triggers_qrtz_triggers" FOREIGN KEY("sched_name", "trigger_name", "trigger_group") REFERENCES "public"."qrtz_triggers"("sched_name", "trigger_name", "trigger_group") ON DELETE CASCADE NOCHECK;               
ALTER TABLE "public"."zoom_connection" ADD CONSTRAINT "public"."CONSTRAINT_85" FOREIGN KEY("workspace_id") REFERENCES "public"."workspace"("id") NOCHECK;      
ALTER TABLE "public"."administrator_workspace" ADD CONSTRAINT "public"."CONSTRAINT_B" FOREIGN KEY("username") REFERENCES "public"."administrator"("username") ON DELETE CASCADE NOCHECK;       
ALTER TABLE "public"."qrtz_triggers" ADD CONSTRAINT "public"."fk_qrtz_triggers_qrtz_job_details" FOREIGN KEY("sched_name", "job_name", "job_group") REFERENCES "public"."qrtz_job_details"("sched_name", "job_name", "job_group") NOCHECK;     
ALTER TABLE "public"."booking" ADD CONSTRAINT "public"."CONSTRAINT_3D" FOREIGN KEY("workspace_id") REFERENCES "public"."workspace"("id") NOCHECK;              
ALTER TABLE "public"."qrtz_simprop_triggers" ADD CONSTRAINT "public"."fk_qrtz_simprop_triggers_qrtz_triggers" FOREIGN KEY("sched_name", "trigger_name", "trigger_group") REFERENCES "public"."qrtz_triggers"("sched_name", "trigger_name", "trigger_group") ON DELETE CASCADE NOCHECK;         
ALTER TABLE "public"."occurrence" ADD CONSTRAINT "public"."CONSTRAINT_64" FOREIGN KEY("booking") REFERENCES "public"."booking"("id") NOCHECK;  
ALTER TABLE "public"."notification" ADD CONSTRAINT "public"."CONSTRAINT_23" FOREIGN KEY("workspace_id") REFERENCES "public"."workspace"("id") NOCHECK;         
ALTER TABLE "public"."notification" ADD CONSTRAINT "public"."CONSTRAINT_237" FOREIGN KEY("booking") REFERENCES "public"."booking"("id") NOCHECK;               
ALTER TABLE "public"."outcome" ADD CONSTRAINT "public"."CONSTRAINT_BE0C" FOREIGN KEY("booking") REFERENCES "public"."booking"("id") NOCHECK;   
ALTER TABLE "public"."booking_event" ADD CONSTRAINT "public"."CONSTRAINT_B1" FOREIGN KEY("workspace_id") REFERENCES "public"."workspace"("id") NOCHECK;        
ALTER TABLE "public"."administrator_workspace" ADD CONSTRAINT "public"."CONSTRAINT_B2" FOREIGN KEY("workspace_id") REFERENCES "public"."workspace"("id") NOCHECK;              
ALTER TABLE "public"."zoom_connection" ADD CONSTRAINT "public"."CONSTRAINT_85D" FOREIGN KEY("grant_id") REFERENCES "public"."zoom_grant"("id") NOCHECK;        
