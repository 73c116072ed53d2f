-- Units and people that came from a list in one act: which line made whom, as it was written, so that the same line
-- adds nothing twice and the whole import can be taken back while nobody has used it.
create table roster_import (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  file_name text not null check (file_name <> ''),
  imported_by uuid not null,
  imported_at timestamptz not null default now(),
  undone_by uuid,
  undone_at timestamptz,
  unique (agency_id, id),
  foreign key (agency_id, imported_by) references person (agency_id, id),
  foreign key (agency_id, undone_by) references person (agency_id, id),
  constraint roster_import_undone_by_somebody check ((undone_by is null) = (undone_at is null))
);
create index roster_import_by_agency on roster_import (agency_id, imported_at desc);

create table roster_import_line (
  agency_id uuid not null references agency (id) on delete cascade,
  import_id uuid not null,
  line integer not null check (line > 0),
  unit_id uuid unique,
  person_id uuid unique,
  written jsonb not null,
  primary key (import_id, line),
  foreign key (agency_id, import_id) references roster_import (agency_id, id),
  foreign key (agency_id, unit_id) references unit (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade,
  constraint roster_import_line_made_one check (num_nonnulls(unit_id, person_id) = 1)
);

grant select, insert on roster_import, roster_import_line to gandan_serving;
grant update (undone_by, undone_at) on roster_import to gandan_serving;

-- The serving role cannot take out people and units but for this: those of one import, none of whom has been in.
create function take_back_roster(taken uuid) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  people uuid[];
  units uuid[];
  accounts text[];
begin
  if not exists (select from roster_import where id = taken and undone_at is null) then
    raise exception 'this import was taken back already';
  end if;
  select coalesce(array_agg(person_id) filter (where person_id is not null), '{}'),
      coalesce(array_agg(unit_id) filter (where unit_id is not null), '{}')
    into people, units from roster_import_line where import_id = taken;
  select coalesce(array_agg(user_id), '{}') into accounts
    from person where id = any (people) and user_id is not null;
  if exists (select from auth_session where user_id = any (accounts))
      or exists (select from auth_account where user_id = any (accounts) and password is not null) then
    raise exception 'somebody of this import has been in';
  end if;
  delete from person where id = any (people);
  delete from unit where id = any (units);
  delete from auth_user where id = any (accounts);
  delete from auth_verification where value = any (accounts) and identifier like 'reset-password:%';
end $$;
revoke all on function take_back_roster(uuid) from public;
grant execute on function take_back_roster(uuid) to gandan_serving;
