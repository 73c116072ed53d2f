import type { AnyContractRouter } from "@orpc/contract";
import type { AnyRouter } from "@orpc/server";
import type { Hono } from "hono";
import type { ZodType } from "zod";
import type { Actor } from "../auth/actor.ts";
import type { Config } from "../config/config.ts";
import type { Database, Transaction } from "../database/database.ts";
import type { NameSampleFiles } from "../files/sample-files.ts";
import type { Job } from "../jobs/jobs.ts";
import type { LookUpAbbreviations } from "../search/abbreviations-of.ts";
import type { Subscription } from "../signals/signals.ts";
import type { AuditWords } from "./audit-words.ts";
import type { ComposeMail } from "./compose-mail.ts";
import type { LookUpDaysOff } from "./days-off.ts";
import type { NoticeMatters } from "./notice-matters.ts";
import type { PublicPart } from "./public-parts.ts";

/** A command of the command line. */
export interface Command {
  /** Words after `gandan`: "plan read". */
  name: string;
  summary: string;
  /** False: only reads a file, starts nothing. */
  needsDatabase: boolean;
  /** Most arguments that it takes; one unless said. */
  args?: number;
  /** Flags beside --json and --help, which every command knows; a list is given once or often, its values joined by ",". */
  flags?: Record<string, "switch" | "value" | "list">;
  /** True: may begin a new installation where there is none; the others refuse. */
  begins?: boolean;
  /** False: works on a database as it is, also before an upgrade; the others bring it up to date first. */
  upgrades?: boolean;
  /** Looks at the words before anything is opened: a line that says why they cannot be used, or null. */
  refuse?: (call: CommandWords) => Promise<string | null> | string | null;
  /** The exit code: 0 done, 1 not well, 2 refused with one line on `stderr` and nothing changed. */
  run: (call: CommandCall) => Promise<number>;
}

export interface CommandWords {
  args: string[];
  flags: Record<string, string | boolean>;
  config: Config;
}

export interface CommandCall extends CommandWords {
  /** The result: with --json the data as one document, else the text. */
  answer: (data: unknown, text: string) => void;
  /** Asks the person at the console and gives the line typed; null where nobody answers. */
  ask: (question: string) => Promise<string | null>;
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  /** Open for commands that need it; throws for the others. */
  database: Database;
  /** Connection of the role that owns the tables, for commands on the installation as a whole. */
  ownerUrl: string;
}

/** One line of `gandan doctor`. */
export interface Finding {
  name: string;
  ok: boolean;
  /** What was found, and when it is not well, what to do. */
  advice: string;
}

/** What a mounted HTTP part may use. */
export interface HttpParts {
  config: Config;
  database: Database;
  /** Public address without a final slash. */
  baseUrl: () => string;
}

/** One capability's part of the sample department. */
export interface SamplePart {
  /** Order among the capabilities: parts of lower ones exist already. */
  order: number;
  load: (database: Database) => Promise<void>;
  /** True when the installation is empty, so that sample mode loads the sample; stated by the lowest capability. */
  missing?: (database: Database) => Promise<boolean>;
  /** Keys of the stored files that belong to the sample now. */
  files?: NameSampleFiles;
  /** True when somebody has removed the sample: it does not come back by itself. */
  removed?: (database: Database) => Promise<boolean>;
}

/** One kind of call to a system outside: its name, what it tells of, and the shape of `data` in its body. */
export interface OutgoingCall {
  slug: string;
  label: string;
  data: ZodType;
}

/** What a capability hands to the apps: the only thing they mount. */
export interface Plug {
  capability: string;
  /** What its acts and their objects are called in the audit. */
  auditWords?: AuditWords;
  contract?: AnyContractRouter;
  routes?: AnyRouter;
  jobs?: Job[];
  subscriptions?: Subscription[];
  /** Each minute, where people are served: whether the background work is done, so that they hear when it is not. */
  watch?: (database: Database) => Promise<void>;
  /** What systems outside that an agency has chosen are told of by signed calls; stands in the reference of the API. */
  outgoingCalls?: OutgoingCall[];
  commands?: Command[];
  sample?: SamplePart;
  /** Plain HTTP beside the API: sign-in, file downloads. */
  http?: (app: Hono, parts: HttpParts) => void;
  /** Looks its part over for `gandan doctor`; only on a database that is up to date. */
  examine?: (database: Database, config: Config) => Promise<Finding[]>;
  /** Runs once after migration, before serving (schedules, first rows). */
  prepare?: (database: Database | Transaction, config: Config) => Promise<void>;
  /** Who calls, from a request's headers; stated by the capability that keeps people. */
  actorOf?: (database: Database, headers: Headers) => Promise<Actor | null>;
  /** The days off of an agency; stated by the capability that keeps its calendar. */
  daysOff?: LookUpDaysOff;
  /** What readers may abbreviate in the public search; stated by the capability that keeps the list of words. */
  abbreviations?: LookUpAbbreviations;
  /** How what it tells people of is looked up again before it is sent to them. */
  noticeMatters?: NoticeMatters;
  /** What of it fills a section that an agency must publish. */
  publicParts?: readonly PublicPart[];
  /** What the mails that it queues say at the moment they go out. */
  composeMail?: ComposeMail;
  /** Lines for the console once the server is ready: sample accounts, the code of the first set-up. */
  announce?: (database: Database, config: Config) => Promise<string[]>;
}
