-- A person holds a role in a unit once at a time, and the roles that are of a unit name one.
create extension if not exists btree_gist;

-- What overlaps already becomes one appointment over the whole time.
create temporary table overlapping on commit drop as
  select distinct a.agency_id, a.person_id, a.unit_id, a.role
  from appointment a join appointment b on b.person_id = a.person_id and b.role = a.role
    and b.unit_id is not distinct from a.unit_id and b.id <> a.id
    and daterange(a.from_date, a.to_date, '[]') && daterange(b.from_date, b.to_date, '[]');
create temporary table merged on commit drop as
  select a.agency_id, a.person_id, a.unit_id, a.role, unnest(range_agg(daterange(a.from_date, a.to_date, '[]'))) as days
  from appointment a join overlapping o on o.person_id = a.person_id and o.role = a.role
    and o.unit_id is not distinct from a.unit_id
  group by a.agency_id, a.person_id, a.unit_id, a.role;
delete from appointment a using overlapping o
  where o.person_id = a.person_id and o.role = a.role and o.unit_id is not distinct from a.unit_id;
insert into appointment (id, agency_id, person_id, unit_id, role, from_date, to_date)
  select gen_random_uuid(), agency_id, person_id, unit_id, role, lower(days), upper(days) - 1 from merged;

-- One that has not begun can be taken back.
grant delete on appointment to gandan_serving;

alter table appointment
  add constraint appointment_once_at_a_time exclude using gist (
    person_id with =, role with =,
    (coalesce(unit_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =,
    daterange(from_date, to_date, '[]') with &&
  ),
  add constraint appointment_of_a_unit check (role not in ('contributor', 'head') or unit_id is not null);
