import type { MediaSettings } from "../media-host.ts";

export interface SeededAccount {
  openId: string;
  username: string;
  nickname: string;
  isPrivate: boolean;
}

interface TiktokSettings extends MediaSettings {
  /** Before that everything is for the owner's eyes alone, and the account must be private. */
  audited: boolean;
  /** Posts per account and day. */
  dailyCap: number;
  /** Domains of which pictures and films may be fetched. */
  verifiedDomains: string[];
  /** How often a post says PROCESSING before it is complete, and how often it then has no public id. */
  pollsUntilComplete: number;
  pollsUntilPublic: number;
  /** Calls per minute and token. */
  perMinute: { init: number; creator: number; status: number };
}

export interface TiktokSeed {
  clients: { key: string; secret: string; redirectUri: string }[];
  accounts: SeededAccount[];
  grants: {
    clientKey: string;
    openId: string;
    accessToken: string;
    refreshToken: string;
    scopes: string[];
  }[];
  settings: TiktokSettings;
}

export const ALL_SCOPES = [
  "user.info.basic",
  "user.info.profile",
  "user.info.stats",
  "video.publish",
  "video.upload",
  "video.list",
];

export const tiktokSeed: TiktokSeed = {
  clients: [
    { key: "awkhoamau", secret: "bi-mat-tiktok", redirectUri: "https://mau.example/tiktok/quay-lai" },
  ],
  accounts: [
    { openId: "723f-so-noi-vu", username: "sonoivu_mau", nickname: "Sở Nội vụ tỉnh Mẫu", isPrivate: false },
  ],
  grants: [
    {
      clientKey: "awkhoamau",
      openId: "723f-so-noi-vu",
      accessToken: "act.so-noi-vu",
      refreshToken: "rft.so-noi-vu",
      scopes: ALL_SCOPES,
    },
  ],
  settings: {
    audited: true,
    dailyCap: 15,
    verifiedDomains: ["anh.mau.example"],
    pollsUntilComplete: 2,
    pollsUntilPublic: 1,
    perMinute: { init: 6, creator: 20, status: 30 },
    mediaOrigins: {},
    fetchesInside: false,
  },
};
