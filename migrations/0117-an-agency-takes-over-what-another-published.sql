-- What an agency made of another's published item: the source is named for ever, also when its row went with its agency.
create table content_reuse (
  agency_id uuid not null references agency (id) on delete cascade,
  item_id uuid primary key,
  source_agency_id uuid references agency (id) on delete set null,
  source_item_id uuid references content_item (id) on delete set null,
  source_agency_name text not null check (source_agency_name <> ''),
  source_title text not null,
  -- On the installation's portal, "/co-quan/xa-mot/tin-tuc/bai-mau".
  source_address text not null check (source_address like '/%'),
  -- Of the text that was taken over.
  source_hash text not null,
  reused_by uuid not null,
  reused_at timestamptz not null,
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, reused_by) references person (agency_id, id),
  constraint content_reuse_of_another_agency check (source_agency_id <> agency_id)
);
create index content_reuse_by_source on content_reuse (source_item_id) where source_item_id is not null;
grant select, insert on content_reuse to gandan_serving;

-- The agency whose item it is lets no other take it over.
alter table content_item add column reuse_forbidden boolean not null default false;
