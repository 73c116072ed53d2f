-- A plan is carried out because a person put it in force, until a person ended it or put another in its place. Several
-- may be in force at once: the plan of the year, a campaign, an addition.
alter table plan
  add standing text not null default 'waiting' check (standing in ('waiting', 'in-force', 'replaced', 'ended')),
  add in_force_since timestamptz,
  add ended_at timestamptz,
  add ended_reason text check (ended_reason <> ''),
  add replaced_by uuid check (replaced_by <> id),
  add constraint plan_in_force_since check (standing <> 'in-force' or in_force_since is not null),
  add constraint plan_ended_with_reason check (
    (ended_at is not null) = (standing in ('replaced', 'ended')) and (ended_at is null) = (ended_reason is null)
  ),
  add constraint plan_replaced_by_another check ((replaced_by is not null) = (standing = 'replaced')),
  add foreign key (agency_id, replaced_by) references plan (agency_id, id) deferrable initially deferred;
create index plan_in_force on plan (agency_id) where standing = 'in-force';
-- Until now the one newest plan of the running year was the current one; it goes on, the others wait.
update plan set standing = 'in-force', in_force_since = created_at
where id in (
  select distinct on (agency_id) id from plan
  order by agency_id, year > extract(year from now()), abs(year - extract(year from now())), state = 'draft', created_at desc
);
