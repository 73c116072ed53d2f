import type { IncomingHttpHeaders } from "node:http";
import type { ScenarioParams } from "./scenarios.ts";

/** A request as it came in, whole. */
export interface StubCall {
  method: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** The queued behaviour was `async-fail`: accept, then fail with this reason. */
  failsWith: string | null;
  /** What else the queued behaviour asks for. */
  params: ScenarioParams;
}

/** `body` is sent as it is when text or bytes, else as JSON. */
export interface StubAnswer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

export interface StubFile {
  name: string;
  type: string;
  bytes: Buffer;
}

type Field = StubFile | string | number | boolean | null | object;

/** What was sent, in whatever way: query, form, parts or JSON. Files come as such. */
export class Fields {
  readonly #all = new Map<string, Field>();

  static async of(call: StubCall): Promise<Fields> {
    const fields = new Fields();
    for (const [name, value] of call.query) fields.#all.set(name, value);
    const type = call.headers["content-type"] ?? "";
    if (call.body.length === 0) return fields;
    if (type.includes("json")) {
      const given: unknown = JSON.parse(call.body.toString());
      for (const [name, value] of Object.entries(given ?? {})) fields.#all.set(name, value as Field);
    } else if (type.startsWith("application/x-www-form-urlencoded")) {
      for (const [name, value] of new URLSearchParams(call.body.toString())) fields.#all.set(name, value);
    } else if (type.startsWith("multipart/")) {
      const parts = await new Response(new Uint8Array(call.body), {
        headers: { "content-type": type },
      }).formData();
      for (const [name, value] of parts)
        fields.#all.set(
          name,
          typeof value === "string"
            ? value
            : { name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) },
        );
    }
    return fields;
  }

  has(name: string): boolean {
    return this.#all.has(name);
  }

  names(): string[] {
    return [...this.#all.keys()];
  }

  text(name: string): string | null {
    const value = this.#all.get(name);
    return value === undefined || value === null || typeof value === "object" ? null : String(value);
  }

  /** As the networks read yes and no; `usual` where nothing was said. */
  flag(name: string, usual: boolean): boolean {
    const said = this.text(name);
    return said === null ? usual : said === "true" || said === "1";
  }

  /** Everything as it came. */
  all(): Record<string, unknown> {
    return Object.fromEntries(this.#all);
  }

  /** A list or object, also where it came as the text of one. */
  json(name: string): unknown {
    const value = this.#all.get(name);
    if (typeof value !== "string") return value;
    try {
      return JSON.parse(value);
    } catch {
      return undefined;
    }
  }

  file(name: string): StubFile | null {
    const value = this.#all.get(name);
    return typeof value === "object" && value !== null && "bytes" in value ? (value as StubFile) : null;
  }
}

/** Numbers above 2^53 that a network gives, one after another. */
export function idsFrom(first: bigint): () => string {
  let last = first;
  return () => {
    last += 7n;
    return String(last);
  };
}
