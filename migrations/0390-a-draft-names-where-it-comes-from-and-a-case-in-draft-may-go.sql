-- Where a text of the newsroom comes from that another part of the system began: a way back that people follow.
create table content_origin (
  item_id uuid primary key,
  agency_id uuid not null references agency (id) on delete cascade,
  label text not null check (btrim(label) <> ''),
  -- An address of the workspace.
  href text not null check (href like '/%'),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade
);
grant select, insert on content_origin to gandan_serving;

insert into content_origin (item_id, agency_id, label, href)
  select content_id, agency_id, 'Trường hợp trước và sau: ' || title, '/phan-anh/truoc-sau/' || id
  from feedback_case where content_id is not null;
insert into content_origin (item_id, agency_id, label, href)
  select d.content_id, d.agency_id,
    'Phản ánh, kiến nghị được hỏi nhiều: ' || string_agg(f.code, ', ' order by f.received_at, f.id), '/phan-anh/hoi-nhieu'
  from feedback_question_draft d join feedback f on f.id = d.feedback_id
  group by d.content_id, d.agency_id
  on conflict do nothing;

-- What was approved once stands in reports, and its return with it: only what never was may be thrown away.
alter table feedback_case add column first_approved_at timestamptz;
update feedback_case set first_approved_at = coalesce(decided_at, submitted_at)
  where state in ('approved', 'returned') or content_id is not null;
alter table feedback_case add constraint feedback_case_was_approved
  check (state <> 'approved' or first_approved_at is not null);

create function guard_feedback_case_goes() returns trigger language plpgsql as $$
begin
  -- An agency that is removed takes all with it.
  if exists (select from agency a where a.id = old.agency_id)
    and (old.state not in ('draft', 'returned') or old.first_approved_at is not null or old.content_id is not null) then
    raise exception 'only a draft is thrown away' using errcode = 'check_violation', constraint = 'feedback_case_goes_as_draft';
  end if;
  return old;
end $$;
create trigger feedback_case_goes before delete on feedback_case
  for each row execute function guard_feedback_case_goes();
grant delete on feedback_case to gandan_serving;
