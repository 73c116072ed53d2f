import type { AskedPost, FiguresRead } from "./figures-call.ts";

/**
 * What a network is asked for, and how it ends. One folder a network; the words are those of every outside contract.
 * A connector keeps no state: what it must remember it hands to `keep`, which is committed before it goes on.
 */

/** What a connector remembers of a delivery between two calls: ids of uploads, jobs, sessions. Never secrets. */
export type Handles = Record<string, string>;

export interface Done {
  outcome: "done";
  remoteId: string | null;
  url: string | null;
  /** What people should know of how it was done, beside that it is. */
  note?: string;
  /** Of a change: it did not come to all whom it was for; those who post are told the note. */
  isPartly?: boolean;
  /** Looked after in so many seconds. */
  followIn?: number;
}

export type Outcome =
  /** The network confirmed it. `url`: where people read it. */
  | Done
  /** Accepted, still being worked on there, or by a person; asked again after so many seconds, never sent again. */
  | { outcome: "pending"; askAgainIn: number | null; why: string }
  /** Certainly not published. `after`: so many seconds at least. `holds`: the whole account waits with it. */
  | { outcome: "retry"; why: string; after?: number; holds?: boolean }
  /** The network no longer lets us in: a person must connect anew. */
  | { outcome: "reauth"; why: string }
  /** Final for this text. */
  | { outcome: "rejected"; why: string }
  /** It may have been published. */
  | { outcome: "unknown"; why: string };

/** What looking for it at the network tells after an unknown outcome. */
export type Found =
  | Done
  /** The network says for certain that it is not there. */
  | { outcome: "absent" }
  /** Not told yet; asked again after so many seconds. Null: only a person can tell. `personMay`: so may one meanwhile. */
  | { outcome: "unknown"; why: string; askAgainIn: number | null; personMay?: boolean };

/** What became known of a post that stands, or was done for it, since. */
export interface Followed {
  remoteId?: string;
  url?: string;
  /** A line of its history. */
  words?: string;
  /** Somebody has to look: those who post are told the words. */
  alarm?: boolean;
  /** Seconds until it is looked after again; null: nothing more is to come. */
  followIn: number | null;
}

export interface PostPicture {
  id: string;
  alt: string;
  width: number;
  height: number;
  /** Public address, absolute. */
  address: string;
  /** The same as WebP, at most 1080 pixels wide. */
  narrow: string;
  /** Written anew as JPEG: at most so many bytes, the longest side at most so many pixels. */
  jpeg: (most: { bytes: number; side: number }) => Promise<Buffer>;
}

export interface PostRecording {
  id: string;
  sort: "video" | "audio";
  contentType: string;
  bytes: number;
  seconds: number;
  width: number;
  height: number;
  address: string;
  /** Absolute path of the file on disk; only ever read. */
  path: string;
  /** WebVTT; null: it has none. */
  captions: () => Promise<string | null>;
}

/** What goes out: the approved text as a network can take it. */
export interface Post {
  /** The same on every attempt; stands in `link` too. */
  marker: string;
  title: string;
  summary: string;
  /** The words for this channel: its own, or the shared ones. */
  text: string;
  /** The article on our portal, absolute, with the marker. */
  link: string;
  hashtags: string[];
  pictures: PostPicture[];
  recordings: PostRecording[];
  /** The words at length: its own, or the whole text, plain. */
  whole?: string;
  /** Nobody may publish it before this moment. */
  embargoUntil?: Date | null;
}

/** To where a letter comes back that is not delivered. */
export interface Returns {
  /** The return address of the envelope. */
  path: string;
  /** Names the letter, opaque; carried in it too. */
  tag: string;
}

/** Somebody a post is sent to by name. */
export interface Recipient {
  /** Under which the handles name it: the same on every attempt, and no address of anybody. */
  key: string;
  address: string;
  /** False: wants no more letters. */
  isWilling: boolean;
  /** Public address by which it is said that no more letters are wanted. */
  unsubscribe: string;
  /** The same was sent before and taken back by a letter: when, and what its letters are called by. */
  recalled?: { at: Date; remoteId: string };
  /** Where what comes back is read: of the letter itself, and of what comes after it. */
  returns?: { first: Returns; later: Returns };
}

/** A file that goes with a post. */
export interface Attachment {
  /** In ASCII. */
  fileName: string;
  contentType: string;
  /** Why it may not be sent just now; null: it may. */
  unfit: string | null;
  content: () => Promise<Buffer>;
}

export interface Credentials<Secret> {
  /** What was saved when the account was connected, or rotated since. @throws NotConnected */
  read: () => Promise<Secret>;
  /** One at a time per account: `refresh` gets the newest, and what it gives is committed before anybody uses it. */
  rotate: (refresh: (current: Secret) => Promise<Secret>) => Promise<Secret>;
}

/** `body`: text, bytes or a stream; `seconds`: how long an answer may take, 10 unless said. */
export type OutgoingFetch = (
  address: string,
  init?: { method?: string; headers?: Record<string, string>; body?: unknown; seconds?: number },
) => Promise<Response>;

export interface ConnectorCall<Secret = unknown> {
  account: { id: string; name: string; handle: string; url: string | null };
  credentials: Credentials<Secret>;
  post: Post;
  /** What was chosen for this network when it was planned, by the names that the network gives its choices. */
  choices: Record<string, string>;
  handles: Handles;
  /** Adds to the handles, committed when it returns. */
  keep: (more: Handles) => Promise<void>;
  /** Says that the next call makes it visible; committed when it returns, and allowed once. */
  risky: () => Promise<void>;
  /** When that was said; null: it was not. */
  riskyAt: Date | null;
  /** Says that a further call which must not be made twice comes next; true the first time alone, whoever asks. */
  once: (step: string) => Promise<boolean>;
  /** To whom it goes, where a network wants that told. */
  recipients: () => Promise<Recipient[]>;
  attachments: () => Promise<Attachment[]>;
  fetch: OutgoingFetch;
  /** The address of a server that is called otherwise than by HTTP. @throws OutgoingRefused */
  addressOf: (host: string) => Promise<string>;
  now: () => Date;
}

/** A call about a post that stands there. `post`: what is to stand; its handles and marks are the change's own. */
export interface ChangeCall<Secret = unknown> extends ConnectorCall<Secret> {
  stands: {
    remoteId: string;
    url: string | null;
    /** What was kept when it was posted. */
    handles: Handles;
    /** What stands there. */
    title: string;
    summary: string;
    /** Its words at length: the channel's own, or the whole text, plain. */
    whole: string;
    /** Ids of its pictures and recordings. */
    media: string[];
  };
  /** Names this change, the same on every attempt. */
  change: string;
  /** Why it changes, as readers may see it. */
  reason: string;
}

/** What a network lets be done to what stands there. Everything before `risky()` may happen again. */
export interface Changing<Secret = unknown> {
  /** It comes to people anew, as a letter does: never begun by itself. */
  reachesPeople: boolean;
  /** What becomes of it there, as who asks for it should know before. */
  effect: string;
  submit: (call: ChangeCall<Secret>) => Promise<Outcome>;
  /** Asks what became of what was accepted; absent: nothing is ever accepted only. */
  poll?: (call: ChangeCall<Secret>) => Promise<Outcome>;
  /** Reads it back after a call that ended in nothing to rely on. `absent`: it was not done and may be tried again. */
  look: (call: ChangeCall<Secret>) => Promise<Found>;
}

/** What is needed to ask about an account, whatever is on its way there. */
export type AccountCall<Secret = unknown> = Pick<
  ConnectorCall<Secret>,
  "credentials" | "fetch" | "addressOf" | "now"
>;

/** One field of the form by which an administrator connects an account. */
export interface ConnectionField {
  name: string;
  label: string;
  hint: string;
  /** Never shown again. */
  secret: boolean;
  required: boolean;
  /** Has several lines. */
  long?: boolean;
  /** One of these is chosen, by whoever connects. */
  options?: { value: string; label: string }[];
}

/** What binds whoever posts under an account, told before anything is planned there. */
export interface AccountLimit {
  words: string;
  /** Posts with these choices are refused, before they are planned; without any: every post. Absent: told only. */
  forbids?: Record<string, string>;
  /** Posts of this sort are refused there as the account is connected now; told where its text is chosen for it. */
  refuses?: "video" | "without-picture";
}

/** What looking at an account at its network tells. */
export type AccountCheck =
  /** `expiresAt`: until when the network lets us in; null: it does not say, or without end. */
  | { ok: true; name: string | null; remoteId?: string; expiresAt: Date | null; limits?: AccountLimit[] }
  /** `final`: a person must connect anew; else it is looked at again. `field`: what was filled in wrongly. */
  | { ok: false; why: string; final: boolean; field?: string };

/** How figures are read at a network. */
interface FiguresReader {
  /** So many posts are asked about at once. */
  most: number;
  /** `skip`: names that the network said it does not tell; they are not asked for. @throws what the connection throws */
  read: (call: AccountCall, posts: AskedPost[], skip: ReadonlySet<string>) => Promise<FiguresRead>;
  /**
   * Under which id a post of the account is asked about that a person made, as its address tells; null: it tells none.
   * `owner`: the account's own id there. Left out: addresses of this network never tell.
   */
  idOf?: (address: string, owner: string | null) => string | null;
}

export interface Connector<Secret = unknown> {
  network: string;
  /** What an administrator fills in to connect; the values are sealed as they are. */
  connection: ConnectionField[];
  /** Looks whether the network lets us in and may be posted to; changes nothing there. */
  check: (call: AccountCall<Secret>) => Promise<AccountCheck>;
  /** Sends it. Everything before `risky()` may happen again. */
  submit: (call: ConnectorCall<Secret>) => Promise<Outcome>;
  /** Asks what became of what was accepted. */
  poll: (call: ConnectorCall<Secret>) => Promise<Outcome>;
  /** Looks for it after the visible call ended in nothing that can be relied on. */
  reconcile: (call: ConnectorCall<Secret>) => Promise<Found>;
  /** Looks after what stands already, where the outcome asked for it. */
  follow?: (call: ConnectorCall<Secret>) => Promise<Followed>;
  /**
   * Under which id stands what this delivery left at an address that a person pasted; null: what stands there is not known
   * to be of it, and a person changes it. Absent: the network lets nothing be changed. @throws where it cannot be asked
   */
  identify?: (call: ConnectorCall<Secret>, address: string) => Promise<string | null>;
  /** Puts other words where it stands; absent: a person does. */
  change?: Changing<Secret>;
  /** Takes it down; absent: a person does. */
  remove?: Changing<Secret>;
  /** Reads how posts do; left out: the network tells no figures. */
  figures?: FiguresReader;
}

/** The account was never connected, or its connection was taken away. */
export class NotConnected extends Error {
  override name = "NotConnected";
}
