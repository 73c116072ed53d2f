/** @jsxImportSource hono/jsx */
import type { judgeMark } from "#platform/http/form-mark.ts";
import { TRAP } from "#platform/http/form-parts.tsx";
import type { Markup, PortalPage } from "#platform/http/portal-page.ts";
import { EVENTS_PATH, type Event, eventPath } from "../published.ts";

/** A page under an event on which something is sent: never listed, never kept. */
export const formPage = (
  one: Event,
  { part, title, description }: { part: string; title: string; description: string },
  body: Markup,
  status?: 422 | 429,
): PortalPage => ({
  kind: "page",
  ...(status && { status }),
  title: `${title}: ${one.title}`,
  description,
  path: `${eventPath(one)}/${part}`,
  crumbs: [
    { label: "Sự kiện, đối thoại", href: EVENTS_PATH },
    { label: one.title, href: eventPath(one) },
  ],
  tags: [],
  unlisted: true,
  body,
});

/** What is no longer taken, with the way back. */
export const Closed = ({ one, title, why }: { one: Event; title: string; why: string }) => (
  <>
    <h1>{title}</h1>
    <p class="lead">{why}</p>
    <p>
      <a href={eventPath(one)}>Về trang “{one.title}”</a>
    </p>
  </>
);

/** Why a form looks as if no person had sent it just now; null: it does not. */
export const whyUnsent = (mark: ReturnType<typeof judgeMark>, form: URLSearchParams): string | null =>
  typeof mark !== "string" && (form.get(TRAP) ?? "") === ""
    ? null
    : mark === "early"
      ? "Biểu mẫu được gửi quá nhanh; xin đợi vài giây rồi bấm gửi lại."
      : "Biểu mẫu đã để quá lâu hoặc chưa đúng; xin xem lại rồi bấm gửi lại.";
