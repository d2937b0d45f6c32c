-- Who a person is at the OpenID Connect issuer that vouches for them: issuer and subject.
alter table administrator add column subject varchar(600);
create index administrator_subject on administrator (subject);

-- Until when a key works, and what for: words of book and read.
alter table api_key add column expires_at timestamp with time zone;
alter table api_key add column scopes varchar(40) default 'book read' not null;
