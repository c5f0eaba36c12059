create table xlink_calls (Queue varchar(64), Happened timestamp, Offered integer, Accepted integer, Abandoned integer, HandleTime integer);
insert into xlink_calls values ('Reception', '2026-11-02 08:03:00', 1, 1, 0, 95);
insert into xlink_calls values ('Reception', '2026-11-02 08:12:30', 1, 0, 1, 0);
insert into xlink_calls values ('IT', '2026-11-02 10:59:59', 1, 1, 0, 610);
create table xlink_presence (Agent integer, ReasonCode integer, ReasonCodeName varchar(32), Happened timestamp);
insert into xlink_presence values (31, 1, 'Available', '2026-11-02 08:00:00');
insert into xlink_presence values (31, 0, 'Unknown', '2026-11-02 09:00:00');
insert into xlink_presence values (31, 10, 'Offline', '2026-11-02 17:00:00');
