-- Whether an artificial intelligence had a part in the text: none, assisted or generated, with which tool, what for, who
-- checked it, and the label that the public reads. Null: nobody has said yet. It is part of the text that is approved.
alter table content_revision add column ai_use jsonb check (
  ai_use is null or (
    jsonb_typeof(ai_use) = 'object' and ai_use->>'use' in ('none', 'assisted', 'generated')
  )
);
