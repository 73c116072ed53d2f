/** @jsxImportSource hono/jsx */
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Empty, Marked, Moment, PageLinks } from "#platform/http/portal-parts.tsx";
import { countMissed } from "#platform/search/count-missed.ts";
import { type Counts, countTexts, MOST_COUNTED } from "#platform/search/counts.ts";
import { type Finding, type FoundText, findTexts, TOLD_APART } from "#platform/search/find-texts.ts";
import { type Marker, markedText, markerOf, passageOf, shownTexts } from "#platform/search/passage.ts";
import { slugify } from "#platform/text/slugify.ts";
import { searchKinds } from "../search-kinds.ts";
import { SEARCH_PATH, type SearchWish, searchAddress, wishOf } from "./search-address.ts";

const PER_PAGE = 20;
const MOST_FIELDS = 8;

/** The search box; the only form that most people use here. */
export function SearchForm({ query = "", big = false }: { query?: string; big?: boolean }) {
  return (
    <search>
      <form class={big ? "search search-big" : "search"} action={SEARCH_PATH} method="get">
        <label for="q">Tìm thủ tục, văn bản, tin, bài và kế hoạch</label>
        <div class="field-row">
          <input id="q" name="q" type="search" value={query} maxlength={200} autocomplete="off" />
          <button type="submit">Tìm kiếm</button>
        </div>
      </form>
    </search>
  );
}

function Hit({ hit, text, marker }: { hit: FoundText; text: string; marker: Marker }) {
  const passage = passageOf(text, marker);
  return (
    <li>
      <h2 class="card-title">
        <a href={hit.address}>
          <Marked pieces={markedText(hit.title, marker)} />
        </a>
      </h2>
      <p class="card-facts">
        {hit.label}
        {hit.code && (
          <>
            <span aria-hidden="true"> · </span>
            {hit.code}
          </>
        )}
        <span aria-hidden="true"> · </span>
        <Moment at={hit.at} withHour={false} />
      </p>
      {passage.length > 0 && (
        <p class="card-summary">
          <Marked pieces={passage} />
        </p>
      )}
    </li>
  );
}

/** "1.234", "hơn 1.000", or, where counting stopped before all were seen, "ít nhất 37". */
const figure = (count: number, complete: boolean) => {
  if (complete) return countText(count);
  return count >= MOST_COUNTED ? `hơn ${countText(MOST_COUNTED)}` : `ít nhất ${countText(count)}`;
};

interface Choice {
  label: string;
  href: string;
  count: string | null;
  chosen: boolean;
}

function Choices({ name, choices }: { name: string; choices: Choice[] }) {
  if (choices.length < 2) return null;
  const id = `loc-${slugify(name)}`;
  return (
    <div class="choices">
      <h2 id={id}>{name}</h2>
      <ul aria-labelledby={id}>
        {choices.map(({ label, href, count, chosen }) => (
          <li>
            <a href={href} aria-current={chosen ? "true" : undefined}>
              {label}
              {count !== null && <span class="choice-count"> ({count})</span>}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface Narrowings {
  kinds: Counts;
  years: Counts;
  fields: Counts;
}

/** Filters as links, each with what it would find; the chosen one leads back. */
function Filters({ wish, counts }: { wish: SearchWish; counts: Narrowings }) {
  const address = (change: Partial<SearchWish>) => searchAddress({ ...wish, page: 1, ...change });
  const all = (chosen: boolean, href: string): Choice => ({ label: "Tất cả", href, count: null, chosen });
  const kinds = Object.entries(searchKinds).flatMap(([kind, label]): Choice[] => {
    const count = counts.kinds.kinds.get(kind) ?? 0;
    if (count === 0 && wish.kind !== kind) return [];
    const { complete } = counts.kinds;
    return [{ label, href: address({ kind }), count: figure(count, complete), chosen: wish.kind === kind }];
  });
  const years = [...counts.years.years]
    .sort(([a], [b]) => b - a)
    .map(([year, count]) => ({
      label: String(year),
      href: address({ year }),
      count: figure(count, counts.years.complete),
      chosen: wish.year === year,
    }));
  const fields = [...counts.fields.fields]
    .sort(([, a], [, b]) => b - a)
    .filter(([field], index) => index < MOST_FIELDS || slugify(field) === wish.field)
    .map(([label, count]) => ({
      label,
      href: address({ field: slugify(label) }),
      count: figure(count, counts.fields.complete),
      chosen: wish.field === slugify(label),
    }));
  const narrowed = wish.kind || wish.year || wish.field;
  return (
    <nav class="filters" aria-label="Lọc kết quả">
      <Choices name="Loại" choices={[all(!wish.kind, address({ kind: undefined })), ...kinds]} />
      <Choices
        name="Lĩnh vực, chủ đề"
        choices={fields.length > 0 ? [all(!wish.field, address({ field: undefined })), ...fields] : []}
      />
      <Choices
        name="Năm"
        choices={
          years.length > 1 || wish.year ? [all(!wish.year, address({ year: undefined })), ...years] : []
        }
      />
      {narrowed && (
        <p>
          <a href={searchAddress({ query: wish.query })}>Bỏ mọi điều kiện lọc</a>
        </p>
      )}
    </nav>
  );
}

/** What the reader is told of how the words were taken. */
function Reading({ wish, finding }: { wish: SearchWish; finding: Finding }) {
  const { meant, readAs, nearly } = finding;
  if (meant)
    return (
      <p class="meant">
        Có phải bạn tìm <a href={searchAddress({ ...wish, query: meant, page: 1 })}>{meant}</a>? Không có
        trang nào có đủ các từ “{wish.query}”; dưới đây là những trang gần nhất.
      </p>
    );
  if (nearly)
    return (
      <p class="meant">
        Không có trang nào có đủ các từ “{wish.query}”; dưới đây là những trang có nhiều từ nhất.
      </p>
    );
  if (readAs) return <p class="meant">Đã hiểu các từ vừa gõ là “{readAs}”.</p>;
  return null;
}

function Nothing({ call, wish }: { call: PortalCall; wish: SearchWish }) {
  const { phone, email } = call.agency;
  const narrowed = wish.kind || wish.year || wish.field;
  return (
    <Empty>
      <p role="status">Không thấy kết quả nào cho “{wish.query}”.</p>
      <ul>
        {narrowed && (
          <li>
            <a href={searchAddress({ query: wish.query })}>Tìm trong tất cả, bỏ điều kiện lọc</a>
          </li>
        )}
        <li>Xem lại chính tả, hoặc gõ ít từ hơn: chỉ gõ tên việc cần làm, ví dụ “khai sinh”, “karaoke”.</li>
        <li>Viết có dấu hay không dấu đều tìm được; mã thủ tục, số văn bản cũng tìm được.</li>
        <li>
          Xem theo loại: <a href="/thu-tuc">thủ tục</a>, <a href="/van-ban">văn bản</a>,{" "}
          <a href="/tin-tuc">tin, bài</a>, <a href="/ke-hoach">kế hoạch</a>.
        </li>
        <li>
          Hỏi cơ quan: <a href="/gioi-thieu">nơi tiếp nhận và giờ làm việc</a>
          {phone && (
            <>
              , điện thoại <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
            </>
          )}
          {email && (
            <>
              , thư <a href={`mailto:${email}`}>{email}</a>
            </>
          )}
          .
        </li>
      </ul>
    </Empty>
  );
}

interface Found {
  finding: Finding;
  counts: Narrowings;
  total: Counts;
  shown: { hit: FoundText; text: string }[];
}

async function lookUp({ database, agency }: PortalCall, wish: SearchWish): Promise<Found> {
  const narrowing = { kind: wish.kind, year: wish.year, field: wish.field };
  const asking = { agencyId: agency.id, query: wish.query, limit: TOLD_APART };
  const finding = await findTexts(database, { ...asking, ...narrowing });
  const total = await countTexts(database, { agencyId: agency.id, ...narrowing }, finding);
  // What one filter leaves is counted without that filter: only so can another be chosen.
  const without = async (name: keyof typeof narrowing): Promise<Counts> => {
    if (narrowing[name] === undefined) return total;
    const other = { ...narrowing, [name]: undefined };
    return countTexts(
      database,
      { agencyId: agency.id, ...other },
      await findTexts(database, { ...asking, ...other }),
    );
  };
  const counts = {
    kinds: await without("kind"),
    years: await without("year"),
    fields: await without("field"),
  };
  const hits = finding.hits.slice((wish.page - 1) * PER_PAGE, wish.page * PER_PAGE);
  const texts = await shownTexts(
    database,
    agency.id,
    hits.map(({ objectId }) => objectId),
  );
  return { finding, counts, total, shown: hits.map((hit) => ({ hit, text: texts.get(hit.objectId) ?? "" })) };
}

function Results({ call, wish, found }: { call: PortalCall; wish: SearchWish; found: Found }) {
  const { finding, counts, total, shown } = found;
  const { hits } = finding;
  const marker = markerOf(finding.words, finding.otherwise);
  const pages = Math.ceil(hits.length / PER_PAGE);
  return (
    <>
      {hits.length === 0 && <Nothing call={call} wish={wish} />}
      {hits.length > 0 && <Reading wish={wish} finding={finding} />}
      {hits.length > 0 && (
        <p class="count" role="status">
          {total.complete ? countText(total.total) : figure(total.total, false)} kết quả cho “{wish.query}”
          {hits.length >= TOLD_APART && <>, xếp {countText(TOLD_APART)} kết quả phù hợp nhất</>}
          {wish.page > 1 && <>; đang xem trang {wish.page}</>}.
        </p>
      )}
      <div class="found">
        <Filters wish={wish} counts={counts} />
        <div>
          <ol class="hits" start={(wish.page - 1) * PER_PAGE + 1}>
            {shown.map(({ hit, text }) => (
              <Hit hit={hit} text={text} marker={marker} />
            ))}
          </ol>
          <PageLinks page={wish.page} pages={pages} hrefOf={(page) => searchAddress({ ...wish, page })} />
        </div>
      </div>
    </>
  );
}

/** A search of everything that nothing answers is counted once, not for its further pages and filters. */
async function countIfMissed({ database, agency, now }: PortalCall, wish: SearchWish, finding: Finding) {
  const isWhole = wish.page === 1 && !wish.kind && !wish.year && !wish.field;
  if (isWhole && (finding.hits.length === 0 || finding.nearly))
    await countMissed(database, { agencyId: agency.id, query: wish.query, at: now });
}

/** The search over everything public: one ranked list, filters as links. */
export async function answerSearch(call: PortalCall): Promise<PortalPage> {
  const wish = wishOf(call.query);
  const { query } = wish;
  const found = query === "" ? null : await lookUp(call, wish);
  if (found) await countIfMissed(call, wish, found.finding);
  return {
    kind: "page",
    title: query === "" ? "Tìm kiếm" : `Tìm: ${query}`,
    description: "Tìm thủ tục, văn bản, tin, bài và kế hoạch.",
    path: searchAddress(wish),
    crumbs: query === "" ? [] : [{ label: "Tìm kiếm", href: SEARCH_PATH }],
    unlisted: query !== "",
    tags: [],
    body: (
      <>
        <h1>Tìm kiếm</h1>
        <SearchForm query={query} big />
        {found ? (
          <Results call={call} wish={wish} found={found} />
        ) : (
          <p class="soft">
            Gõ vài từ, có dấu hoặc không dấu, ví dụ “một cửa” hoặc “thu tuc hanh chinh”; mã thủ tục và số văn
            bản cũng tìm được.
          </p>
        )}
      </>
    ),
  };
}
