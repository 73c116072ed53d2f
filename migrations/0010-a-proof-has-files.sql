-- Files that show a proof: a photo, a record, a table. The bytes lie in the file store under the id; names live here.
create table evidence_file (
  id uuid primary key,
  agency_id uuid not null,
  evidence_id uuid not null,
  file_name text not null check (file_name <> ''),
  content_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  position integer not null,
  unique (evidence_id, position),
  foreign key (agency_id, evidence_id) references evidence (agency_id, id) on delete cascade
);
grant select, insert on evidence_file to gandan_serving;
