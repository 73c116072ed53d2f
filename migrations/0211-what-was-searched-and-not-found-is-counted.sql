-- What readers of the portal looked for in vain, a row for the words and the day: how often, and nothing of who. What
-- may tell of a person (a telephone number, an address, an identity number) is never written.
create table missed_search (
  agency_id uuid not null references agency (id) on delete cascade,
  day date not null,
  words text not null check (char_length(words) between 2 and 80),
  times integer not null default 1 check (times > 0),
  primary key (agency_id, day, words)
);
grant select, insert, update, delete on missed_search to gandan_serving;

-- What an editor said of them: there is an answer now, or it is no matter of ours; what is missed again later counts anew.
create table missed_search_decision (
  agency_id uuid not null references agency (id) on delete cascade,
  words text not null,
  outcome text not null check (outcome in ('settled', 'suggested')),
  note text not null default '',
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (agency_id, words),
  foreign key (agency_id, decided_by) references person (agency_id, id)
);
grant select, insert, update, delete on missed_search_decision to gandan_serving;
