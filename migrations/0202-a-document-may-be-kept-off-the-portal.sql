-- That one of the agency's own documents is not to become public, and why; nobody is asked for it then.
create table document_kept_off (
  document_id uuid primary key references official_document (id) on delete cascade,
  agency_id uuid not null references agency (id) on delete cascade,
  reason text not null check (btrim(reason) <> ''),
  marked_by uuid,
  marked_at timestamptz not null,
  foreign key (agency_id, marked_by) references person (agency_id, id) deferrable initially deferred
);
create index document_kept_off_of_agency on document_kept_off (agency_id);
grant select, insert, delete on document_kept_off to gandan_serving;
