-- Which pictures of the text go to a channel, in which order, cut how and described how; null: all of them, as they are.
alter table delivery
  add column own_pictures jsonb check (jsonb_typeof(own_pictures) = 'array'),
  add column own_pictures_by uuid,
  add column own_pictures_at timestamptz,
  add column own_pictures_approved_by uuid,
  add column own_pictures_approved_at timestamptz,
  add foreign key (agency_id, own_pictures_by) references person (agency_id, id) deferrable initially deferred,
  add foreign key (agency_id, own_pictures_approved_by) references person (agency_id, id) deferrable initially deferred,
  add constraint own_pictures_have_a_chooser check (num_nonnulls(own_pictures, own_pictures_by, own_pictures_at) in (0, 3)),
  add constraint own_pictures_approved_whole check (num_nonnulls(own_pictures_approved_by, own_pictures_approved_at) in (0, 2) and (own_pictures_approved_by is null or own_pictures is not null)),
  add constraint own_pictures_need_a_second_person check (own_pictures_approved_by <> own_pictures_by),
  add constraint own_pictures_sent_only_approved check (state in ('pending', 'withdrawn') or own_pictures is null or own_pictures_approved_by is not null);
