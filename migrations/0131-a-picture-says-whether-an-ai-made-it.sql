-- What part an AI had in a picture itself; null: nobody has said. With which tool, and what the public reads under it.
alter table media_asset
  add column ai_part text check (ai_part in ('none', 'assisted', 'generated')),
  add column ai_tool text not null default '',
  add column ai_label text not null default '',
  add check (ai_part is null or sort = 'picture'),
  add check (ai_part in ('assisted', 'generated') is true or (ai_tool = '' and ai_label = '')),
  add check (ai_part in ('assisted', 'generated') is not true or ai_tool <> ''),
  add check (ai_part is distinct from 'generated' or ai_label <> '');
grant update (ai_part, ai_tool, ai_label) on media_asset to gandan_serving;
