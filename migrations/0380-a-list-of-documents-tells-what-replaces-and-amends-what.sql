-- What an import of a list wrote between documents, so that exactly this is taken back with it: that one was replaced
-- by another, or amended by it from a day on. Either of them may have been in the register before.
create table document_import_relation (
  agency_id uuid not null references agency (id) on delete cascade,
  import_id uuid not null,
  kind text not null check (kind in ('replaced', 'amended')),
  document_id uuid not null,
  by_id uuid not null,
  from_day date,
  primary key (import_id, kind, document_id, by_id),
  foreign key (agency_id, import_id) references document_import (agency_id, id) on delete cascade,
  foreign key (agency_id, document_id) references official_document (agency_id, id) on delete cascade,
  foreign key (agency_id, by_id) references official_document (agency_id, id) on delete cascade,
  constraint import_relation_of_two check (document_id <> by_id),
  constraint import_relation_amends_from_a_day check ((kind = 'amended') = (from_day is not null))
);
create index document_import_relation_of_document on document_import_relation (document_id);
create index document_import_relation_by on document_import_relation (by_id);
grant select, insert, delete on document_import_relation to gandan_serving;
