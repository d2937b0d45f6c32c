-- When the first meeting begins that a mail is about: of a workspace's mails the most urgent one leaves first.
alter table notification add column begins_at timestamp with time zone;
-- What of a workspace is due, in that order, is read from the index alone, however much waits for others.
create index notification_workspace_due on notification (workspace_id, due_at, begins_at, id);
