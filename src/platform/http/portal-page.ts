import type { HtmlEscapedString } from "hono/utils/html";
import type { Database } from "../database/database.ts";

/** Finished Hono JSX. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** The agency whose portal this is, as the public may know it. */
export interface PortalAgency {
  id: string;
  slug: string;
  name: string;
  superiorName: string | null;
  symbol: string;
  place: string;
  address: string | null;
  phone: string | null;
  email: string | null;
  /** One span a line. */
  openingHours: string | null;
  hotline: string | null;
  isSample: boolean;
  /** Path under which its portal stands: "" for the installation's own agency, "/co-quan/xa-mau" for another. */
  base: string;
  units: { name: string; shortName: string; kind: string; slug: string }[];
  /** The agency above it and those directly below, where they have portals here. */
  above: PortalNeighbour | null;
  below: PortalNeighbour[];
}

/** Another agency's portal on this installation. */
export interface PortalNeighbour {
  name: string;
  slug: string;
}

/** What a page may ask for. */
export interface PortalCall {
  database: Database;
  agency: PortalAgency;
  /** Public address of the agency's pages without a final slash: https://so.example.gov.vn, for another agency of the
   * installation https://so.example.gov.vn/co-quan/xa-mau. */
  origin: string;
  /** Public address of the installation without a final slash, under which pictures stand. */
  host: string;
  /** Moment of the request. */
  now: Date;
  /** Parts of the path named by the route (":slug"). */
  params: Record<string, string>;
  /** Only the parameters that the route names; NFC, at most 200 characters. */
  query: Record<string, string | undefined>;
}

export interface Crumb {
  label: string;
  href: string;
}

/** What every page is known by beside the facts on it: its own address. */
export const pathTag = (agencyId: string, path: string): string => `path:${agencyId}${path}`;

/** A page of the portal without its frame: the app adds head, header, breadcrumbs and footer. */
export interface PortalPage {
  kind: "page";
  /** 410: the page was taken down on purpose. */
  status?: 200 | 404 | 410 | 422 | 429 | 500 | 503;
  title: string;
  /** At most 200 characters are shown by search engines and link cards. */
  description: string;
  /** Canonical path and query. */
  path: string;
  /** The way from the home page to this one, both excluded. */
  crumbs: Crumb[];
  body: Markup;
  /** Facts whose change drops the page from the cache: "content:<id>", "plan:<id>", "plan:any". */
  tags: string[];
  /** True: search engines are told to leave it out. */
  unlisted?: boolean;
  lastModified?: Date | null;
  /** Picture for link cards; absent: the site's own. `path` begins with a slash. */
  image?: { path: string; alt: string; width: number; height: number } | null;
  article?: {
    published: Date;
    modified: Date;
    section: string | null;
    tags: string[];
    /** What part an AI had, told to machines as "ai-assisted" or "ai-generated"; absent: nothing is to be told. */
    aiDisclosure?: string | null;
  };
  /** Feeds of just what this page lists, beside those of the whole site. */
  feeds?: FeedOffer | null;
  /** schema.org objects without "@context". */
  structuredData?: Record<string, unknown>[];
  /** Without header, navigation and footer, with these scripts and stylesheets of its own instead of the portal's script. */
  bare?: { files: string[] };
}

/** An answer that is no HTML page: a feed, a sitemap. */
export interface PortalFile {
  kind: "file";
  contentType: string;
  body: string;
  tags: string[];
  lastModified?: Date | null;
  /** Seconds that readers may keep it without asking. */
  maxAge: number;
  /** A small page for frames: the sites that may show it, none of them nobody, and the hash of its own style. */
  framed?: { by: string[]; style: string };
  /** It runs by itself and may load what pages may: a script that works without a page. */
  asPage?: boolean;
  /** Links told in the answer's head: `<https://…>; rel="self"`. */
  link?: string;
}

/** The page has moved for good: 301; after a form was sent: see there, 303. */
export interface PortalMove {
  kind: "move";
  to: string;
}

/** What was sent with a form, by who is known only as an address that nothing keeps. */
export interface PortalFormCall extends PortalCall {
  /** NFC, without signs of control but for ends of lines; a field at most 10,000 characters. */
  form: URLSearchParams;
  caller: string;
  /** What was chosen in its fields for files; none where the form takes none. */
  files: File[];
}

/** A form of a public page: plain HTML, sent by POST, never kept. */
export interface PortalForm {
  /** Hono path: "/bao-loi". */
  path: string;
  answer: (call: PortalFormCall) => Promise<PortalPage | PortalMove | null>;
  /** Pictures may come with it; most bytes of the whole. Without it a form is a few sentences. */
  mostBytes?: number;
}

export interface PortalRoute {
  /** Hono path: "/tin-tuc/:slug". */
  path: string;
  /** Query parameters that change the answer; all others are ignored. */
  query: string[];
  /** False: made anew for each reader, such as a form with a mark of its own. */
  keep?: boolean;
  /** Null: there is no such page (404). */
  answer: (call: PortalCall) => Promise<PortalPage | PortalFile | PortalMove | null>;
}

/** Addresses in one part of the sitemap; the protocol allows 50,000. */
export const SITEMAP_PART = 10_000;

/** One list that programs can follow, in all its formats. */
export interface FeedOffer {
  title: string;
  files: { path: string; label: string; contentType: string }[];
}

/** An item of the last two days, for the sitemap of news search engines. */
export interface NewsEntry {
  path: string;
  title: string;
  publishedAt: Date;
}

/** One address of the sitemap. */
export interface SitemapEntry {
  path: string;
  lastModified: Date | null;
  /** Why the page stands long and is looked over now and then; absent: it is of its day. */
  lasting?: "procedure" | "static" | "answer" | "explanation";
}

/** A capability's part of the home page. */
export interface HomePart {
  body: Markup;
  tags: string[];
  lastModified: Date | null;
}

/** What a capability shows to the public; the app composes home and sitemap of it. */
export interface PortalPages {
  /** Names its part of the sitemap: "tin-tuc". */
  name: string;
  /** Place in the main navigation, in order. */
  navigation: Crumb[];
  routes: PortalRoute[];
  /** Its part of the home page; null: nothing to show yet. */
  home?: (call: PortalCall) => Promise<HomePart | null>;
  /** Part `page` (from 1) of its addresses: 10,000 (SITEMAP_PART), fewer in the last. */
  sitemap?: (call: PortalCall, page: number) => Promise<SitemapEntry[]>;
  /** At most 1,000 items of the last two days. */
  news?: (call: PortalCall) => Promise<NewsEntry[]>;
  /** Its lists for programs; the first is named in the head of every page. */
  feeds?: FeedOffer[];
  forms?: PortalForm[];
  /** What it puts under every page, such as whether it helped; null: nothing under this one. */
  foot?: (call: PortalCall, page: PortalPage) => Markup | null;
}
