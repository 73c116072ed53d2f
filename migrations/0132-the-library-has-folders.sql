-- Folders of an agency's media library, one within another; null as parent: at the top. Names differ within their folder,
-- whatever their capitals.
create table media_folder (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  parent_id uuid check (parent_id <> id),
  name text not null check (name <> ''),
  made_by uuid not null,
  made_at timestamptz not null,
  unique (agency_id, id),
  foreign key (agency_id, parent_id) references media_folder (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, made_by) references person (agency_id, id) deferrable initially deferred
);
create unique index media_folder_name on media_folder (agency_id, parent_id, lower(name)) nulls not distinct;
grant select, insert, delete, update (name, parent_id) on media_folder to gandan_serving;

-- Null: in no folder.
alter table media_asset add column folder_id uuid;
alter table media_asset
  add foreign key (agency_id, folder_id) references media_folder (agency_id, id) deferrable initially deferred;
create index media_asset_of_folder on media_asset (agency_id, folder_id, uploaded_at desc, id desc)
  where folder_id is not null;
grant update (folder_id) on media_asset to gandan_serving;
