-- A link may lead nowhere tomorrow: what citizens are saved is approved with the file of its source beside it.
create or replace function guard_citizen_saving() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'proposed' then
      raise exception 'a saving begins as a proposal' using errcode = 'check_violation', constraint = 'citizen_saving_begins';
    end if;
    return new;
  end if;
  if old.state in ('refused', 'withdrawn') or (old.state = 'approved' and (
    new.state <> 'withdrawn' or
    (to_jsonb(new) - array['state', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason'])
      is distinct from (to_jsonb(old) - array['state', 'withdrawn_by', 'withdrawn_at', 'withdrawn_reason']))) then
    raise exception 'a decision stands' using errcode = 'check_violation', constraint = 'citizen_saving_is_decided';
  end if;
  if new.state = 'withdrawn' and old.state <> 'approved' then
    raise exception 'only what was approved is withdrawn' using errcode = 'check_violation', constraint = 'citizen_saving_is_decided';
  end if;
  if new.state = 'approved' and old.state = 'proposed' and not exists (
    select from budget_document d where d.saving_id = new.id and d.added_at <= new.decided_at) then
    raise exception 'the file of its source is kept' using errcode = 'check_violation', constraint = 'citizen_saving_has_its_source';
  end if;
  return new;
end $$;

-- An approved royalty is owed until it is paid, or until it is cancelled with a reason; then it may be proposed anew.
alter table royalty drop constraint royalty_state_check;
alter table royalty add constraint royalty_state_check check (state in ('proposed', 'approved', 'refused', 'cancelled'));
alter table royalty add column cancelled_by uuid;
alter table royalty add column cancelled_at timestamptz;
alter table royalty add column cancelled_reason text not null default '';
alter table royalty add foreign key (agency_id, cancelled_by) references person (agency_id, id) deferrable initially deferred;
alter table royalty add constraint royalty_cancelled check (
  num_nonnulls(cancelled_by, cancelled_at) = case state when 'cancelled' then 2 else 0 end
  and (state = 'cancelled') = (btrim(cancelled_reason) <> ''));
drop index royalty_once;
create unique index royalty_once on royalty (item_id) where state not in ('refused', 'cancelled');
grant update (cancelled_by, cancelled_at, cancelled_reason) on royalty to gandan_serving;

create or replace function guard_royalty() returns trigger language plpgsql as $$
begin
  if old.state = 'approved' and new.state = 'cancelled'
    and (to_jsonb(new) - array['state', 'cancelled_by', 'cancelled_at', 'cancelled_reason'])
      is not distinct from (to_jsonb(old) - array['state', 'cancelled_by', 'cancelled_at', 'cancelled_reason']) then
    if exists (select from budget_expense e where e.royalty_id = old.id and e.reverses_id is null
      and e.taken_back < e.amount and e.state not in ('refused', 'withdrawn')) then
      raise exception 'a paid royalty is not cancelled' using errcode = 'check_violation', constraint = 'royalty_is_paid';
    end if;
    return new;
  end if;
  if old.state <> 'proposed' or new.state = 'cancelled' then
    raise exception 'a decision stands' using errcode = 'check_violation', constraint = 'royalty_is_decided';
  end if;
  return new;
end $$;

-- The same as before, and an approved royalty that nobody has paid is open, too.
create or replace function guard_budget_closing() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'asked' then
      raise exception 'a closing is asked for' using errcode = 'check_violation', constraint = 'budget_closing_begins';
    end if;
    return new;
  end if;
  if (old.state, new.state) not in (('asked', 'closed'), ('asked', 'refused'), ('closed', 'reopened'))
    or (new.year, new.document_number, new.document_day, new.asked_by, new.asked_at)
      is distinct from (old.year, old.document_number, old.document_day, old.asked_by, old.asked_at) then
    raise exception 'a decision stands' using errcode = 'check_violation', constraint = 'budget_closing_is_decided';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('budget-year:' || new.agency_id || ':' || new.year, 0));
  if new.state = 'closed' and (
    exists (select from budget_proposal p where p.agency_id = new.agency_id and p.year = new.year and p.state = 'submitted')
    or exists (select from budget_commitment c join budget_line l on l.id = c.line_id
      where l.agency_id = new.agency_id and l.year = new.year and (c.state = 'pending' or (
        c.state in ('confirmed', 'earlier') and c.reduces_id is null and c.spent + c.reduced < c.amount)))
    or exists (select from budget_expense e join budget_line l on l.id = e.line_id
      where l.agency_id = new.agency_id and l.year = new.year and e.state = 'pending')
    or exists (select from royalty r join budget_line l on l.id = r.line_id
      where l.agency_id = new.agency_id and l.year = new.year and (r.state = 'proposed' or (
        r.state = 'approved' and not exists (select from budget_expense e where e.royalty_id = r.id
          and e.reverses_id is null and e.taken_back < e.amount and e.state not in ('refused', 'withdrawn')))))) then
    raise exception 'something of the year is open' using errcode = 'check_violation', constraint = 'budget_year_is_settled';
  end if;
  return new;
end $$;
