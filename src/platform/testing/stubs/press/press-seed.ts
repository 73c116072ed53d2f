/** What the mail server says of itself at EHLO. */
interface Capabilities {
  startTls: boolean;
  /** Largest message in bytes; null: not told. */
  size: number | null;
  eightBitMime: boolean;
  smtpUtf8: boolean;
  dsn: boolean;
  pipelining: boolean;
  auth: ("PLAIN" | "LOGIN" | "XOAUTH2")[];
}

export interface PressSeed {
  /** Who may send: by password, or by token (XOAUTH2), which `POST /token` renews for whoever has the newest of its kind. */
  senders: { user: string; password: string; token: string; refreshToken: string }[];
  capabilities: Capabilities;
  settings: {
    /** Without it anybody may send, as a relay inside a network lets. */
    asksWho: boolean;
    maxConnections: number;
    maxPerConnection: number;
    maxPerHour: number;
    /** How long `slow@` waits after the final dot. */
    slowMs: number;
    /** How long after acceptance `latebounce@` comes back. */
    bounceAfterSeconds: number;
    /** Where public addresses in mails are really served, for trying their links. */
    linkOrigins: Record<string, string>;
  };
}

export const pressSeed: PressSeed = {
  senders: [
    {
      ...{ user: "baochi@mau.example", password: "mat-khau-ung-dung" },
      ...{ token: "ya29-thu", refreshToken: "1//thu" },
    },
  ],
  capabilities: {
    startTls: true,
    size: 15_000_000,
    eightBitMime: true,
    smtpUtf8: true,
    dsn: true,
    pipelining: true,
    auth: ["PLAIN", "LOGIN", "XOAUTH2"],
  },
  settings: {
    asksWho: true,
    maxConnections: 10,
    maxPerConnection: 20,
    maxPerHour: 1_000_000,
    slowMs: 300,
    bounceAfterSeconds: 0,
    linkOrigins: {},
  },
};
