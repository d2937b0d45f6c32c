-- What a booking is found by: its id, the words of its people's names and their addresses, in lower case; a blank before an
-- address marks the host's. Bytes of UTF-8: their order is the same in every database and locale, so a prefix is a range.
-- Personal data: erased with the person.
create table booking_term (
  booking      uuid        not null references booking (id),
  term         bytea       not null,
  workspace_id varchar(40) not null,
  primary key (booking, term)
);
create index booking_term_found on booking_term (workspace_id, term, booking);

-- Bookings are listed by start, page by page, however many there are; those in a rare state without looking at the others.
create index occurrence_listed on occurrence (workspace_id, start_at, id);
create index occurrence_state_listed on occurrence (workspace_id, meeting_state, start_at, id);
