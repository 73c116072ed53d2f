-- What a sender of feedback writes back is an addition to it, and needs no clerk to say so.
alter table feedback_mail drop constraint feedback_mail_state_check;
alter table feedback_mail add constraint feedback_mail_state_check
  check (state in ('waiting', 'taken', 'added', 'dismissed', 'redirected', 'automatic', 'unreadable'));
alter table feedback_mail drop constraint feedback_mail_taken_as_feedback;
alter table feedback_mail add constraint feedback_mail_taken_as_feedback
  check ((state in ('taken', 'added')) = (feedback_id is not null));
