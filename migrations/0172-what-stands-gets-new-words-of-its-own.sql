-- A correction says in which words the text is to stand: those that the channel has, the shared ones, or new ones of
-- its own, to which a second person agrees. What stands there keeps its words until it is done.
alter table placement_change
  add column words text not null default 'kept' check (words in ('kept', 'shared', 'own')),
  add column own_text text check (btrim(own_text) <> ''),
  add column own_text_by uuid,
  add column own_text_at timestamptz,
  add column own_text_approved_by uuid,
  add column own_text_approved_at timestamptz,
  add foreign key (agency_id, own_text_by) references person (agency_id, id) deferrable initially deferred,
  add foreign key (agency_id, own_text_approved_by) references person (agency_id, id) deferrable initially deferred,
  add constraint change_own_words_have_a_writer check (num_nonnulls(own_text, own_text_by, own_text_at) in (0, 3)),
  add constraint change_own_words_are_written check ((words = 'own') = (own_text is not null)),
  add constraint change_own_words_approved_whole check (num_nonnulls(own_text_approved_by, own_text_approved_at) in (0, 2) and (own_text_approved_by is null or own_text is not null)),
  add constraint change_own_words_need_a_second_person check (own_text_approved_by <> own_text_by),
  add constraint change_own_words_sent_only_approved check (state in ('waiting', 'dropped') or own_text is null or own_text_approved_by is not null);

-- handed: a person does it at the channel and says so.
alter table placement_change drop constraint placement_change_state_check;
alter table placement_change add constraint placement_change_state_check
  check (state in ('waiting', 'handed', 'running', 'accepted', 'done', 'refused', 'failed', 'unknown', 'dropped'));
