-- Whether the network said of this very post that it is gone, or its answer was empty of everything.
alter table placement
  add column gone_sure boolean,
  -- What a person said is not so: as long as the network tells the same, the post is not gone again.
  add column denied_why text check (btrim(denied_why) <> ''),
  add column denied_sure boolean,
  add column denied_by uuid references person (id),
  add column denied_at timestamptz,
  add constraint denied_by_somebody check (num_nonnulls(denied_why, denied_sure, denied_by, denied_at) in (0, 4)),
  add constraint gone_or_denied check (gone_at is null or denied_at is null);
