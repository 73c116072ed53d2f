-- Which texts a person has had open to be decided, so that the next one is shown with what changed since, and an approval
-- of several at once says which of them were opened.
create table content_seen (
  agency_id uuid not null,
  item_id uuid not null,
  person_id uuid not null,
  revision_id uuid not null references content_revision (id) on delete cascade,
  at timestamptz not null,
  primary key (item_id, person_id, revision_id),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade
);
grant select, insert on content_seen to gandan_serving;
