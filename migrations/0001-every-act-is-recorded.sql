-- Who did what, when, with what before and after. Append-only for the serving role.
create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  agency_id uuid,
  person_id uuid,
  person_name text not null,
  act text not null,
  object_kind text not null,
  object_id text not null,
  before jsonb,
  after jsonb,
  reason text
);
create index audit_entry_by_object on audit_entry (object_kind, object_id, at);
create index audit_entry_by_agency on audit_entry (agency_id, at);
grant select, insert on audit_entry to gandan_serving;
