-- Two units of an agency that are in force never bear the same name or short name, whatever the capitals, spaces or
-- Unicode form: a task read from a plan finds its unit by name.
create function unit_name_key(name text) returns text
language sql immutable strict parallel safe
return lower(btrim(regexp_replace(normalize(name, NFC) collate "pg_c_utf8", '\s+', ' ', 'g')));

-- Those that do already are told apart by a number; the one that stands first keeps its name.
do $$
declare
  twice record;
  told integer;
begin
  for twice in
    select u.id, u.agency_id, u.name from unit u
    where u.closed_on is null and exists (
      select 1 from unit o
      where o.agency_id = u.agency_id and o.closed_on is null and unit_name_key(o.name) = unit_name_key(u.name)
        and (o.position, o.id) < (u.position, u.id))
    order by u.agency_id, u.position, u.id
  loop
    told := 2;
    while exists (
      select 1 from unit o
      where o.agency_id = twice.agency_id and o.closed_on is null
        and unit_name_key(o.name) = unit_name_key(twice.name || ' (' || told || ')'))
    loop
      told := told + 1;
    end loop;
    update unit set name = twice.name || ' (' || told || ')' where id = twice.id;
  end loop;
  for twice in
    select u.id, u.agency_id, u.short_name from unit u
    where u.closed_on is null and exists (
      select 1 from unit o
      where o.agency_id = u.agency_id and o.closed_on is null
        and unit_name_key(o.short_name) = unit_name_key(u.short_name) and (o.position, o.id) < (u.position, u.id))
    order by u.agency_id, u.position, u.id
  loop
    told := 2;
    while exists (
      select 1 from unit o
      where o.agency_id = twice.agency_id and o.closed_on is null
        and unit_name_key(o.short_name) = unit_name_key(twice.short_name || told))
    loop
      told := told + 1;
    end loop;
    update unit set short_name = twice.short_name || told where id = twice.id;
  end loop;
end $$;

create unique index unit_name_once on unit (agency_id, unit_name_key(name)) where closed_on is null;
create unique index unit_short_name_once on unit (agency_id, unit_name_key(short_name)) where closed_on is null;
