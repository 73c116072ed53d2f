-- Money for the plan: where it comes from, what it is meant for, and who has approved how much. Whole đồng, never a fraction.
create table budget_source (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  -- The decision that gives it, or whatever else it rests on.
  basis text not null default '',
  unique (agency_id, id),
  unique (agency_id, name)
);

-- A line of the estimate of a year. Its sums are kept by triggers alone.
create table budget_line (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  year integer not null check (year between 2000 and 2200),
  source_id uuid not null,
  name text not null check (btrim(name) <> ''),
  basis text not null default '',
  -- What of the plan it pays for.
  task_id uuid,
  obligation_id uuid,
  -- Null: no approval has reached it yet.
  approved_at timestamptz,
  approved bigint not null default 0 check (approved >= 0),
  adjusted bigint not null default 0,
  -- Commitments less what they were reduced by; all that was spent; of it what no commitment covers.
  committed bigint not null default 0 check (committed >= 0),
  spent bigint not null default 0 check (spent >= 0),
  direct bigint not null default 0 check (direct >= 0),
  unique (agency_id, id),
  unique (agency_id, year, source_id, name),
  foreign key (agency_id, source_id) references budget_source (agency_id, id),
  foreign key (agency_id, task_id) references task (agency_id, id),
  foreign key (agency_id, obligation_id) references obligation (agency_id, id),
  constraint budget_line_serves_the_plan check (num_nonnulls(task_id, obligation_id) = 1),
  constraint budget_line_keeps_within check (committed + direct <= approved + adjusted),
  constraint budget_line_is_countable check (approved + abs(adjusted) < 4000000000000000)
);
create index budget_line_of_task on budget_line (task_id);
create index budget_line_of_obligation on budget_line (obligation_id);

-- The estimate of a year, or an adjustment of it: written by some, approved by another, for good.
create table budget_proposal (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  year integer not null check (year between 2000 and 2200),
  kind text not null check (kind in ('estimate', 'adjustment')),
  title text not null check (btrim(title) <> ''),
  reason text not null default '',
  state text not null check (state in ('draft', 'submitted', 'approved', 'returned')),
  -- All who wrote any of it: none of them decides.
  writers uuid[] not null,
  made_at timestamptz not null,
  submitted_by uuid,
  submitted_at timestamptz,
  decided_by uuid,
  decided_at timestamptz,
  decision_words text not null default '',
  -- The paper of the decision, where there is one.
  document_number text not null default '',
  document_day date,
  unique (agency_id, id),
  foreign key (agency_id, submitted_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, decided_by) references person (agency_id, id) deferrable initially deferred,
  constraint budget_proposal_by_a_second_person check (decided_by is null or not decided_by = any (writers)),
  constraint budget_proposal_whole check (
    num_nonnulls(submitted_by, submitted_at) = case state when 'draft' then 0 else 2 end
    and num_nonnulls(decided_by, decided_at) = case when state in ('approved', 'returned') then 2 else 0 end
  )
);

create table budget_change (
  agency_id uuid not null references agency (id) on delete cascade,
  proposal_id uuid not null,
  line_id uuid not null,
  -- What the line gets, or gives up.
  amount bigint not null check (amount <> 0 and abs(amount) < 1000000000000000),
  basis text not null default '',
  primary key (proposal_id, line_id),
  foreign key (agency_id, proposal_id) references budget_proposal (agency_id, id) on delete cascade,
  foreign key (agency_id, line_id) references budget_line (agency_id, id)
);
create index budget_change_of_line on budget_change (line_id);

-- A line begins empty; once approved its words stand, and it changes by adjustments alone.
create function guard_budget_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.approved_at is not null or (new.approved, new.adjusted, new.committed, new.spent, new.direct) <> (0, 0, 0, 0, 0) then
      raise exception 'a line begins empty' using errcode = 'check_violation', constraint = 'budget_line_begins_empty';
    end if;
    return new;
  end if;
  if old.approved_at is not null and (
    tg_op = 'DELETE' or (new.year, new.source_id, new.name, new.basis, new.task_id, new.obligation_id)
      is distinct from (old.year, old.source_id, old.name, old.basis, old.task_id, old.obligation_id)) then
    -- An agency that is removed takes all with it.
    if tg_op = 'DELETE' and not exists (select from agency where id = old.agency_id) then
      return old;
    end if;
    raise exception 'an approved line is not edited' using errcode = 'check_violation', constraint = 'budget_line_is_approved';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger budget_line_guarded before insert or update or delete on budget_line
  for each row execute function guard_budget_line();

create function guard_budget_change() returns trigger language plpgsql as $$
declare
  standing text;
begin
  -- An agency that is removed takes all with it.
  if tg_op = 'DELETE' and not exists (select from agency where id = old.agency_id) then
    return old;
  end if;
  select state into standing from budget_proposal
    where id = case tg_op when 'DELETE' then old.proposal_id else new.proposal_id end for share;
  if standing in ('submitted', 'approved') then
    raise exception 'what was handed in is not edited' using errcode = 'check_violation', constraint = 'budget_change_is_handed_in';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger budget_change_guarded before insert or update or delete on budget_change
  for each row execute function guard_budget_change();

-- Approved once, by the lines in one order so that two at the same moment wait for each other.
create function settle_budget_proposal() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if old.state = 'approved' then
    raise exception 'an approval stands' using errcode = 'check_violation', constraint = 'budget_proposal_is_approved';
  end if;
  if new.state = 'approved' then
    if old.state <> 'submitted' then
      raise exception 'only what was handed in is approved' using errcode = 'check_violation', constraint = 'budget_proposal_was_submitted';
    end if;
    perform from budget_line where id in (select line_id from budget_change where proposal_id = new.id) order by id for update;
    if new.kind = 'estimate' and exists (
      select from budget_change c join budget_line l on l.id = c.line_id
      where c.proposal_id = new.id and (l.approved_at is not null or c.amount < 0)) then
      raise exception 'a line is estimated once' using errcode = 'check_violation', constraint = 'budget_line_is_estimated_once';
    end if;
    update budget_line l set
      approved = l.approved + case new.kind when 'estimate' then c.amount else 0 end,
      adjusted = l.adjusted + case new.kind when 'adjustment' then c.amount else 0 end,
      approved_at = coalesce(l.approved_at, new.decided_at)
    from budget_change c where c.proposal_id = new.id and l.id = c.line_id;
  end if;
  return new;
end $$;
create trigger budget_proposal_settled after update on budget_proposal
  for each row execute function settle_budget_proposal();

grant select, insert, update on budget_source to gandan_serving;
grant select, insert, delete on budget_line to gandan_serving;
grant update (source_id, name, basis, task_id, obligation_id) on budget_line to gandan_serving;
grant select, insert, update on budget_proposal to gandan_serving;
grant select, insert, delete on budget_change to gandan_serving;
