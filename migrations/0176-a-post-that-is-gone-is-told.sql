-- Since when the network does not find what stands there, as it said it more than once; it stands until somebody says that
-- it was taken down, or until the network finds it again.
alter table placement
  add column gone_at timestamptz,
  add column gone_why text check (btrim(gone_why) <> ''),
  add constraint gone_with_what_the_network_said check (num_nonnulls(gone_at, gone_why) in (0, 2));
update placement p set gone_at = coalesce(w.asked_at, now()), gone_why = w.ended
  from figure_watch w where w.placement_id = p.id and w.ended is not null and p.taken_down_at is null;

-- How often in a row the network answered and did not find it. A post that is gone is asked about as before.
alter table figure_watch
  drop column ended,
  add column missed_times integer not null default 0 check (missed_times >= 0);
