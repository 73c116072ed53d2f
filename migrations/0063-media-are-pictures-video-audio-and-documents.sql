-- What is kept in the media library, told by its content: a picture, a video, a recording of sound, a document (PDF).
alter table media_asset
  add column sort text not null default 'picture' check (sort in ('picture', 'video', 'audio', 'document')),
  add column duration_ms integer check (duration_ms > 0),
  add column video_codec text check (video_codec <> ''),
  add column audio_codec text check (audio_codec <> ''),
  -- Cleaned WebVTT, shown with the video.
  add column captions text check (captions <> ''),
  -- What is said and heard, as text to read.
  add column transcript text check (transcript <> ''),
  -- False: stated on purpose that nobody speaks in it.
  add column has_speech boolean not null default true,
  add check ((sort in ('picture', 'video')) = (width > 0 and height > 0)),
  add check ((sort in ('video', 'audio')) = (duration_ms is not null)),
  add check ((sort = 'video') = (video_codec is not null)),
  add check (sort <> 'audio' or audio_codec is not null),
  add check (sort = 'video' or captions is null),
  add check (sort in ('video', 'audio') or transcript is null);
grant update (captions, transcript, has_speech) on media_asset to gandan_serving;
create index media_asset_newest_of_sort on media_asset (agency_id, sort, uploaded_at desc, id desc);
