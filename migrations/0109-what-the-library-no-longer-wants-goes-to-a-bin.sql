-- Taken away, kept for 30 days, then gone: the file is no more, and the row stays for the history of texts.
alter table media_asset
  add column binned_at timestamptz,
  add column binned_by uuid,
  add column gone_at timestamptz,
  add check ((binned_at is null) = (binned_by is null)),
  add check (gone_at is null or binned_at is not null),
  add foreign key (agency_id, binned_by) references person (agency_id, id);
create index media_asset_binned on media_asset (binned_at) where binned_at is not null and gone_at is null;
grant update (binned_at, binned_by, gone_at) on media_asset to gandan_serving;

-- What stands in the bin is shown to nobody outside.
create function refuse_binned_media_in_public() returns trigger language plpgsql as $$
begin
  if exists (select from media_asset where id = new.media_id and binned_at is not null) then
    raise exception 'media % is in the bin', new.media_id;
  end if;
  return new;
end $$;
create trigger public_media_is_not_binned before insert on public_media
  for each row execute function refuse_binned_media_in_public();
