-- Which bookings of a booking system are for Zoom, and who hosts them.
alter table booking_webhook add column hosts varchar(10000);       -- calendars and team members: 5 = ada@clinic.example
alter table booking_webhook add column locations varchar(500);     -- where a booking for Zoom takes place; null: as the system says
alter table booking_webhook add column event_types varchar(10000); -- names and ids; null: all
