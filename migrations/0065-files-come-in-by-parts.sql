-- A file on its way into the media library: its parts lie in the data directory, and go on where they broke off.
create table media_upload (
  -- Made by the sender.
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  person_id uuid not null,
  file_name text not null check (file_name <> ''),
  bytes bigint not null check (bytes > 0),
  -- Tells the sender's own file again after the page was left; says nothing to us.
  fingerprint text not null default '',
  begun_at timestamptz not null,
  seen_at timestamptz not null,
  foreign key (agency_id, person_id) references person (agency_id, id)
);
create index media_upload_by_person on media_upload (agency_id, person_id);
create index media_upload_seen on media_upload (seen_at);
grant select, insert, delete on media_upload to gandan_serving;
grant update (seen_at) on media_upload to gandan_serving;

alter table media_asset alter column bytes type bigint;
-- False: nobody has said yet what it shows; it is no decoration either.
alter table media_asset add column described boolean not null default true;
alter table media_asset add check (described or alt = '');
grant update (described) on media_asset to gandan_serving;
