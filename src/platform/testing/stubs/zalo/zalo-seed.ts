import type { MediaSettings } from "../media-host.ts";

interface SeededApp {
  id: string;
  secret: string;
  /** Switched to active; else −209, and −14002 at the consent page. */
  active: boolean;
  /** “Official Account API” is registered for it; else −212. */
  hasOaProduct: boolean;
  /** Saved in the console; another one is refused with −14003. */
  callbackUrl: string;
  /** The permission group “quản lý bài viết” is ticked; else −223. */
  managesArticles: boolean;
  /** The console keeps one challenge and makes the link itself; null: a challenge in each link. */
  consoleChallenge: string | null;
}

export interface SeededOa {
  id: string;
  name: string;
  /** Else −221. */
  verified: boolean;
  packageName: string;
  /** The package includes articles by API; else −224. */
  hasArticles: boolean;
  followers: number;
}

interface ZaloSettings extends MediaSettings {
  /** A job is done after so many looks, or after so many seconds without any. */
  verifiesUntilDone: number;
  processingSeconds: number;
  conversionPolls: number;
  /** Who shows a spent refresh token loses the whole grant. */
  spentRefreshEndsGrant: boolean;
  requestsPerMinute: number;
  /** Articles that may still be made; then −223 “quota create article”. */
  articlesLeft: number;
  broadcastsPerDay: number;
  listsHidden: boolean;
  /** Names that have been seen for the same thing. */
  sliceField: "medias" | "articles";
  idField: "id" | "article_id";
  viewsPerHour: number;
}

export interface ZaloSeed {
  apps: SeededApp[];
  oas: SeededOa[];
  grants: { appId: string; oaId: string; accessToken: string; refreshToken: string }[];
  settings: ZaloSettings;
}

export const zaloSeed: ZaloSeed = {
  apps: [
    {
      id: "3802111422000000001",
      secret: "khoa-bi-mat-mau",
      active: true,
      hasOaProduct: true,
      callbackUrl: "https://mau.example/zalo/quay-lai",
      managesArticles: true,
      consoleChallenge: null,
    },
  ],
  oas: [
    {
      id: "2491302944280861639",
      name: "Sở Nội vụ tỉnh Mẫu",
      verified: true,
      packageName: "Nâng cao",
      hasArticles: true,
      followers: 12_450,
    },
    {
      id: "2491302944280861640",
      name: "UBND xã Mẫu Một",
      verified: false,
      packageName: "Cơ bản",
      hasArticles: false,
      followers: 310,
    },
  ],
  grants: [
    {
      appId: "3802111422000000001",
      oaId: "2491302944280861639",
      accessToken: "AT-so-noi-vu",
      refreshToken: "RT-so-noi-vu",
    },
    {
      appId: "3802111422000000001",
      oaId: "2491302944280861640",
      accessToken: "AT-xa-mau-mot",
      refreshToken: "RT-xa-mau-mot",
    },
  ],
  settings: {
    verifiesUntilDone: 2,
    processingSeconds: 5,
    conversionPolls: 2,
    spentRefreshEndsGrant: false,
    requestsPerMinute: 4000,
    articlesLeft: 100_000,
    broadcastsPerDay: 4,
    listsHidden: true,
    sliceField: "medias",
    idField: "id",
    viewsPerHour: 0,
    mediaOrigins: {},
    fetchesInside: false,
  },
};
