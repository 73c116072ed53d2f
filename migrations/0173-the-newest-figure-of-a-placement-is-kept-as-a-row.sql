-- Of each placement and metric the newest number that stands, so that boards over years need not look at every
-- reading. The database keeps it with each reading; nobody else writes it.
create table newest_figure (
  placement_id uuid not null,
  metric text not null,
  agency_id uuid not null,
  reading_id uuid not null,
  value bigint not null,
  taken_at timestamptz not null,
  day_only boolean not null,
  source text not null,
  definition_id uuid not null,
  recorded_at timestamptz not null,
  primary key (placement_id, metric),
  foreign key (agency_id, placement_id) references placement (agency_id, id) on delete cascade,
  foreign key (reading_id, placement_id, metric) references figure_reading (id, placement_id, metric)
    on delete cascade deferrable initially deferred
);

-- Puts a reading in its place if it is newer than the one that stands there. The row is locked in any case, so that
-- who puts a newest one right waits for who adds, and sees it.
create function keep_if_newest(r figure_reading) returns void language sql security definer set search_path = public, pg_temp as $$
  insert into newest_figure (placement_id, metric, agency_id, reading_id, value, taken_at, day_only, source, definition_id, recorded_at)
  values (r.placement_id, r.metric, r.agency_id, r.id, r.value, r.taken_at, r.day_only, r.source, r.definition_id, r.recorded_at)
  on conflict (placement_id, metric) do update set
    reading_id = excluded.reading_id, value = excluded.value, taken_at = excluded.taken_at, day_only = excluded.day_only,
    source = excluded.source, definition_id = excluded.definition_id, recorded_at = excluded.recorded_at
  where (excluded.taken_at, excluded.recorded_at, excluded.reading_id)
    > (newest_figure.taken_at, newest_figure.recorded_at, newest_figure.reading_id)
$$;

create function keep_newest_figure() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  best figure_reading;
begin
  if new.supersedes is not null then
    delete from newest_figure where reading_id = new.supersedes and placement_id = new.placement_id and metric = new.metric;
    if found then
      select r.* into best from figure_reading r
      where r.placement_id = new.placement_id and r.metric = new.metric and r.value is not null
        and not exists (select from figure_reading later where later.supersedes = r.id)
      order by r.taken_at desc, r.recorded_at desc, r.id desc limit 1;
      if found then
        perform keep_if_newest(best);
      end if;
      return null;
    end if;
  end if;
  if new.value is not null then
    perform keep_if_newest(new);
  end if;
  return null;
end $$;
create trigger figure_reading_may_be_newest after insert on figure_reading
  for each row execute function keep_newest_figure();

-- All of them anew, from the readings.
create function settle_newest_figures() returns void language sql as $$
  delete from newest_figure;
  insert into newest_figure (placement_id, metric, agency_id, reading_id, value, taken_at, day_only, source, definition_id, recorded_at)
  select distinct on (r.placement_id, r.metric)
    r.placement_id, r.metric, r.agency_id, r.id, r.value, r.taken_at, r.day_only, r.source, r.definition_id, r.recorded_at
  from figure_reading r
  where r.value is not null and not exists (select from figure_reading later where later.supersedes = r.id)
  order by r.placement_id, r.metric, r.taken_at desc, r.recorded_at desc, r.id desc
$$;
select settle_newest_figures();

revoke execute on function keep_if_newest(figure_reading), settle_newest_figures() from public;
grant select on newest_figure to gandan_serving;
