-- Results that came in from one sheet, so that they are taken back as one.
create table index_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null check (btrim(file_name) <> ''),
  added integer not null check (added >= 0),
  changed integer not null check (changed >= 0),
  imported_by uuid not null,
  imported_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id),
  foreign key (agency_id, undone_by) references person (agency_id, id),
  constraint index_import_brings_something check (added + changed > 0),
  constraint index_import_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
create index index_import_of_agency on index_import (agency_id, imported_at);

-- What stood before a line, and what it wrote: a result that was corrected since is left alone when the import goes.
create table index_import_line (
  agency_id uuid not null,
  import_id uuid not null,
  result_id uuid not null,
  -- Null: the line brought the result.
  before jsonb,
  after jsonb not null,
  primary key (import_id, result_id),
  foreign key (agency_id, import_id) references index_import (agency_id, id) on delete cascade
);

-- Whether the portal shows an index, since when and by whose word.
alter table index_kind
  add column public_since timestamptz,
  add column public_by uuid,
  add foreign key (agency_id, public_by) references person (agency_id, id) deferrable initially deferred,
  add constraint index_kind_public_by_somebody check ((public_since is null) = (public_by is null));

grant select, insert on index_import to gandan_serving;
grant update (undone_by, undone_at) on index_import to gandan_serving;
grant select, insert on index_import_line to gandan_serving;
