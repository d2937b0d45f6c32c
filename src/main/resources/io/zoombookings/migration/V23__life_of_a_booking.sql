-- The life of one booking, for its page.
create index audit_entry_subject on audit_entry (workspace_id, subject);
create index booking_event_booking on booking_event (workspace_id, booking_id);
