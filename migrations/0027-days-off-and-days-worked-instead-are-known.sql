-- Which days an agency does not work beside Saturday and Sunday, and which Saturdays or Sundays it works instead. Each
-- year's list is typed in or pasted by a person, who names what it rests on; no year is known by itself.
create table calendar_day (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  day date not null,
  kind text not null check (kind in ('off', 'worked')),
  name text not null check (name <> ''),
  source text check (source <> ''),
  unique (agency_id, day),
  constraint calendar_day_worked_at_weekends check (kind <> 'worked' or extract(isodow from day) >= 6)
);

grant select, insert, update, delete on calendar_day to gandan_serving;
