-- What an agency asks of new passwords, beyond what the installation asks of everybody; no row: no more than that.
create table password_rule (
  agency_id uuid primary key references agency (id) on delete cascade,
  min_length integer not null check (min_length between 10 and 64),
  kinds integer not null check (kinds between 1 and 4),
  remembered integer not null check (remembered between 0 and 10),
  max_days integer check (max_days between 1 and 3650),
  refused_words text[] not null default '{}'
);
grant select, insert, update, delete on password_rule to gandan_serving;

-- The last passwords of each account as they are kept, hashed, with the day from which they count. Whatever way a
-- password is set, the database writes it down here.
create table auth_password (
  id uuid primary key default gen_random_uuid(),
  user_id text not null references auth_user (id) on delete cascade,
  hash text not null,
  set_at timestamptz not null default clock_timestamp()
);
create index auth_password_by_user on auth_password (user_id, set_at);
grant select on auth_password to gandan_serving;

insert into auth_password (user_id, hash, set_at)
select user_id, password, updated_at from auth_account where password is not null;

create function remember_password() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.password is not null and (tg_op = 'INSERT' or new.password is distinct from old.password) then
    insert into auth_password (user_id, hash) values (new.user_id, new.password);
    delete from auth_password where id in (
      select id from auth_password where user_id = new.user_id order by set_at desc offset 10);
  end if;
  return null;
end $$;
revoke all on function remember_password() from public;
create trigger passwords_are_remembered after insert or update of password on auth_account
for each row execute function remember_password();

-- How a session began; where a second factor is asked for, it is the session that has one or not.
alter table auth_session add column signed_in_by text not null default 'password'
  check (signed_in_by in ('password', 'password-and-code', 'passkey', 'provider', 'provider-and-factor'));
update auth_session set signed_in_by = 'password-and-code'
where user_id in (select id from auth_user where two_factor_enabled);
