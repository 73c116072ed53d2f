-- Accounts, sessions and one-time links, in the shape that better-auth keeps.
create table auth_user (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_session (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Idle time-out: a session unused for half an hour is over although it has not expired.
  last_seen_at timestamptz not null default now()
);
create index auth_session_by_user on auth_session (user_id);

create table auth_account (
  id text primary key,
  user_id text not null references auth_user (id) on delete cascade,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);

create table auth_verification (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verification_by_identifier on auth_verification (identifier);

-- Failed sign-ins of the last minutes: what locks an account or an address out.
create table sign_in_failure (
  id uuid primary key,
  email text not null,
  address text not null,
  at timestamptz not null default now()
);
create index sign_in_failure_by_email on sign_in_failure (email, at);
create index sign_in_failure_by_address on sign_in_failure (address, at);

alter table person add foreign key (user_id) references auth_user (id);

-- The code printed at the first start outside sample mode; one row, gone once used.
create table first_run_code (
  only_row boolean primary key default true check (only_row),
  code_hash text not null,
  made_at timestamptz not null default now()
);

-- One notice for a person and a cause, however often it is told.
create table notice (
  id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  person_id uuid not null,
  cause text not null,
  kind text not null,
  title text not null,
  href text not null,
  at timestamptz not null default now(),
  read_at timestamptz,
  unique (person_id, cause),
  foreign key (agency_id, person_id) references person (agency_id, id) on delete cascade
);
create index notice_by_person on notice (person_id, at desc);

-- Mail to send, each once: "sending" is written before the call goes out; what was being sent when the process
-- was killed becomes "unknown" and is never sent again blindly.
create table mail (
  id uuid primary key,
  agency_id uuid references agency (id) on delete cascade,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'unknown', 'refused')),
  attempts integer not null default 0,
  due_at timestamptz not null default now(),
  last_error text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index mail_due on mail (due_at) where state = 'pending';

grant select, insert, update, delete on auth_user, auth_session, auth_account, auth_verification, sign_in_failure, first_run_code to gandan_serving;
grant select, insert, update on notice, mail to gandan_serving;

-- Removing the sample department takes rights that the serving role does not have.
create function remove_sample_agency() returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  removed integer;
  accounts text[];
begin
  select coalesce(array_agg(p.user_id), '{}') into accounts
    from person p join agency a on a.id = p.agency_id where a.is_sample and p.user_id is not null;
  delete from audit_entry where agency_id in (select id from agency where is_sample);
  delete from agency where is_sample;
  get diagnostics removed = row_count;
  delete from auth_user where id = any (accounts);
  return removed;
end $$;
revoke all on function remove_sample_agency() from public;
grant execute on function remove_sample_agency() to gandan_serving;
