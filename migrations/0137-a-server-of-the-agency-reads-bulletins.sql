-- A server that an agency runs or rents to read its bulletins aloud, with its sealed key: part of no export.
create table speech_server (
  agency_id uuid primary key references agency (id) on delete cascade,
  is_active boolean not null,
  host text not null check (host ~ '^https?://'),
  model text not null check (model <> ''),
  voice text not null check (voice <> ''),
  sealed_key text,
  is_own boolean not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  foreign key (agency_id, changed_by) references person (agency_id, id)
);
grant select, insert, update, delete on speech_server to gandan_serving;
