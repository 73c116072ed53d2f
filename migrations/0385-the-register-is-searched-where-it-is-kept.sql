-- What the register is searched and narrowed by stands beside each version, worked out from it by the database itself,
-- so that a page of a long register is found without reading every record.

-- Without capitals, Vietnamese marks and đ: as people type who do not write them.
create function procedure_words_plain(words text) returns text language sql immutable strict parallel safe as $$
  select translate(lower(regexp_replace(normalize(words, nfd), '[\u0300-\u036f]', '', 'g')), 'đ', 'd')
$$;

create function procedure_words(name text, field text, keywords jsonb) returns text
  language sql immutable strict parallel safe as $$
  select procedure_words_plain(
    name || ' ' || field || coalesce((select ' ' || string_agg(word, ' ') from jsonb_array_elements_text(keywords) word), ''))
$$;

-- What Decree 63/2010 asks of every record and this one does not say, in the order of the decree.
create function procedure_missing(
  steps text, methods jsonb, components jsonb, audience jsonb, implementing_agency text, results jsonb
) returns text[] language sql immutable strict parallel safe as $$
  select array_remove(array[
    case when steps = '' then 'steps' end,
    case when methods = '[]' then 'methods' end,
    case when not jsonb_path_exists(components, '$[*].papers[*]') then 'components' end,
    case when methods = '[]'
      or jsonb_path_exists(methods, '$[*] ? (@.limitAmount == null && @.limitText == "")') then 'limits' end,
    case when audience = '[]' then 'audience' end,
    case when implementing_agency = '' then 'implementingAgency' end,
    case when results = '[]' then 'results' end
  ], null)
$$;

-- Forms that are named and have no file here.
create function procedure_missing_forms(components jsonb) returns integer
  language sql immutable strict parallel safe as $$
  select jsonb_array_length(jsonb_path_query_array(
    components, '$[*].papers[*] ? ((@.formName != "" || @.formUrl != null) && !exists(@.forms[*]))'))
$$;

alter table procedure_version
  add column words_plain text generated always as (procedure_words(name, field, keywords)) stored,
  add column missing text[]
    generated always as (procedure_missing(steps, methods, components, audience, implementing_agency, results)) stored,
  add column missing_forms integer generated always as (procedure_missing_forms(components)) stored;
