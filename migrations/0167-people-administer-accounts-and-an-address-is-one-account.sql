-- Who may sign in to an official account: people of the agency, since and until when.
create table account_administrator (
  id uuid primary key,
  agency_id uuid not null,
  account_id uuid not null,
  person_id uuid not null,
  since date not null,
  -- The last day; null: still.
  until date,
  added_by uuid not null,
  added_at timestamptz not null,
  ended_by uuid,
  foreign key (agency_id, account_id) references channel_account (agency_id, id) on delete cascade,
  foreign key (agency_id, person_id) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, added_by) references person (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, ended_by) references person (agency_id, id) deferrable initially deferred,
  constraint administrator_ends_after_beginning check (until is null or until >= since)
);
create unique index account_administrator_once on account_administrator (account_id, person_id) where until is null;
create index account_administrator_of_person on account_administrator (person_id);

-- Names were written down as text: they stand in the note until somebody says who they are.
update channel_account
set note = concat_ws(E'\n', nullif(btrim(note), ''), 'Người quản trị đã ghi trước đây: ' || btrim(administrators))
where btrim(administrators) <> '';
alter table channel_account
  drop column administrators,
  -- Beside the number of the decision its day, and since when the network shows the account as verified.
  add column decision_on date,
  add column verified_on date,
  add constraint verified_since_a_day check (verified_on is null or is_verified);

-- One and the same page, however its address is written.
create function account_address_key(address text) returns text language sql immutable as $$
  select nullif(
    regexp_replace(
      regexp_replace(
        regexp_replace(lower(btrim(address)), '^https?://(www\.|m\.|mobile\.|web\.)?', ''),
        '^fb\.com', 'facebook.com'),
      case when lower(address) ~ '/profile\.php\?id=' then '(&.*|#.*)$' else '/*([?#].*)?$' end, ''),
    '')
$$;
alter table channel_account
  add column address_key text generated always as (account_address_key(url)) stored,
  add column handle_key text generated always as (nullif(ltrim(lower(btrim(handle)), '@'), '')) stored,
  -- What the network itself calls the account.
  add column remote_id text,
  -- Entered before the same address was refused; told in the register until one of the two is closed or mended.
  add column is_twin boolean not null default false;
update channel_account twin set is_twin = true
where state <> 'closed' and exists (
  select from channel_account one
  where one.agency_id = twin.agency_id and one.network = twin.network and one.state <> 'closed'
    and (one.made_at, one.id) < (twin.made_at, twin.id)
    and (one.address_key = twin.address_key or one.handle_key = twin.handle_key));
create unique index channel_account_address_once on channel_account (agency_id, network, address_key) where state <> 'closed' and not is_twin;
create unique index channel_account_handle_once on channel_account (agency_id, network, handle_key) where state <> 'closed' and not is_twin;
create unique index channel_account_remote_once on channel_account (agency_id, network, remote_id) where state <> 'closed';

grant select, insert, update on account_administrator to gandan_serving;
