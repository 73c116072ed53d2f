-- Files of the library that go with a guidance letter.
create table press_letter_attachment (
  letter_id uuid not null,
  media_id uuid not null,
  agency_id uuid not null,
  place integer not null check (place >= 0),
  -- As it was when the letter was sent: kept for itself, whatever becomes of it in the library.
  file_id uuid,
  file_name text,
  content_type text,
  bytes integer check (bytes > 0),
  sha256 text,
  constraint press_letter_attachment_kept_whole check (num_nonnulls(file_id, file_name, content_type, bytes, sha256) in (0, 5)),
  primary key (letter_id, media_id),
  foreign key (agency_id, letter_id) references press_letter (agency_id, id) on delete cascade,
  foreign key (media_id) references media_asset (id) on delete cascade
);
grant select, insert, delete on press_letter_attachment to gandan_serving;
grant update (file_id, file_name, content_type, bytes, sha256) on press_letter_attachment to gandan_serving;

-- A letter that was sent is taken back with a reason, and replaced by one other at most.
alter table press_letter
  drop constraint press_letter_state_check,
  add constraint press_letter_state_check check (state in ('draft', 'sent', 'withdrawn')),
  drop constraint press_letter_sent_whole,
  add constraint press_letter_sent_whole
    check ((state <> 'draft') = (sent_at is not null) and (state <> 'draft') = (sent_by is not null)),
  add column withdrawn_at timestamptz,
  add column withdrawn_by uuid,
  add column withdrawn_why text check (btrim(withdrawn_why) <> ''),
  add constraint press_letter_withdrawn_whole
    check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_why) = case state when 'withdrawn' then 3 else 0 end),
  add constraint press_letter_withdrawn_by foreign key (agency_id, withdrawn_by)
    references person (agency_id, id) deferrable initially deferred,
  add column replaces_id uuid,
  -- Why the former is replaced.
  add column replaces_why text check (btrim(replaces_why) <> ''),
  add constraint press_letter_replaces foreign key (agency_id, replaces_id) references press_letter (agency_id, id),
  add constraint press_letter_replaces_another check (replaces_id <> id),
  add constraint press_letter_replaces_for_a_reason check (num_nonnulls(replaces_id, replaces_why) in (0, 2));
create unique index press_letter_replaced_once on press_letter (replaces_id);

-- What a mail is: the letter, what reminds of it, or what takes it back, once to each.
alter table press_letter_mail
  add column kind text not null default 'letter' check (kind in ('letter', 'reminder', 'withdrawal')),
  -- By which the thread is found again, whatever the connection says by then.
  add column message_id text,
  drop constraint press_letter_mail_state_check,
  add constraint press_letter_mail_state_check check (
    state in ('by-hand', 'waiting', 'sending', 'accepted', 'refused', 'doubt', 'left', 'returned', 'stopped')
  );
update press_letter_mail set kind = 'reminder' where round > 1;
alter table press_letter_mail alter column kind drop default;
create unique index press_letter_mail_withdrawn_once on press_letter_mail (recipient_id) where kind = 'withdrawal';

-- What was taken back is acknowledged no more; what was said before stays.
create function demand_a_letter_in_force() returns trigger language plpgsql as $$
begin
  if not exists (select 1 from press_letter l where l.id = new.letter_id and l.state = 'sent') then
    raise exception 'this letter is not in force' using errcode = 'check_violation', constraint = 'letter_in_force';
  end if;
  return new;
end $$;
create trigger press_letter_acknowledged_in_force before update of acknowledged_at on press_letter_recipient
  for each row when (new.acknowledged_at is not null and new.acknowledged_at is distinct from old.acknowledged_at)
  execute function demand_a_letter_in_force();
