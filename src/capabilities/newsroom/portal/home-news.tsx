/** @jsxImportSource hono/jsx */
import type { HomePart, PortalCall } from "#platform/http/portal-page.ts";
import { listPublished, type PublishedSummary } from "../published.ts";
import { NewsCard } from "./news-card.tsx";

function NewestNews({ items }: { items: PublishedSummary[] }) {
  const [lead, ...others] = items;
  return (
    <section class="home-news" aria-labelledby="tin-moi">
      <h2 id="tin-moi">Tin mới</h2>
      {lead && <NewsCard item={lead} level={3} lead />}
      <div class="cards">
        {others.map((item) => (
          <NewsCard item={item} level={3} />
        ))}
      </div>
      <p class="more">
        <a href="/tin-tuc">Xem tất cả tin, bài</a>
      </p>
    </section>
  );
}

/** The newest items on the home page; null before anything is published. */
export async function answerHomeNews({ database, agency }: PortalCall): Promise<HomePart | null> {
  const { items } = await listPublished(database, agency.id, { page: 1, perPage: 7 });
  const [newest] = items;
  return newest
    ? { body: <NewestNews items={items} />, tags: ["content:any"], lastModified: newest.updatedAt }
    : null;
}
