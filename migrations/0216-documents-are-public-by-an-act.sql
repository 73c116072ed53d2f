-- A document stands on the portal because a person put it there; its address stays its own. One that was taken off says
-- since when and why.
alter table official_document
  add column slug text check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  add column published_at timestamptz,
  add column published_by uuid,
  add column taken_off_at timestamptz,
  add column taken_off_reason text check (taken_off_reason <> ''),
  add constraint a_public_document_is_named
    check (published_at is null or (slug is not null and number is not null and issued_on is not null and published_by is not null)),
  add constraint taken_off_with_a_reason check ((taken_off_at is null) = (taken_off_reason is null)),
  add constraint public_or_taken_off check (published_at is null or taken_off_at is null),
  add constraint official_document_publisher foreign key (agency_id, published_by) references person (agency_id, id);
create unique index official_document_address on official_document (agency_id, slug) where slug is not null;
create index official_document_public on official_document (agency_id, issued_on desc) where published_at is not null;

-- Which document amends which, from which day; two documents never amend each other.
create table document_amendment (
  agency_id uuid not null references agency (id) on delete cascade,
  document_id uuid not null,
  by_id uuid not null,
  from_day date not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (document_id, by_id),
  foreign key (agency_id, document_id) references official_document (agency_id, id) on delete cascade,
  foreign key (agency_id, by_id) references official_document (agency_id, id) on delete cascade,
  foreign key (agency_id, recorded_by) references person (agency_id, id),
  constraint amended_by_another check (document_id <> by_id)
);
create unique index document_amendment_one_way on document_amendment (least(document_id, by_id), greatest(document_id, by_id));
create index document_amendment_by on document_amendment (by_id);
grant select, insert, delete on document_amendment to gandan_serving;
