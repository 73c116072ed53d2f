-- A file of a form that people fill in; which papers of which version have it stands in the version itself.
create table procedure_form_file (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null check (btrim(file_name) <> ''),
  content_type text not null check (btrim(content_type) <> ''),
  bytes integer not null check (bytes > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by uuid,
  added_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, added_by) references person (agency_id, id) deferrable initially deferred
);

-- A version holds its files: none of them can go while it is there, and the versions never go.
create table procedure_version_form (
  procedure_id uuid not null,
  version integer not null,
  agency_id uuid not null,
  file_id uuid not null,
  primary key (procedure_id, version, file_id),
  foreign key (procedure_id, version) references procedure_version (procedure_id, version) on delete cascade,
  foreign key (agency_id, file_id) references procedure_form_file (agency_id, id) deferrable initially deferred
);
create index procedure_version_form_of_file on procedure_version_form (file_id);

-- What was brought in and never became part of a version is taken away again.
grant select, insert, delete on procedure_form_file to gandan_serving;
grant select, insert on procedure_version_form to gandan_serving;
