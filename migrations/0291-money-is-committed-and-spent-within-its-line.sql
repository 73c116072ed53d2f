-- What was promised to others and what was paid. Both only grow: what is taken back is a row of its own.
create table budget_commitment (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  line_id uuid not null,
  -- Takes from that one; the amount is negative then.
  reduces_id uuid,
  what text not null check (btrim(what) <> ''),
  partner text not null check (btrim(partner) <> ''),
  number text not null check (btrim(number) <> ''),
  signed_on date not null,
  amount bigint not null check (amount <> 0 and abs(amount) < 1000000000000000),
  reason text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- Kept by triggers alone.
  reduced bigint not null default 0 check (reduced >= 0),
  spent bigint not null default 0 check (spent >= 0),
  unique (agency_id, id),
  unique (line_id, id),
  foreign key (agency_id, line_id) references budget_line (agency_id, id) on delete cascade,
  foreign key (line_id, reduces_id) references budget_commitment (line_id, id),
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred,
  constraint budget_commitment_sign check ((reduces_id is null) = (amount > 0)),
  constraint budget_commitment_reason check (reduces_id is null or btrim(reason) <> ''),
  constraint budget_commitment_keeps_within check (reduces_id is not null or spent + reduced <= amount)
);
create unique index budget_commitment_once on budget_commitment (agency_id, lower(number), lower(partner), signed_on)
  where reduces_id is null and reduced < amount;
create index budget_commitment_of_line on budget_commitment (line_id, signed_on);

create table budget_expense (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  line_id uuid not null,
  -- Null: paid without a commitment.
  commitment_id uuid,
  -- Takes back from that one; the amount is negative then.
  reverses_id uuid,
  what text not null check (btrim(what) <> ''),
  payee text not null check (btrim(payee) <> ''),
  document_number text not null check (btrim(document_number) <> ''),
  document_day date not null,
  paid_on date not null,
  amount bigint not null check (amount <> 0 and abs(amount) < 1000000000000000),
  reason text not null default '',
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  -- Kept by triggers alone.
  taken_back bigint not null default 0 check (taken_back >= 0),
  unique (agency_id, id),
  unique (line_id, id),
  foreign key (agency_id, line_id) references budget_line (agency_id, id) on delete cascade,
  foreign key (line_id, commitment_id) references budget_commitment (line_id, id),
  foreign key (line_id, reverses_id) references budget_expense (line_id, id),
  foreign key (agency_id, recorded_by) references person (agency_id, id) deferrable initially deferred,
  constraint budget_expense_sign check ((reverses_id is null) = (amount > 0)),
  constraint budget_expense_reason check (reverses_id is null or btrim(reason) <> ''),
  constraint budget_expense_keeps_within check (reverses_id is not null or taken_back <= amount)
);
-- The same paper pays the same payee from a line once.
create unique index budget_expense_once on budget_expense (line_id, lower(document_number), document_day, lower(payee))
  where reverses_id is null and taken_back < amount;
create index budget_expense_of_line on budget_expense (line_id, paid_on);
create index budget_expense_of_commitment on budget_expense (commitment_id);

-- Files of a decision, a contract, a voucher. The bytes lie in the file store under the id.
create table budget_document (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  proposal_id uuid,
  commitment_id uuid,
  expense_id uuid,
  file_name text not null check (file_name <> ''),
  content_type text not null,
  bytes integer not null check (bytes > 0),
  sha256 text not null,
  added_by uuid not null,
  added_at timestamptz not null,
  foreign key (agency_id, proposal_id) references budget_proposal (agency_id, id) on delete cascade,
  foreign key (agency_id, commitment_id) references budget_commitment (agency_id, id) on delete cascade,
  foreign key (agency_id, expense_id) references budget_expense (agency_id, id) on delete cascade,
  foreign key (agency_id, added_by) references person (agency_id, id) deferrable initially deferred,
  unique nulls not distinct (proposal_id, commitment_id, expense_id, sha256),
  constraint budget_document_of_one check (num_nonnulls(proposal_id, commitment_id, expense_id) = 1)
);

-- The line is taken first by all, so that what comes at the same moment waits and is then measured against what is left.
create function count_budget_commitment() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.reduced <> 0 or new.spent <> 0 then
    raise exception 'a commitment begins empty' using errcode = 'check_violation', constraint = 'budget_commitment_begins_empty';
  end if;
  perform from budget_line where id = new.line_id for update;
  if new.reduces_id is not null then
    if (select reduces_id from budget_commitment where id = new.reduces_id) is not null then
      raise exception 'a reduction is not reduced' using errcode = 'check_violation', constraint = 'budget_commitment_sign';
    end if;
    update budget_commitment set reduced = reduced - new.amount where id = new.reduces_id;
  end if;
  update budget_line set committed = committed + new.amount where id = new.line_id;
  return new;
end $$;
create trigger budget_commitment_counted before insert on budget_commitment
  for each row execute function count_budget_commitment();

create function count_budget_expense() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.taken_back <> 0 then
    raise exception 'an expense begins whole' using errcode = 'check_violation', constraint = 'budget_expense_begins_whole';
  end if;
  perform from budget_line where id = new.line_id for update;
  if new.reverses_id is not null then
    if (select reverses_id from budget_expense where id = new.reverses_id) is not null then
      raise exception 'what takes back is not taken back' using errcode = 'check_violation', constraint = 'budget_expense_sign';
    end if;
    update budget_expense set taken_back = taken_back - new.amount where id = new.reverses_id
      returning commitment_id into new.commitment_id;
  end if;
  if new.commitment_id is not null then
    if (select reduces_id from budget_commitment where id = new.commitment_id) is not null then
      raise exception 'a reduction pays nothing' using errcode = 'check_violation', constraint = 'budget_commitment_sign';
    end if;
    update budget_commitment set spent = spent + new.amount where id = new.commitment_id;
  end if;
  update budget_line set spent = spent + new.amount,
    direct = direct + case when new.commitment_id is null then new.amount else 0 end
  where id = new.line_id;
  return new;
end $$;
create trigger budget_expense_counted before insert on budget_expense
  for each row execute function count_budget_expense();

grant select, insert on budget_commitment, budget_expense, budget_document to gandan_serving;
