-- The tables of importer.db. Executed whenever it is opened; a statement ends with a semicolon at the end of a line.

-- One file may belong to several sources; one that an earlier version imported belongs to all of them.
create table if not exists delivered_file (
    path text not null, source text not null, size integer not null, modified integer not null, file_key text not null,
    imported_at text not null, rows integer not null, stored integer not null, rejected integer not null,
    primary key (path, source)) without rowid;

create table if not exists begun_import (
    source text not null, batch text not null, external_system text not null, server text not null, day integer not null,
    content integer not null, import_id text not null, begun_at integer not null,
    primary key (source, external_system, server, day)) without rowid;

create table if not exists undisposed_file (
    path text not null, source text not null, size integer not null, modified integer not null, file_key text not null,
    primary key (path, source)) without rowid;

create table if not exists covered_day (
    source text not null, day integer not null, interval integer not null, covered blob not null,
    noted_at integer not null,
    primary key (source, day)) without rowid;

create table if not exists kept_reject (
    path text not null, source text not null, size integer not null, modified integer not null, file_key text not null,
    time text not null, copy text not null, report text,
    primary key (path, source)) without rowid;

create table if not exists shared_calls (
    external_system text not null, path text not null, value_type text not null, day integer not null,
    interval integer not null, reported blob not null, noted_at integer not null,
    primary key (external_system, path, value_type, day)) without rowid;

-- Several files may have one content, which counts once.
create table if not exists contribution (
    external_system text not null, file text not null, content text not null, noted_at integer not null,
    primary key (external_system, file)) without rowid;
create index if not exists contribution_content on contribution (external_system, content);

create table if not exists contributed_day (
    external_system text not null, day integer not null, content text not null, totals blob not null,
    primary key (external_system, day, content)) without rowid;
create index if not exists contributed_content on contributed_day (external_system, content);

create table if not exists activity_start (
    external_system text not null, agent text not null, utc_day integer not null, starts blob not null,
    noted_at integer not null,
    primary key (external_system, agent, utc_day)) without rowid;
create index if not exists activity_start_noted on activity_start (noted_at);

create table if not exists activity_due (
    external_system text not null, agent text not null, day integer not null,
    primary key (external_system, agent, day)) without rowid;

create table if not exists activity_applied (
    external_system text not null, path text not null, size integer not null, modified integer not null,
    file_key text not null, content integer not null, noted_at integer not null,
    primary key (external_system, path)) without rowid;

-- Days that were imported from a database, with the second in which reading them began.
create table if not exists imported_day (
    source text not null, day integer not null, read_from integer not null,
    primary key (source, day)) without rowid;

-- The ledger: imports, with what was read, what servers answered and what went wrong.
create table if not exists ledger_import (
    id integer primary key, system text not null, kind text not null, origin text not null, subject text not null,
    started integer not null, ended integer, state text not null, attempts integer not null,
    rows_read integer not null default 0, rows_rejected integer not null default 0,
    not_computed integer not null default 0, mapping text not null, error text);
create index if not exists ledger_import_started on ledger_import (started);
create index if not exists ledger_import_system on ledger_import (system, kind, id);

create table if not exists ledger_day (
    import integer not null, day integer not null,
    primary key (import, day)) without rowid;
create index if not exists ledger_day_day on ledger_day (day);

create table if not exists ledger_file (
    import integer not null, path text not null, size integer not null, modified integer not null, sha256 text,
    rows integer not null, rejected integer not null,
    primary key (import, path)) without rowid;

-- The text of statements, once each: they are the same from day to day.
create table if not exists ledger_text (id integer primary key, text text not null unique);

create table if not exists ledger_statement (
    import integer not null, number integer not null, text integer not null, rows integer not null,
    primary key (import, number)) without rowid;

create table if not exists ledger_answer (
    import integer not null, server text not null, day integer not null, import_id text not null,
    stored integer not null, refused integer not null,
    primary key (import, server, day)) without rowid;

-- About which intervals of which queues servers got anything. The queues of a day are in one value, because a day of
-- thousands of them is written whenever it is imported; the columns before it are read without it.
create table if not exists reported_queue (
    number integer primary key, external_system text not null, path text not null,
    unique (external_system, path));

create table if not exists reported_day (
    external_system text not null, day integer not null, minutes integer not null, any_queue blob not null,
    queues blob not null,
    primary key (external_system, day));
