create table RESOURCE_ (RESOURCE_KEY integer, RESOURCE_NAME varchar(64), RESOURCE_TYPE_CODE varchar(32), EMPLOYEE_ID varchar(32));
insert into RESOURCE_ values (11, 'Billing', 'QUEUE', null);
insert into RESOURCE_ values (12, 'Orders', 'QUEUE', null);
insert into RESOURCE_ values (13, 'Orders', 'QUEUE', null);
insert into RESOURCE_ values (90, 'Jane', 'AGENT', '4711');
create table AG2_QUEUE_SUBHR (DATE_TIME_KEY integer, RESOURCE_KEY integer, INTERACTION_TYPE_KEY integer, ENTERED integer, ACCEPTED integer, ABANDONED integer, ACCEPTED_TIME integer, ABANDONED_TIME integer);
-- 1793606400 is 2026-11-02 08:00 in UTC.
insert into AG2_QUEUE_SUBHR values (1793606400, 11, 1, 10, 8, 2, 96, 41);
insert into AG2_QUEUE_SUBHR values (1793606400, 11, 2, 1, 1, 0, 7, 0);
insert into AG2_QUEUE_SUBHR values (1793607300, 11, 1, 4, 4, 0, 20, 0);
insert into AG2_QUEUE_SUBHR values (1793606400, 12, 1, 3, 2, 1, 11, 30);
insert into AG2_QUEUE_SUBHR values (1793606400, 13, 1, 5, 5, 0, 15, 0);
insert into AG2_QUEUE_SUBHR values (1793692800, 11, 1, 99, 99, 0, 0, 0);
create table RESOURCE_STATE (RESOURCE_STATE_KEY integer, STATE_NAME varchar(32));
insert into RESOURCE_STATE values (1, 'Ready');
insert into RESOURCE_STATE values (2, 'NotReady');
create table SM_RES_STATE_FACT (RESOURCE_KEY integer, RESOURCE_STATE_KEY integer, START_TS integer, END_TS integer);
insert into SM_RES_STATE_FACT values (90, 1, 1793606400, 1793610000);
insert into SM_RES_STATE_FACT values (90, 2, 1793610000, 1793610600);
