-- Units are merged, split and renamed by a decision, from a day on. What a unit did before stays under its old name;
-- from the day its heirs answer for what is open.
alter table unit add column opened_on date;

create table unit_change (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  kind text not null check (kind in ('merge', 'split', 'rename')),
  takes_effect_on date not null,
  decision_number text not null check (btrim(decision_number) <> ''),
  decided_on date not null check (decided_on <= takes_effect_on),
  recorded_by uuid,
  recorded_at timestamptz not null,
  -- Null: its day has not come.
  took_effect_at timestamptz,
  unique (agency_id, id)
);
create index unit_change_due on unit_change (takes_effect_on) where took_effect_at is null;

create table unit_change_source (
  agency_id uuid not null,
  change_id uuid not null,
  unit_id uuid not null,
  -- What a renamed unit was called until the day.
  name_before text check (name_before <> ''),
  short_name_before text,
  primary key (change_id, unit_id),
  foreign key (agency_id, change_id) references unit_change (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade
);
create index unit_change_source_by_unit on unit_change_source (unit_id);

create table unit_change_target (
  agency_id uuid not null,
  change_id uuid not null,
  -- The first one takes over what nobody gave to another.
  position integer not null,
  -- Null: a unit that comes into being on the day, or the new name of the source.
  unit_id uuid,
  name text check (name <> ''),
  short_name text check (short_name <> ''),
  kind text check (kind in ('leadership', 'office', 'division', 'affiliated')),
  primary key (change_id, position),
  unique (change_id, unit_id),
  check (unit_id is not null or (name is not null and short_name is not null and kind is not null)),
  foreign key (agency_id, change_id) references unit_change (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade
);

-- Where people of a unit that is split go, other than to the first.
create table unit_change_person (
  agency_id uuid not null,
  change_id uuid not null,
  person_id uuid not null,
  position integer not null,
  primary key (change_id, person_id),
  foreign key (agency_id, change_id) references unit_change (agency_id, id) on delete cascade,
  foreign key (change_id, position) references unit_change_target (change_id, position) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade
);

-- Who answers for a unit that is no more, over however many changes.
create view unit_heir as
  with recursive step (agency_id, unit_id, heir_id) as (
    select s.agency_id, s.unit_id, t.unit_id
    from unit_change c
      join unit_change_source s on s.change_id = c.id
      join unit_change_target t on t.change_id = c.id
    where c.took_effect_at is not null and c.kind <> 'rename'
  ), heir (agency_id, unit_id, heir_id) as (
    select agency_id, unit_id, heir_id from step
    union
    select h.agency_id, h.unit_id, s.heir_id from heir h join step s on s.unit_id = h.heir_id
  )
  select agency_id, unit_id, heir_id from heir;

create function refuse_heirs_in_a_circle() returns trigger language plpgsql as $$
begin
  if exists (select from unit_heir where unit_id = heir_id) then
    raise exception 'a unit would be its own heir' using errcode = 'check_violation', constraint = 'no_heirs_in_a_circle';
  end if;
  return null;
end $$;
create constraint trigger no_heirs_in_a_circle after insert or update of took_effect_at on unit_change
  for each row when (new.took_effect_at is not null) execute function refuse_heirs_in_a_circle();

-- What is new goes to units in force; a unit that is being closed is waited for.
create function demand_unit_in_force() returns trigger language plpgsql as $$
declare
  wanted uuid := (to_jsonb(new) ->> tg_argv[0])::uuid;
  closed date;
begin
  select closed_on into closed from unit where id = wanted for share;
  if closed < (now() at time zone 'Asia/Ho_Chi_Minh')::date then
    raise exception 'the unit is closed since %', closed using errcode = 'check_violation', constraint = 'unit_in_force';
  end if;
  return new;
end $$;
create trigger task_of_a_unit_in_force before insert on task
  for each row when (new.lead_unit_id is not null) execute function demand_unit_in_force('lead_unit_id');
create trigger task_to_a_unit_in_force before update of lead_unit_id on task
  for each row when (new.lead_unit_id is distinct from old.lead_unit_id and new.lead_unit_id is not null)
  execute function demand_unit_in_force('lead_unit_id');
create trigger coordinating_unit_in_force before insert on task_coordinating_unit
  for each row execute function demand_unit_in_force('unit_id');
create trigger obligation_of_a_unit_in_force before insert on obligation_unit
  for each row execute function demand_unit_in_force('unit_id');
create trigger distribution_to_a_unit_in_force before insert on plan_distribution
  for each row execute function demand_unit_in_force('unit_id');
create trigger difficulty_of_a_unit_in_force before insert on difficulty
  for each row execute function demand_unit_in_force('unit_id');
create trigger report_of_a_unit_in_force before insert on unit_report
  for each row execute function demand_unit_in_force('unit_id');
create trigger content_of_a_unit_in_force before insert on content_item
  for each row execute function demand_unit_in_force('unit_id');

-- Which unit answered for a task or an obligation until a change, and which one took it over.
create table unit_duty_before (
  id uuid primary key,
  agency_id uuid not null,
  change_id uuid not null,
  unit_id uuid not null,
  heir_id uuid not null,
  -- Last day under the old unit.
  until date not null,
  task_id uuid,
  obligation_id uuid,
  -- It helped another unit with the task.
  coordinating boolean not null default false,
  -- The heir had part in it already.
  shared boolean not null default false,
  check (num_nonnulls(task_id, obligation_id) = 1),
  check (not coordinating or task_id is not null),
  check (unit_id <> heir_id),
  unique nulls not distinct (change_id, unit_id, task_id, obligation_id, coordinating),
  foreign key (agency_id, change_id) references unit_change (agency_id, id) on delete cascade,
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade,
  foreign key (agency_id, heir_id) references unit (agency_id, id) on delete cascade,
  foreign key (agency_id, task_id) references task (agency_id, id) on delete cascade,
  foreign key (agency_id, obligation_id) references obligation (agency_id, id) on delete cascade
);
create index unit_duty_before_by_task on unit_duty_before (task_id);
create index unit_duty_before_by_obligation on unit_duty_before (obligation_id);

grant select, insert, delete on unit_change, unit_change_source, unit_change_target, unit_change_person to gandan_serving;
grant update (took_effect_at) on unit_change to gandan_serving;
grant update (name_before, short_name_before) on unit_change_source to gandan_serving;
grant update (unit_id) on unit_change_target to gandan_serving;
grant select on unit_heir to gandan_serving;
grant select, insert on unit_duty_before to gandan_serving;
-- A request to acknowledge that the heir has as well is asked for once.
grant delete on plan_distribution to gandan_serving;
