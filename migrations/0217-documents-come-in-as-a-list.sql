-- Documents that came as a list in one act: which line made which document, as it was written, so that the same line adds
-- nothing twice and the whole import can be taken back while nobody has built on it.
create table document_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null check (file_name <> ''),
  imported_by uuid not null,
  imported_at timestamptz not null,
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id),
  foreign key (agency_id, undone_by) references person (agency_id, id),
  constraint document_import_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
create index document_import_newest on document_import (agency_id, imported_at desc);

create table document_import_line (
  agency_id uuid not null references agency (id) on delete cascade,
  import_id uuid not null,
  document_id uuid primary key,
  line integer not null check (line > 0),
  written jsonb not null,
  unique (import_id, line),
  foreign key (agency_id, import_id) references document_import (agency_id, id) on delete cascade,
  foreign key (agency_id, document_id) references official_document (agency_id, id) on delete cascade
);

grant select, insert on document_import, document_import_line to gandan_serving;
grant update (undone_by, undone_at) on document_import to gandan_serving;
-- Only what an import brought and nobody has used goes again.
grant delete on official_document to gandan_serving;
