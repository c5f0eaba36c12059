create table QueuePerformanceByPeriodStats (QueueName varchar(64), MidnightStartDate timestamp, QueueOffered integer, QueueAnswered integer, QueueAbandoned integer, QueueShortAbandoned integer, QueueTotalTalkTime integer, QueueTimeToAnswerTotal integer);
insert into QueuePerformanceByPeriodStats values ('P100 Service', '2026-11-02 08:00:00', 12, 10, 1, 1, 1800, 120);
insert into QueuePerformanceByPeriodStats values ('P100 Service', '2026-11-02 08:15:00', 9, 9, 0, 0, 1500, 60);
insert into QueuePerformanceByPeriodStats values ('P101 Orders', '2026-11-02 08:00:00', 4, 3, 1, 0, 410, 33);
insert into QueuePerformanceByPeriodStats values ('P101 Orders', '2026-11-01 23:45:00', 7, 7, 0, 0, 100, 10);
insert into QueuePerformanceByPeriodStats values ('P101 Orders', '2026-11-03 00:00:00', 8, 8, 0, 0, 100, 10);
