-- What lets a station in may also be the certificate of its device, known by its SHA-256; revoked at one station it may be
-- bound to another.
alter table loudspeaker_key
  drop constraint loudspeaker_key_sort_check,
  add constraint loudspeaker_key_sort_check check (sort in ('device', 'page', 'certificate')),
  drop constraint loudspeaker_key_hash_key;
create unique index loudspeaker_key_in_use on loudspeaker_key (hash) where revoked_at is null;
create index loudspeaker_key_by_hash on loudspeaker_key (hash);
