create table talk (id varchar(20) primary key);
