/** @jsxImportSource hono/jsx */
import { raw } from "hono/html";
import type { PortalCall, PortalMove, PortalPage } from "#platform/http/portal-page.ts";
import { Moment, shorten } from "#platform/http/portal-parts.tsx";
import {
  captionHtml,
  collectImages,
  renderRichText,
  richTextToPlainText,
} from "#platform/rich-text/render-rich-text.ts";
import { type ContentKind, kindOf } from "../contract.ts";
import {
  documentTag,
  type PublishedArticle,
  type PublishedImage,
  type PublishedRecording,
  publishedBySlug,
} from "../published.ts";
import { articlePath, listPath } from "./news-card.tsx";
import { addressOfTheme } from "./theme-address.ts";

function Withdrawal({ at, reason }: { at: Date; reason: string | null }) {
  return (
    <div class="notice" role="note" aria-labelledby="thu-hoi">
      <h2 id="thu-hoi">Bài này đã được thu hồi</h2>
      <p>
        Cơ quan thu hồi bài lúc <Moment at={at} />. Nội dung dưới đây giữ lại để đối chiếu, không còn giá trị
        sử dụng.
      </p>
      {reason && <p>Lý do: {reason}</p>}
    </div>
  );
}

function Corrections({ corrections }: { corrections: { at: Date; note: string }[] }) {
  return (
    <section class="corrections" aria-labelledby="dinh-chinh">
      <h2 id="dinh-chinh">Đính chính và cập nhật</h2>
      <ol>
        {corrections.map(({ at, note }) => (
          <li>
            <Moment at={at} />: {note}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Whether a recording is a video; its own picture then leads. */
const isSeen = ({ sort }: PublishedRecording) => sort === "video";

/** The leading picture above the text, unless it stands in the text anyway. */
function LeadingPicture({ image }: { image: PublishedImage }) {
  const { path, sources, alt, credit, width, height } = image;
  return (
    <figure>
      <img
        src={path}
        srcset={sources}
        sizes="(max-width: 46rem) 100vw, 44rem"
        alt={alt}
        width={width}
        height={height}
        decoding="async"
      />
      {raw(captionHtml(null, credit))}
    </figure>
  );
}

/** Plain links: nothing is loaded from elsewhere and nobody is told who reads. */
function Share({ title, address }: { title: string; address: string }) {
  const facebook = `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(address)}`;
  const mail = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(address)}`;
  return (
    <section class="share" aria-labelledby="chia-se">
      <h2 id="chia-se">Chia sẻ bài này</h2>
      <ul>
        <li>
          <a href={facebook} rel="noopener noreferrer">
            Facebook
          </a>
        </li>
        <li>
          <a href={mail}>Thư điện tử</a>
        </li>
        <li>
          Zalo hoặc nơi khác, sao chép địa chỉ: <span class="share-address">{address}</span>
        </li>
      </ul>
    </section>
  );
}

function Article({ article, address }: { article: PublishedArticle; address: string }) {
  const { title, summary, publishedAt, updatedAt, themeSlug, themeLabel, image } = article;
  const { kindLabel, body, media, recordings, tipsOf, source, explains, corrections, withdrawal } = article;
  const leads =
    image && !collectImages(body).some(({ mediaId }) => mediaId === image.id) && !recordings.some(isSeen);
  const isUpdated = updatedAt.getTime() - publishedAt.getTime() > 60_000;
  return (
    <article class="article" data-doc-to="">
      {withdrawal && <Withdrawal {...withdrawal} />}
      {themeSlug && themeLabel && (
        <p class="kicker">
          <a href={listPath({ theme: addressOfTheme(themeSlug) })}>{themeLabel}</a>
        </p>
      )}
      <h1>{title}</h1>
      {summary && <p class="sapo">{summary}</p>}
      <p class="facts">
        {kindLabel}
        <span aria-hidden="true"> · </span>
        Đăng lúc <Moment at={publishedAt} />
        {isUpdated && (
          <>
            <span aria-hidden="true"> · </span>
            <span>
              Cập nhật <Moment at={updatedAt} />
            </span>
          </>
        )}
        {corrections.length > 0 && (
          <>
            <span aria-hidden="true"> · </span>
            <a href="#dinh-chinh">Có đính chính, xem cuối bài</a>
          </>
        )}
      </p>
      <div class="rich">
        {leads && <LeadingPicture image={image} />}
        {raw(renderRichText(body, { creditOf: (id) => media.get(id)?.credit }))}
      </div>
      {source && (
        <p class="facts">
          Nguồn: {source.agencyName}, bài <a href={source.address}>{source.title}</a>.
        </p>
      )}
      {explains.some(({ path }) => path !== null) && (
        <section aria-labelledby="van-ban-giai-thich">
          <h2 id="van-ban-giai-thich">Văn bản được giải thích trong bài</h2>
          <ul>
            {explains.map(
              ({ name, path }) =>
                path !== null && (
                  <li>
                    <a href={path}>{name}</a>
                  </li>
                ),
            )}
          </ul>
        </section>
      )}
      {tipsOf.length > 0 && <p class="facts">Tin do {tipsOf.join(", ")} cung cấp.</p>}
      {corrections.length > 0 && <Corrections corrections={corrections} />}
      {!withdrawal && <Share title={title} address={address} />}
    </article>
  );
}

const removedPage = (path: string): PortalPage => ({
  kind: "page",
  status: 410,
  title: "Bài này đã được gỡ bỏ",
  description: "Bài đã được gỡ bỏ theo quy định.",
  path,
  crumbs: [{ label: "Tin tức", href: "/tin-tuc" }],
  unlisted: true,
  tags: [],
  body: (
    <>
      <h1>Bài này đã được gỡ bỏ</h1>
      <p>Bài không còn trên cổng thông tin và sẽ không được đăng lại ở địa chỉ này.</p>
      <p>
        Bạn có thể <a href="/tin-tuc">xem các tin khác</a> hoặc <a href="/gioi-thieu">liên hệ cơ quan</a> nếu
        cần hỏi thêm.
      </p>
    </>
  ),
});

/** The fields of its kind that machines have a word for. */
const propertiesOf = ({ own }: PublishedArticle, kind: ContentKind | undefined) =>
  Object.fromEntries(
    (kind?.own ?? []).flatMap(({ name, property }) =>
      property !== null && own[name] !== undefined ? [[property, own[name]]] : [],
    ),
  );

/** What plays beside the text, as machines know it: by its sort under "video" or "audio". */
function structuredRecordings(article: PublishedArticle, host: string) {
  const { title, summary, publishedAt, recordings } = article;
  return Object.fromEntries(
    recordings.map((recording) => {
      const { path, posterPath, alt, contentType, seconds, width, height, transcript } = recording;
      const seen = isSeen(recording);
      return [
        seen ? "video" : "audio",
        {
          "@type": seen ? "VideoObject" : "AudioObject",
          name: shorten(title, 110),
          description: summary || alt,
          contentUrl: host + path,
          encodingFormat: contentType,
          uploadDate: publishedAt.toISOString(),
          duration: `PT${seconds}S`,
          inLanguage: "vi",
          ...(seen && { width, height }),
          ...(posterPath && { thumbnailUrl: host + posterPath }),
          ...(transcript && { transcript }),
        },
      ];
    }),
  );
}

function structuredArticle(article: PublishedArticle, address: string, host: string) {
  const { image } = article;
  const kind = kindOf(article.kind);
  const others = collectImages(article.body).filter(({ mediaId }) => mediaId !== image?.id);
  const images = [
    ...(image
      ? [
          {
            "@type": "ImageObject",
            url: host + image.card.path,
            width: image.card.width,
            height: image.card.height,
            ...(image.alt && { caption: image.alt }),
            ...(image.credit && { creditText: image.credit }),
            ...(image.digitalSource && { digitalSourceType: `https://schema.org/${image.digitalSource}` }),
          },
        ]
      : []),
    ...others.map(({ mediaId }) => `${host}/media/${mediaId}`),
  ];
  return {
    "@type": kind?.schemaType ?? "NewsArticle",
    "@id": `${address}#article`,
    headline: shorten(article.title, 110),
    ...(article.summary && { description: shorten(article.summary, 300) }),
    inLanguage: "vi",
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    ...(images.length > 0 && { image: images }),
    ...(article.themeLabel && { articleSection: article.themeLabel }),
    ...structuredRecordings(article, host),
    ...propertiesOf(article, kind),
    ...(article.source && {
      isBasedOn: {
        "@type": "NewsArticle",
        headline: shorten(article.source.title, 110),
        url: host + article.source.address,
        publisher: { "@type": "GovernmentOrganization", name: article.source.agencyName },
      },
      creditText: `Nguồn: ${article.source.agencyName}`,
    }),
    ...(article.ai && { digitalSourceType: `https://schema.org/${article.ai.digitalSource}` }),
    mainEntityOfPage: address,
  };
}

/** /tin-tuc/<slug>: published, withdrawn (readable, unlisted), removed (410) or moved (301). */
export async function answerArticle({
  database,
  agency,
  origin,
  host,
  params,
}: PortalCall): Promise<PortalPage | PortalMove | null> {
  const slug = params.slug ?? "";
  const found = await publishedBySlug(database, agency.id, slug);
  if (found === null) return null;
  if (found.state === "removed") return removedPage(articlePath(slug));
  if (found.state === "moved") return { kind: "move", to: articlePath(found.movedTo) };
  const path = articlePath(found.slug);
  const withdrawn = found.state === "withdrawn";
  return {
    kind: "page",
    title: found.title,
    description: found.summary || shorten(richTextToPlainText(found.body), 200),
    path,
    crumbs: [
      { label: "Tin tức", href: "/tin-tuc" },
      ...(found.themeSlug && found.themeLabel
        ? [{ label: found.themeLabel, href: listPath({ theme: addressOfTheme(found.themeSlug) }) }]
        : []),
    ],
    body: <Article article={found} address={origin + path} />,
    tags: [`content:${found.id}`, ...found.explains.map(({ id }) => documentTag(id))],
    unlisted: withdrawn,
    lastModified: found.withdrawal?.at ?? found.updatedAt,
    image: found.image && { ...found.image.card, alt: found.image.alt || found.title },
    article: {
      published: found.publishedAt,
      modified: found.updatedAt,
      section: found.themeLabel,
      tags: found.themeLabel ? [found.themeLabel] : [],
      aiDisclosure: found.ai?.disclosure ?? null,
    },
    structuredData: withdrawn ? [] : [structuredArticle(found, origin + path, host)],
  };
}
