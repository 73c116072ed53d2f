-- What authors get for a product, by rates that the agency keeps as data. Money is whole đồng, coefficients are hundredths.
create table royalty_table (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  name text not null check (btrim(name) <> ''),
  -- The decision that sets it.
  basis text not null check (btrim(basis) <> ''),
  -- What one whole coefficient is worth.
  unit_value bigint not null check (unit_value between 1 and 999999999999),
  -- Amounts are rounded to a multiple of this, half up.
  rounding integer not null check (rounding in (1, 100, 1000, 10000)),
  valid_from date not null,
  valid_to date,
  unique (agency_id, id),
  check (valid_to is null or valid_to >= valid_from),
  constraint royalty_table_one_at_a_time exclude using gist (
    agency_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create table royalty_rate (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  table_id uuid not null,
  -- A kind of content.
  kind text not null,
  grade text not null check (btrim(grade) <> ''),
  least integer not null check (least > 0),
  most integer not null check (most <= 100000),
  unique (agency_id, id),
  unique (table_id, id),
  unique (table_id, kind, grade),
  check (least <= most),
  foreign key (agency_id, table_id) references royalty_table (agency_id, id) on delete cascade
);

create table royalty (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  item_id uuid not null,
  line_id uuid not null,
  rate_id uuid not null,
  -- As they were when it was proposed.
  unit_value bigint not null check (unit_value > 0),
  rounding integer not null check (rounding > 0),
  coefficient integer not null check (coefficient > 0),
  amount bigint not null check (amount > 0),
  note text not null default '',
  state text not null check (state in ('proposed', 'approved', 'refused')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  decision_words text not null default '',
  unique (agency_id, id),
  foreign key (agency_id, item_id) references content_item (agency_id, id),
  foreign key (agency_id, line_id) references budget_line (agency_id, id) on delete cascade,
  foreign key (agency_id, rate_id) references royalty_rate (agency_id, id),
  foreign key (agency_id, proposed_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, decided_by) references person (agency_id, id) deferrable initially deferred,
  -- Half up to a multiple of the rounding: the same as in code.
  constraint royalty_is_worked_out check (
    amount = (unit_value * coefficient + 50 * rounding::bigint) / (100 * rounding::bigint) * rounding),
  constraint royalty_by_a_second_person check (decided_by <> proposed_by),
  constraint royalty_whole check (num_nonnulls(decided_by, decided_at) = case state when 'proposed' then 0 else 2 end)
);
-- One royalty for a product: what was refused may be proposed anew.
create unique index royalty_once on royalty (item_id) where state <> 'refused';

create table royalty_share (
  agency_id uuid not null references agency (id) on delete cascade,
  royalty_id uuid not null,
  position integer not null,
  -- Null: somebody outside, by name.
  person_id uuid,
  name text not null check (btrim(name) <> ''),
  -- Hundredths of a percent.
  part integer not null check (part between 1 and 10000),
  amount bigint not null check (amount >= 0),
  primary key (royalty_id, position),
  unique (royalty_id, name),
  foreign key (agency_id, royalty_id) references royalty (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) deferrable initially deferred
);

alter table budget_expense add column royalty_id uuid;
alter table budget_expense add foreign key (agency_id, royalty_id) references royalty (agency_id, id);
alter table budget_expense add constraint budget_expense_royalty_whole check (
  royalty_id is null or reverses_id is not null or taken_back in (0, amount));
-- A royalty is paid once; taken back as a whole it may be paid anew.
create unique index budget_expense_royalty_once on budget_expense (royalty_id)
  where royalty_id is not null and reverses_id is null and taken_back < amount;

-- Shares are the whole, to the last đồng; looked at when the act is over.
create function demand_whole_shares() returns trigger language plpgsql as $$
begin
  if exists (
    select from royalty r
    where r.id = new.royalty_id and (
      r.amount <> (select coalesce(sum(amount), 0) from royalty_share s where s.royalty_id = r.id)
      or 10000 <> (select coalesce(sum(part), 0) from royalty_share s where s.royalty_id = r.id))) then
    raise exception 'shares do not make the whole' using errcode = 'check_violation', constraint = 'royalty_shares_are_whole';
  end if;
  return null;
end $$;
create constraint trigger royalty_shares_whole after insert on royalty_share
  deferrable initially deferred for each row execute function demand_whole_shares();

-- A payment names an approved royalty and is all of it.
create function demand_approved_royalty() returns trigger language plpgsql as $$
declare
  owed royalty;
begin
  if new.royalty_id is null or new.reverses_id is not null then
    return new;
  end if;
  select * into owed from royalty where id = new.royalty_id for update;
  if owed.state <> 'approved' or owed.amount <> new.amount or owed.line_id <> new.line_id then
    raise exception 'only an approved royalty is paid, as a whole' using errcode = 'check_violation', constraint = 'royalty_is_approved';
  end if;
  return new;
end $$;
create trigger budget_expense_of_royalty before insert on budget_expense
  for each row execute function demand_approved_royalty();

-- What was decided stands.
create function guard_royalty() returns trigger language plpgsql as $$
begin
  if old.state <> 'proposed' then
    raise exception 'a decision stands' using errcode = 'check_violation', constraint = 'royalty_is_decided';
  end if;
  return new;
end $$;
create trigger royalty_guarded before update on royalty for each row execute function guard_royalty();

grant select, insert, update on royalty_table to gandan_serving;
grant select, insert, delete on royalty_rate to gandan_serving;
grant select, insert on royalty, royalty_share to gandan_serving;
grant update (state, decided_by, decided_at, decision_words) on royalty to gandan_serving;
