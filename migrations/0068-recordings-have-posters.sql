-- The still picture that stands for a video before it is played; it names a stored file.
alter table media_asset add column poster_id uuid check (poster_id is null or sort = 'video');
grant update (poster_id) on media_asset to gandan_serving;
