-- Figures that came in from a file in one act: from which, as exported by whom, so that they can be taken back as one.
create table figure_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null check (file_name <> ''),
  -- Who exported the numbers: the network's own console, or a unit.
  source_name text not null check (btrim(source_name) <> ''),
  imported_by uuid not null,
  imported_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id),
  foreign key (agency_id, undone_by) references person (agency_id, id),
  constraint figure_import_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
create index figure_import_by_agency on figure_import (agency_id, imported_at desc);

alter table figure_reading
  add column import_id uuid,
  add foreign key (agency_id, import_id) references figure_import (agency_id, id) deferrable initially deferred,
  add constraint imported_by_a_person check (import_id is null or source = 'person');
create index figure_reading_of_import on figure_reading (import_id) where import_id is not null;

grant select, insert on figure_import to gandan_serving;
grant update (undone_by, undone_at) on figure_import to gandan_serving;
