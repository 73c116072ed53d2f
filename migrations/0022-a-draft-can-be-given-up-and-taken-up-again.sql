-- A draft that nobody was ever shown is put aside, and can be taken up again for a while.
alter table content_item
  drop constraint content_item_state_check,
  add column discarded_at timestamptz,
  add check (state in ('draft', 'discarded', 'submitted', 'returned', 'approved', 'scheduled', 'published', 'withdrawn', 'removed')),
  add check ((state = 'discarded') = (discarded_at is not null));

-- A picture sent twice is stored once: its sender names each sending.
alter table media_asset add column upload_id uuid;
create unique index media_asset_sent_once on media_asset (uploaded_by, upload_id);
