-- A file as it went out with a release: kept for itself, whatever becomes of it in the library.
alter table press_attachment
  add column file_id uuid,
  add column file_name text,
  add column content_type text,
  add column bytes integer check (bytes > 0),
  add column sha256 text,
  add constraint press_attachment_kept_whole check (num_nonnulls(file_id, file_name, content_type, bytes, sha256) in (0, 5));
grant update (file_id, file_name, content_type, bytes, sha256) on press_attachment to gandan_serving;
create index press_attachment_of_media on press_attachment (media_id);
