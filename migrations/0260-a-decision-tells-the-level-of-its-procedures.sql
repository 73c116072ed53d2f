-- Lists in decisions stand under headings by level; null: not said.
alter table procedure_decision_row
  add column level text check (level in ('ministry', 'province', 'district', 'commune', 'other'));
