/** @jsxImportSource hono/jsx */
import { contentThemes, themeGroups } from "#plan/contract";
import type { PortalCall, PortalMove, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Empty, PageLinks } from "#platform/http/portal-parts.tsx";
import { listPublished, type PublishedSummary, themesWithPublished } from "../published.ts";
import { feedsOfTheme } from "./feed-address.ts";
import { listPath, NewsCard } from "./news-card.tsx";
import { type ContentTheme, themeAddress, themeAt } from "./theme-address.ts";

const PER_PAGE = 12;

interface NewsListProps {
  items: PublishedSummary[];
  total: number;
  theme: ContentTheme | null;
  /** Themes on which something stands; the others are not offered. */
  offered: Set<string>;
  page: number;
}

function NewsList({ items, total, theme, offered, page }: NewsListProps) {
  return (
    <>
      <h1>{theme ? theme.label : "Tin tức"}</h1>
      <form class="filter" action="/tin-tuc" method="get">
        <label for="chu-de">Chủ đề</label>
        <div class="field-row">
          <select id="chu-de" name="chu-de">
            <option value="">Tất cả chủ đề</option>
            {Object.entries(themeGroups).map(([group, label]) => {
              const themes = contentThemes.filter((one) => one.group === group && offered.has(one.slug));
              return (
                themes.length > 0 && (
                  <optgroup label={label}>
                    {themes.map((one) => (
                      <option value={themeAddress(one)} selected={one.slug === theme?.slug}>
                        {one.label}
                      </option>
                    ))}
                  </optgroup>
                )
              );
            })}
          </select>
          <button type="submit">Lọc tin</button>
        </div>
      </form>
      {total > 0 ? (
        <>
          <p class="count">
            {countText(total)} tin, bài{theme && <> về chủ đề này</>}
            {page > 1 && <>; đang xem trang {page}</>}.
          </p>
          <div class="cards">
            {items.map((item) => (
              <NewsCard item={item} />
            ))}
          </div>
          <PageLinks
            page={page}
            pages={Math.ceil(total / PER_PAGE)}
            hrefOf={(n) => listPath({ theme: theme && themeAddress(theme), page: n })}
          />
        </>
      ) : (
        <Empty>
          <p>{theme ? "Chưa có tin, bài nào về chủ đề này." : "Chưa có tin, bài nào được đăng."}</p>
          <p>
            {theme ? (
              <a href="/tin-tuc">Xem tất cả tin, bài</a>
            ) : (
              <a href="/ke-hoach">Xem kế hoạch của cơ quan</a>
            )}
          </p>
        </Empty>
      )}
    </>
  );
}

/** /tin-tuc?chu-de=…&trang=… */
export async function answerNewsList({
  database,
  agency,
  query,
}: PortalCall): Promise<PortalPage | PortalMove | null> {
  const page = query.trang === undefined ? 1 : Number(query.trang);
  if (!Number.isInteger(page) || page < 1 || page > 100_000) return null;
  const found = query["chu-de"] ? themeAt(query["chu-de"]) : null;
  if (query["chu-de"] && !found) return null;
  const theme = found?.theme ?? null;
  const path = listPath({ theme: theme && themeAddress(theme), page });
  if (found?.moved) return { kind: "move", to: path };
  const { items, total } = await listPublished(database, agency.id, {
    ...(theme && { theme: theme.slug }),
    page,
    perPage: PER_PAGE,
  });
  if (page > 1 && items.length === 0) return null;
  const offered = new Set([
    ...(await themesWithPublished(database, agency.id)),
    // Who came here by a link sees what the list is narrowed to.
    ...(theme ? [theme.slug] : []),
  ]);
  const title = theme ? theme.label : "Tin tức";
  return {
    kind: "page",
    title: page > 1 ? `${title}, trang ${page}` : title,
    description: `Tin, bài của ${agency.name} về cải cách hành chính${theme ? `: ${theme.label}` : ""}.`,
    path,
    crumbs: theme || page > 1 ? [{ label: "Tin tức", href: "/tin-tuc" }] : [],
    body: <NewsList items={items} total={total} theme={theme} offered={offered} page={page} />,
    tags: ["content:any"],
    feeds: theme ? feedsOfTheme(theme.slug) : null,
    lastModified: items[0]?.updatedAt ?? null,
  };
}
