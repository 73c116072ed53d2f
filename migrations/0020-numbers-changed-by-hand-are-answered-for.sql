-- The text that was drafted from frozen figures says from which: later versions are held against it.
alter table report_text
  add column drafted_from uuid,
  add foreign key (report_id, drafted_from) references report_freeze (report_id, id) deferrable initially deferred;

update report_text t set drafted_from = f.id
  from report_freeze f
 where f.report_id = t.report_id
   and t.version = (select min(first.version) from report_text first
                     where first.report_id = f.report_id and first.written_at >= f.frozen_at)
   and not exists (select from report_freeze later
                    where later.report_id = f.report_id and later.frozen_at > f.frozen_at
                      and later.frozen_at <= t.written_at);

-- No index can be made of a table while a check of it waits for the end of the transaction.
set constraints all immediate;

create unique index report_text_drafted_once on report_text (drafted_from) where drafted_from is not null;

-- A number of the text that differs from the frozen figures stands only with somebody's reason.
create table report_accepted_number (
  id uuid primary key,
  agency_id uuid not null,
  report_id uuid not null,
  freeze_id uuid not null,
  -- Which number of the draft: its section and its turn there.
  place text not null check (place ~ '^[0-9]+\.[0-9]+$'),
  drafted text not null check (drafted <> ''),
  written text not null check (written <> ''),
  paragraph text not null,
  reason text not null check (btrim(reason) <> ''),
  accepted_by uuid,
  accepted_at timestamptz not null,
  unique (report_id, freeze_id, place, written),
  foreign key (agency_id, report_id) references report (agency_id, id) on delete cascade,
  foreign key (report_id, freeze_id) references report_freeze (report_id, id) deferrable initially deferred,
  foreign key (agency_id, accepted_by) references person (agency_id, id) deferrable initially deferred
);
grant select, insert on report_accepted_number to gandan_serving;
