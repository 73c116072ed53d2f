import type { MediaSettings } from "../media-host.ts";

export interface SeededToken {
  token: string;
  kind: "USER" | "PAGE";
  appId: string;
  userId: string;
  /** Of a Page token. */
  pageId?: string;
  /** Unix seconds; 0: never. */
  expiresAt?: number;
  scopes?: string[];
}

export interface SeededPage {
  id: string;
  name: string;
  username: string;
  /** Insights exist from 100 on. */
  likes: number;
}

interface FacebookSettings extends MediaSettings {
  /** Percent of the hour's allowance that a call uses up; at 100 calls are refused with code 80001. */
  usagePerCall: number;
  /** A post is listed under /published_posts only so many seconds after it was made. */
  appearsAfterSeconds: number;
  /** How often a video says `processing` before it is ready. */
  pollsUntilReady: number;
  /** A message that a Page said within so many seconds is answered with 506. */
  repeatSeconds: number;
  reelsPerDay: number;
  requireAppSecretProof: boolean;
  /** How fast the figures of a post grow by themselves. */
  viewsPerHour: number;
  /** Metrics that Facebook has taken away meanwhile: one of them fails the whole call. */
  retiredMetrics: string[];
}

export interface FacebookSeed {
  apps: { id: string; secret: string }[];
  people: { id: string; name: string; declined: string[]; pages: string[] }[];
  pages: SeededPage[];
  tokens: SeededToken[];
  settings: FacebookSettings;
}

export const ALL_SCOPES = [
  "pages_show_list",
  "pages_read_engagement",
  "pages_manage_posts",
  "read_insights",
  "pages_manage_engagement",
  "pages_read_user_content",
  "business_management",
];

/** A department and a commune; the token of each Page is known, so that a channel can be connected by pasting it. */
export const facebookSeed: FacebookSeed = {
  apps: [{ id: "4100200300400501", secret: "bi-mat-ung-dung-mau" }],
  people: [{ id: "61550000000000017", name: "Cán bộ Mẫu", declined: [], pages: [] }],
  pages: [
    { id: "102938475600001", name: "Sở Nội vụ tỉnh Mẫu", username: "sonoivumau", likes: 5400 },
    { id: "102938475600002", name: "UBND xã Mẫu Một", username: "xamaumot", likes: 80 },
  ],
  tokens: [
    {
      token: "EAAB-trang-so-noi-vu",
      kind: "PAGE",
      appId: "4100200300400501",
      userId: "61550000000000017",
      pageId: "102938475600001",
    },
    {
      token: "EAAB-trang-xa-mau-mot",
      kind: "PAGE",
      appId: "4100200300400501",
      userId: "61550000000000017",
      pageId: "102938475600002",
    },
    {
      token: "EAAB-nguoi-dung",
      kind: "USER",
      appId: "4100200300400501",
      userId: "61550000000000017",
    },
  ],
  settings: {
    usagePerCall: 0.1,
    appearsAfterSeconds: 0,
    pollsUntilReady: 2,
    repeatSeconds: 60,
    reelsPerDay: 30,
    requireAppSecretProof: false,
    viewsPerHour: 0,
    retiredMetrics: [],
    mediaOrigins: {},
    fetchesInside: false,
  },
};
