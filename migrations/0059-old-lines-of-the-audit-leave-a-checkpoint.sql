-- What stands in place of the oldest part of the audit once it was taken out: the last seal of that part. The chain
-- goes on from its hash; the act that took the part out is in the audit and names the same hash.
create table audit_checkpoint (
  position bigint primary key check (position > 0),
  hash bytea not null unique check (length(hash) = 32),
  -- How many entries were taken out by this act, and until which moment.
  entries bigint not null check (entries >= 0),
  until timestamptz not null,
  made_at timestamptz not null
);
grant select on audit_checkpoint to gandan_serving;

-- Takes out the entries before a moment, as far as they stand at the beginning of the chain without a gap; gives the
-- checkpoint, or nothing where there is nothing to take. The owner's alone, never for what is younger than two years;
-- the newest seal stays.
create function purge_audit(before timestamptz) returns setof audit_checkpoint
language plpgsql set search_path = public, pg_temp as $$
declare
  edge bigint;
  made audit_checkpoint;
begin
  if before > now() - interval '2 years' then
    raise exception 'the audit of the last two years is kept';
  end if;
  perform pg_advisory_xact_lock(hashtext('gandan.seal-audit'));
  select coalesce(
    (select min(s.position) from audit_seal s where s.entry_at >= before),
    (select max(s.position) from audit_seal s)) - 1 into edge;
  edge := least(edge, (select max(s.position) - 1 from audit_seal s));
  select s.position, s.hash into made.position, made.hash from audit_seal s where s.position = edge;
  if not found then
    return;
  end if;
  delete from audit_entry e using audit_seal s where s.entry_id = e.id and s.position <= edge;
  get diagnostics made.entries = row_count;
  delete from audit_seal s where s.position <= edge;
  made.until := before;
  made.made_at := now();
  insert into audit_checkpoint select made.*;
  return next made;
end $$;
revoke all on function purge_audit(timestamptz) from public;
