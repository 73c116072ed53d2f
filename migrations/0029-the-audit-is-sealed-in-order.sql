-- Every entry of the audit gets a seal: a fingerprint of the entry, chained to the seal before it. Entries wait here
-- until their transaction is committed and the sealer comes by, so that writers never wait for each other.
create table audit_unsealed (
  number bigint generated always as identity primary key,
  entry_id uuid not null unique references audit_entry (id) on delete cascade,
  -- The entry's own moment may be another: the sample is loaded with days of its own.
  since timestamptz not null default clock_timestamp()
);
grant select on audit_unsealed to gandan_serving;

-- What names the entry stays in its seal, also when the entry itself is no longer kept. The serving role can only read
-- seals; they are made by seal_audit alone.
create table audit_seal (
  position bigint primary key check (position > 0),
  entry_id uuid not null unique,
  entry_agency_id uuid,
  entry_at timestamptz not null,
  entry_act text not null,
  digest bytea not null check (length(digest) = 32),
  -- The entry was not committed yet when the seals of this moment were made; null for those sealed first of all.
  sealed_after timestamptz,
  sealed_at timestamptz not null,
  hash bytea not null unique check (length(hash) = 32)
);
create index audit_seal_by_agency on audit_seal (entry_agency_id, position);
grant select on audit_seal to gandan_serving;

create function audit_entry_digest(entry audit_entry) returns bytea
language sql stable set search_path = public, pg_temp as $$
  select sha256(convert_to(jsonb_build_array(
    entry.id, extract(epoch from entry.at), entry.agency_id, entry.person_id, entry.person_name, entry.act,
    entry.object_kind, entry.object_id, entry.before, entry.after, entry.reason)::text, 'UTF8'))
$$;

create function audit_seal_hash(previous bytea, seal audit_seal) returns bytea
language sql stable set search_path = public, pg_temp as $$
  select sha256(previous || convert_to(jsonb_build_array(
    seal.position, seal.entry_id, seal.entry_agency_id, extract(epoch from seal.entry_at), seal.entry_act,
    encode(seal.digest, 'hex'), extract(epoch from seal.sealed_after), extract(epoch from seal.sealed_at))::text, 'UTF8'))
$$;

create function await_seal() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit_unsealed (entry_id) values (new.id);
  return null;
end $$;
revoke all on function await_seal() from public;
create trigger entries_await_their_seal after insert on audit_entry for each row execute function await_seal();

-- Seals what is committed and waits, at most `most` entries; gives how many. One caller at a time: the others get 0.
create function seal_audit(most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  entry audit_entry;
  seal audit_seal;
  last audit_seal;
  moment timestamptz := clock_timestamp();
  earlier timestamptz;
  sealed integer := 0;
begin
  if not pg_try_advisory_xact_lock(hashtext('gandan.seal-audit')) then
    return 0;
  end if;
  select * into last from audit_seal order by position desc limit 1;
  earlier := last.sealed_at;
  for entry in
    with taken as (
      delete from audit_unsealed where number in (select number from audit_unsealed order by number limit most)
      returning number, entry_id)
    select e.* from taken t join audit_entry e on e.id = t.entry_id order by t.number
  loop
    seal.position := coalesce(last.position, 0) + 1;
    seal.entry_id := entry.id;
    seal.entry_agency_id := entry.agency_id;
    seal.entry_at := entry.at;
    seal.entry_act := entry.act;
    seal.digest := audit_entry_digest(entry);
    seal.sealed_after := earlier;
    seal.sealed_at := moment;
    seal.hash := audit_seal_hash(coalesce(last.hash, ''), seal);
    insert into audit_seal select seal.*;
    last := seal;
    sealed := sealed + 1;
  end loop;
  return sealed;
end $$;
revoke all on function seal_audit(integer) from public;
grant execute on function seal_audit(integer) to gandan_serving;

insert into audit_unsealed (entry_id) select id from audit_entry order by at, id;
select seal_audit(2147483647);
