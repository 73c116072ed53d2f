-- Which draft of the newsroom answers a question that several people asked: whoever asked it is in no second one.
create table feedback_question_draft (
  agency_id uuid not null references agency (id) on delete cascade,
  feedback_id uuid not null,
  content_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (agency_id, feedback_id),
  foreign key (agency_id, feedback_id) references feedback (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, content_id) references content_item (agency_id, id) deferrable initially deferred,
  foreign key (agency_id, made_by) references person (agency_id, id)
);
create index feedback_question_draft_of_content on feedback_question_draft (agency_id, content_id);

grant select, insert on feedback_question_draft to gandan_serving;
