-- Remarks on the language of a text are found anew each time; kept is which of them somebody set aside, and why. The
-- key names the words: when they change, the remark is another one.
create table remark_dismissal (
  agency_id uuid not null,
  item_id uuid not null,
  key text not null check (key ~ '^[0-9a-f]{14}$'),
  kind text not null,
  -- The words meant; of personal data only so much that they are known again.
  passage text not null,
  reason text not null check (btrim(reason) <> ''),
  dismissed_by uuid not null,
  dismissed_at timestamptz not null,
  primary key (item_id, key),
  foreign key (agency_id, item_id) references content_item (agency_id, id) on delete cascade,
  foreign key (agency_id, dismissed_by) references person (agency_id, id)
);

grant select, insert, update, delete on remark_dismissal to gandan_serving;
