/** @jsxImportSource hono/jsx */
import { Moment } from "#platform/http/portal-parts.tsx";
import type { PublishedSummary } from "../published.ts";

export const articlePath = (slug: string) => `/tin-tuc/${slug}`;

/** Address of a page of the list, `theme` as addresses name it; the first page and "all themes" need no parameter. */
export function listPath({ theme, page = 1 }: { theme?: string | null | undefined; page?: number }): string {
  const query = new URLSearchParams();
  if (theme) query.set("chu-de", theme);
  if (page > 1) query.set("trang", String(page));
  return query.size > 0 ? `/tin-tuc?${query}` : "/tin-tuc";
}

/** One item of a list: title first, so that screen readers and the eye meet the same thing. */
export function NewsCard({
  item,
  level = 2,
  lead = false,
}: {
  item: PublishedSummary;
  level?: 2 | 3;
  lead?: boolean;
}) {
  const href = articlePath(item.slug);
  const title = <a href={href}>{item.title}</a>;
  return (
    <article class={lead ? "card card-lead" : "card"}>
      <div class="card-text">
        {level === 2 ? <h2 class="card-title">{title}</h2> : <h3 class="card-title">{title}</h3>}
        <p class="card-facts">
          {item.kindLabel}
          <span aria-hidden="true"> · </span>
          <Moment at={item.publishedAt} withHour={false} />
          {item.themeLabel && (
            <>
              <span aria-hidden="true"> · </span>
              {item.themeLabel}
            </>
          )}
        </p>
        {item.summary && <p class="card-summary">{item.summary}</p>}
      </div>
      {item.image && (
        <picture>
          {!lead && <source media="(max-width: 34rem)" srcset={item.image.list.squarePath} />}
          <img
            class="card-image"
            src={lead ? item.image.cover.path : item.image.list.path}
            srcset={lead ? item.image.cover.sources : undefined}
            sizes={lead ? "(max-width: 46rem) 100vw, 32rem" : undefined}
            alt=""
            width={lead ? 1280 : 528}
            height={lead ? 720 : 352}
            loading={lead ? "eager" : "lazy"}
            decoding="async"
          />
        </picture>
      )}
    </article>
  );
}
