-- What last changed what is wanted of an occurrence, in words: an event of the booking system by its id, or Zoom.
alter table occurrence add column cause varchar(300);
