/** @jsxImportSource hono/jsx */

import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Crumb, FeedOffer, Markup, PortalAgency, PortalPage } from "#platform/http/portal-page.ts";
import { Moment, shorten } from "#platform/http/portal-parts.tsx";
import type { PortalAssets } from "./assets.ts";
import { LookControls } from "./layout-parts.tsx";

export interface Frame {
  assets: PortalAssets;
  agency: PortalAgency | null;
  /** Address of the installation, under which assets and pictures stand. */
  host: string;
  /** Path under which the agency's pages stand: "" at the root. */
  base: string;
  /** Address of the agency's pages: host and base. */
  origin: string;
  navigation: Crumb[];
  /** The feeds of the whole site; null before an agency is set up. */
  feeds: FeedOffer | null;
  /** What the capabilities put under the page. */
  foot: Markup[];
}

/** JSON for a script element: no "</" and no line separators can end it early. */
const scriptJson = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

const agencyData = (agency: PortalAgency, { origin, host, assets }: Frame) => ({
  "@type": "GovernmentOrganization",
  name: agency.name,
  url: `${origin}/`,
  logo: { "@type": "ImageObject", url: `${host}${assets.card.path}` },
});

function structuredData(page: PortalPage, frame: Frame): unknown[] {
  const { agency, origin } = frame;
  if (page.status !== undefined && page.status !== 200) return [];
  const way = [{ label: "Trang chủ", href: "/" }, ...page.crumbs, { label: page.title, href: page.path }];
  const organization = agency && agencyData(agency, frame);
  const breadcrumbs = {
    "@type": "BreadcrumbList",
    itemListElement: way.map(({ label, href }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: label,
      item: origin + href,
    })),
  };
  const own = (page.structuredData ?? []).map((data) =>
    data["@type"] === "NewsArticle" && organization
      ? { ...data, author: organization, publisher: organization }
      : data,
  );
  return [...own, ...(page.path === "/" ? (organization ? [organization] : []) : [breadcrumbs])].map(
    (data) => ({
      "@context": "https://schema.org",
      ...data,
    }),
  );
}

function Head({ page, frame }: { page: PortalPage; frame: Frame }) {
  const { assets, agency, host, origin, feeds } = frame;
  const site = agency?.name ?? "Cổng thông tin";
  const title = page.path === "/" ? page.title : `${page.title} – ${site}`;
  const description = shorten(page.description, 200);
  const image = page.image ?? assets.card;
  const { article } = page;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <meta name="description" content={description} />
      {page.unlisted && <meta name="robots" content="noindex" />}
      {!page.unlisted && <link rel="canonical" href={origin + page.path} />}
      {assets.preloaded.map((href) => (
        <link rel="preload" href={href} as="font" type="font/woff2" crossorigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.stylesheet} />
      {page.bare ? (
        page.bare.files.map((path) =>
          path.endsWith(".css") ? <link rel="stylesheet" href={path} /> : <script src={path} defer />,
        )
      ) : (
        <script src={assets.script} defer />
      )}
      <link rel="icon" href={assets.mark} type="image/svg+xml" />
      <meta name="theme-color" content="#9b1420" />
      {[feeds, page.feeds].map((offer) =>
        offer?.files.map(({ path, label, contentType }) => (
          <link
            rel="alternate"
            type={contentType.split(";")[0]}
            title={`${offer.title} (${label})`}
            href={origin + path}
          />
        )),
      )}
      <meta property="og:type" content={article ? "article" : "website"} />
      <meta property="og:title" content={shorten(page.title, 90)} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={origin + page.path} />
      <meta property="og:site_name" content={site} />
      <meta property="og:locale" content="vi_VN" />
      <meta property="og:image" content={host + image.path} />
      <meta property="og:image:width" content={String(image.width)} />
      <meta property="og:image:height" content={String(image.height)} />
      <meta property="og:image:alt" content={image.alt} />
      <meta name="twitter:card" content="summary_large_image" />
      {article && (
        <>
          <meta property="article:published_time" content={article.published.toISOString()} />
          <meta property="article:modified_time" content={article.modified.toISOString()} />
          {article.aiDisclosure && <meta name="ai-disclosure" content={article.aiDisclosure} />}
          {article.section && <meta property="article:section" content={article.section} />}
          {article.tags.map((tag) => (
            <meta property="article:tag" content={tag} />
          ))}
        </>
      )}
      {structuredData(page, frame).map((data) => (
        <script type="application/ld+json">{raw(scriptJson(data))}</script>
      ))}
    </head>
  );
}

function Masthead({ agency, assets, base, navigation, here }: Frame & { here: string }) {
  const isHere = (href: string) =>
    href === "/" ? here === "/" : here === href || here.startsWith(`${href}/`) || here.startsWith(`${href}?`);
  return (
    <header class="masthead">
      <div class="wrap masthead-row">
        <a class="brand" href="/">
          <img src={assets.mark} alt="" width="44" height="44" />
          <span>
            {agency?.superiorName && <span class="brand-parent">{agency.superiorName}</span>}
            <span class="brand-name">{agency?.name ?? "Cổng thông tin"}</span>
          </span>
        </a>
        <LookControls here={base + here} />
      </div>
      <nav class="main-nav" aria-label="Mục chính">
        <ul class="wrap">
          {navigation.map(({ label, href }) => (
            <li>
              <a href={href} aria-current={isHere(href) ? (here === href ? "page" : "true") : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  );
}

function Breadcrumbs({ page }: { page: PortalPage }) {
  if (page.path === "/") return null;
  return (
    <nav class="crumbs wrap" aria-label="Vị trí trang">
      <ol>
        {[{ label: "Trang chủ", href: "/" }, ...page.crumbs].map(({ label, href }) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{shorten(page.title, 70)}</li>
      </ol>
    </nav>
  );
}

function Footer({ agency, page }: Frame & { page: PortalPage }) {
  return (
    <footer class="site-foot">
      <div class="wrap foot-columns">
        {agency && (
          <div>
            <h2>{agency.name}</h2>
            <address>
              {agency.address && <p>Địa chỉ: {agency.address}</p>}
              {agency.phone && (
                <p>
                  Điện thoại: <a href={`tel:${agency.phone.replace(/[^+\d]/g, "")}`}>{agency.phone}</a>
                </p>
              )}
              {agency.email && (
                <p>
                  Thư điện tử: <a href={`mailto:${agency.email}`}>{agency.email}</a>
                </p>
              )}
            </address>
          </div>
        )}
        <div>
          <h2>Về trang này</h2>
          <ul>
            <li>
              <a href="/gioi-thieu">Giới thiệu và liên hệ</a>
            </li>
            <li>
              <a href="/tro-nang">Tuyên bố về khả năng tiếp cận</a>
            </li>
            <li>
              <a href="/theo-doi">Theo dõi qua thư</a>
            </li>
            <li>
              <a href="/du-lieu-mo">Dữ liệu mở</a>
            </li>
            <li>
              <a href="/en" lang="en" hreflang="en">
                English
              </a>
            </li>
            <li>
              <a href="/nguon-tin">Nguồn tin cho phần mềm (Atom, RSS, JSON)</a>
            </li>
          </ul>
        </div>
        {page.lastModified && (
          <p class="foot-updated">
            Trang này cập nhật ngày <Moment at={page.lastModified} withHour={false} />
          </p>
        )}
      </div>
    </footer>
  );
}

function SampleBanner() {
  return (
    <aside class="sample-banner" aria-label="Về dữ liệu mẫu">
      <p class="wrap">
        <strong>Dữ liệu mẫu.</strong> Trang này trình bày thử; tin, kế hoạch và số liệu ở đây không có thật.
      </p>
    </aside>
  );
}

/** A whole HTML document around a page. */
function Layout({ page, frame }: { page: PortalPage; frame: Frame }) {
  if (page.bare)
    return (
      <html lang="vi">
        <Head page={page} frame={frame} />
        <body>
          {frame.agency?.isSample && <SampleBanner />}
          <main id="noi-dung" tabindex={-1}>
            {page.body as Child}
          </main>
        </body>
      </html>
    );
  return (
    <html lang="vi">
      <Head page={page} frame={frame} />
      <body>
        <a class="skip" href="#noi-dung">
          Đến nội dung chính
        </a>
        {frame.agency?.isSample && <SampleBanner />}
        <Masthead {...frame} here={page.path} />
        <Breadcrumbs page={page} />
        <main id="noi-dung" tabindex={-1} class="wrap">
          {page.body as Child}
        </main>
        {frame.foot.length > 0 && <div class="page-foot wrap">{frame.foot as Child[]}</div>}
        <Footer {...frame} page={page} />
      </body>
    </html>
  );
}

/** What stands once for the whole installation, and pages of agencies that are named in full. */
const SHARED = "assets/|document-files/|procedure-forms/|media/|hien-thi|workspace/|co-quan/";

/**
 * Puts the agency's path before the addresses of its own pages, which are written from the root. Only attributes can
 * match: quotes in text are escaped.
 */
const under = (base: string, html: string): string =>
  html.replace(new RegExp(` (href|src|action)="/(?!/|(?:${SHARED}))`, "g"), ` $1="${base}/`);

/** The document as text, ready to send. */
export async function renderDocument(page: PortalPage, frame: Frame): Promise<string> {
  const body = await page.body;
  // A part that asks the database makes the whole a promise.
  const html = await (<Layout page={{ ...page, body }} frame={frame} />).toString();
  return `<!doctype html>${frame.base === "" ? html : under(frame.base, html)}`;
}
