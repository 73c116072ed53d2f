-- A moment before which an item is neither scheduled nor published, whoever asks. Nothing of an item is public before it
-- is published, so what holds here holds for pages, feeds, search, site maps and shared media alike.
alter table content_item
  add embargo_until timestamptz,
  add constraint content_item_is_not_scheduled_under_embargo check (
    embargo_until is null or state <> 'scheduled' or scheduled_at >= embargo_until
  ),
  add constraint content_item_is_not_published_under_embargo check (
    embargo_until is null or published_at is null or published_at >= embargo_until
  );
