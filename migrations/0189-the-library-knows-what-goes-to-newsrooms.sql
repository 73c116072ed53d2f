create index press_letter_attachment_of_media on press_letter_attachment (media_id);

-- What goes to newsrooms uses something of the library: until it is sent it holds it there, then a copy of its own is kept.
create view media_sent_to_press with (security_invoker = true) as
  select a.agency_id, a.media_id, 'release' as kind, d.id, d.item_id,
    coalesce((select r.title from content_item i join content_revision r on r.id = i.current_revision_id where i.id = d.item_id), '') as title,
    a.file_id is null as holds
  from press_attachment a join delivery d on d.id = a.delivery_id
  where d.state <> 'withdrawn' or a.file_id is not null
  union all
  select a.agency_id, a.media_id, 'letter', l.id, null, l.title, l.state = 'draft'
  from press_letter_attachment a join press_letter l on l.id = a.letter_id;
grant select on media_sent_to_press to gandan_serving;
