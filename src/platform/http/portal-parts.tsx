/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import { formatDate, formatDateTime, toVietnamDate } from "../clock/vietnam-time.ts";
import type { Piece } from "../search/passage.ts";
import { percent } from "../text/percent.ts";

/** A moment as people read it, with the exact one for machines. `withHour` false prints the day alone. */
export function Moment({ at, withHour = true }: { at: Date; withHour?: boolean }) {
  return (
    <time datetime={at.toISOString()}>{withHour ? formatDateTime(at) : formatDate(toVietnamDate(at))}</time>
  );
}

/** A text with what was looked for marked in it. */
export const Marked = ({ pieces }: { pieces: Piece[] }) => (
  <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
);

/** What stands where there is nothing yet: what belongs here, and where to go meanwhile. */
export function Empty({ children }: { children: Child }) {
  return <div class="empty">{children}</div>;
}

/** Share of a whole as a bar; always beside the same figures in words, hence hidden from readers. */
export function ShareBar({ done, total }: { done: number; total: number }) {
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  return (
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="bar-all" width="100" height="8" />
      {share > 0 && <rect class="bar-done" width={share.toFixed(2)} height="8" />}
    </svg>
  );
}

/** "38,7%" of a share; "không phát sinh" when there is nothing to count. */
export const percentText = (done: number, total: number) =>
  total > 0 ? percent(done, total) : "không phát sinh";

/** "1.234", grouped as in Vietnamese. */
export const countText = (count: number) => count.toLocaleString("vi-VN");

/** Links to the neighbouring pages of a list; nothing when there is one page. */
export function PageLinks({
  page,
  pages,
  hrefOf,
}: {
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}) {
  if (pages <= 1) return null;
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter((n) => n >= 1 && n <= pages);
  return (
    <nav class="pages" aria-label="Các trang của danh sách">
      {page > 1 && (
        <a class="pages-step" rel="prev" href={hrefOf(page - 1)}>
          ← Trang trước
        </a>
      )}
      <ul>
        {shown.map((n, index) => (
          <>
            {index > 0 && n - shown[index - 1]! > 1 && (
              <li aria-hidden="true" class="pages-gap">
                …
              </li>
            )}
            <li>
              {n === page ? (
                <span aria-current="page">
                  <span class="unseen">Trang </span>
                  {n}
                </span>
              ) : (
                <a href={hrefOf(n)}>
                  <span class="unseen">Trang </span>
                  {n}
                </a>
              )}
            </li>
          </>
        ))}
      </ul>
      {page < pages && (
        <a class="pages-step" rel="next" href={hrefOf(page + 1)}>
          Trang sau →
        </a>
      )}
    </nav>
  );
}

export { shorten } from "../text/shorten.ts";
