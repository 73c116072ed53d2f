/** @jsxImportSource hono/jsx */
import { audiences, type Level, levelLabels, type PublicEvent, type PublicProcedure } from "../published.ts";

/** What people narrow the list by; "" where they did not. */
export interface Wanted {
  words: string;
  field: string;
  audience: string;
  level: string;
  /** End of the address of a life event. */
  event: string;
}

export const nothingWanted: Wanted = { words: "", field: "", audience: "", level: "", event: "" };

export const FINDER_PATH = "/thu-tuc";

/** Address of the list as it is narrowed. */
export function finderPath({ words, field, audience, level, event }: Wanted, page = 1): string {
  const query = new URLSearchParams();
  if (words) query.set("tu-khoa", words);
  if (event) query.set("su-kien", event);
  if (field) query.set("linh-vuc", field);
  if (audience) query.set("doi-tuong", audience);
  if (level) query.set("cap", level);
  if (page > 1) query.set("trang", String(page));
  return query.size > 0 ? `${FINDER_PATH}?${query}` : FINDER_PATH;
}

const inVietnamese = (a: string, b: string) => a.localeCompare(b, "vi");

export const fieldsOf = (procedures: PublicProcedure[]): string[] =>
  [...new Set(procedures.map(({ record }) => record.field).filter(Boolean))].toSorted(inVietnamese);

/** Those that some procedure is for: as the national database names them first, then others. */
const audiencesOf = (procedures: PublicProcedure[]): string[] => {
  const present = new Set(procedures.flatMap(({ record }) => record.audience));
  const known = audiences.filter((name) => present.has(name));
  return [...known, ...[...present].filter((name) => !(audiences as readonly string[]).includes(name))];
};

function Choice({
  name,
  label,
  all,
  value,
  options,
}: {
  name: string;
  label: string;
  all: string;
  value: string;
  options: { value: string; label: string }[];
}) {
  return (
    <p class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </p>
  );
}

const named = (names: string[]) => names.map((name) => ({ value: name, label: name }));

/** A form that asks the server: it works without JavaScript, and its address can be sent. */
export function Finder({
  procedures,
  events,
  wanted,
}: {
  procedures: PublicProcedure[];
  events: PublicEvent[];
  wanted: Wanted;
}) {
  const levels = (Object.keys(levelLabels) as Level[]).filter((level) =>
    procedures.some(({ record }) => record.level === level),
  );
  return (
    <form class="filter finder" action={FINDER_PATH} method="get">
      <p class="field field-wide">
        <label for="tu-khoa">Bạn cần làm việc gì?</label>
        <input
          id="tu-khoa"
          name="tu-khoa"
          type="search"
          value={wanted.words}
          maxlength={200}
          placeholder="Ví dụ: tổ chức lễ hội, biểu diễn, mã thủ tục"
        />
      </p>
      {events.length > 0 && (
        <Choice
          name="su-kien"
          label="Việc, sự kiện"
          all="Tất cả"
          value={wanted.event}
          options={events.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
      <Choice
        name="linh-vuc"
        label="Lĩnh vực"
        all="Tất cả lĩnh vực"
        value={wanted.field}
        options={named(fieldsOf(procedures))}
      />
      <Choice
        name="doi-tuong"
        label="Bạn là"
        all="Tất cả đối tượng"
        value={wanted.audience}
        options={named(audiencesOf(procedures))}
      />
      {levels.length > 1 && (
        <Choice
          name="cap"
          label="Cấp thực hiện"
          all="Tất cả các cấp"
          value={wanted.level}
          options={levels.map((level) => ({ value: level, label: levelLabels[level] }))}
        />
      )}
      <p class="field">
        <button type="submit">Tìm thủ tục</button>
      </p>
    </form>
  );
}
