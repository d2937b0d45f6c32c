-- Since when the link of a meeting may be another one than is stored here: somebody changed it in Zoom.
alter table occurrence add column link_changed_at timestamp with time zone;
