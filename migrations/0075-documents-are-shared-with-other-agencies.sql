-- Documents of the register that an agency lets others of the installation read, receiver by receiver. Nothing is shared
-- by default; taking back deletes the row, the audit keeps it.
create table shared_document (
  agency_id uuid not null references agency (id) on delete cascade,
  document_id uuid not null,
  receiver_id uuid not null references agency (id) on delete cascade,
  shared_by uuid not null,
  shared_at timestamptz not null,
  primary key (document_id, receiver_id),
  foreign key (agency_id, document_id) references official_document (agency_id, id) on delete cascade,
  foreign key (agency_id, shared_by) references person (agency_id, id),
  constraint document_is_shared_with_another_agency check (receiver_id <> agency_id)
);
create index shared_document_received on shared_document (receiver_id);
grant select, insert, delete on shared_document to gandan_serving;
