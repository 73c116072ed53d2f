-- Days that an apology stands on the portal; null: until somebody takes it off.
alter table apology_rule add column public_days smallint check (public_days between 1 and 3650);

-- Taken off the portal: its address answers that it is gone, with the day and the reason.
alter table apology
  add column removed_at timestamptz,
  -- Null with a moment: its time was over.
  add column removed_by uuid,
  add column removal_reason text check (btrim(removal_reason) <> ''),
  -- Of the rule it was made public under.
  add column public_until date,
  add foreign key (agency_id, removed_by) references person (agency_id, id),
  add constraint apology_removed_from_the_portal check (
    (removed_at is null) = (removal_reason is null) and (removed_at is null or published_at is not null)
    and (removed_by is null or removed_at is not null)
  ),
  add constraint apology_has_its_time_once_public check (public_until is null or published_at is not null);
create index apology_time_over on apology (public_until) where removed_at is null and public_until is not null;
