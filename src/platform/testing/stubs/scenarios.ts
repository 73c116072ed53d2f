const BEHAVIOURS = [
  "drop-before",
  "commit-then-drop",
  "commit-then-5xx",
  "delay",
  "status",
  "rate-limit",
  "expire-token",
  "revoke-token",
  "async-fail",
  "garble",
] as const;
type Behaviour = (typeof BEHAVIOURS)[number];

export interface ScenarioParams {
  /** How long `delay` and the behaviours that commit wait before they answer or hang up. */
  delayMs?: number;
  /** With `delay`: "after" stores only once the delay is over. With `garble`: false stores nothing. */
  commit?: "before" | "after" | boolean;
  /** With `commit-then-drop`: only so much of the body arrived. */
  keepBytes?: number;
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** What a processing that fails says. */
  reason?: string;
  /** What else a network's own stub understands. */
  [other: string]: unknown;
}

export interface Scenario {
  match?: {
    method?: string;
    /** A regular expression for the path, without the query. */
    path?: string;
    /** So many matching requests are answered as usual before. */
    skip?: number;
  };
  /** For how many matching requests; once unless said. */
  times?: number;
  behaviour: Behaviour;
  params?: ScenarioParams;
}

interface Waiting {
  scenario: Scenario;
  path: RegExp;
  skip: number;
  left: number;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @throws TypeError where a scenario is none, so that no test passes because its failure never happened. */
function readScenario(input: unknown): Waiting {
  if (!isObject(input)) throw new TypeError("a scenario is an object");
  const { match = {}, times = 1, behaviour, params = {} } = input;
  if (!BEHAVIOURS.includes(behaviour as Behaviour))
    throw new TypeError(`unknown behaviour “${behaviour}”; known: ${BEHAVIOURS.join(", ")}`);
  if (!isObject(match) || !isObject(params)) throw new TypeError("match and params are objects");
  if (!Number.isInteger(times) || (times as number) < 1) throw new TypeError("times is a number from 1");
  const path = new RegExp(String(match.path ?? ""));
  const scenario = { match, times, behaviour, params } as Scenario;
  return { scenario, path, skip: scenario.match?.skip ?? 0, left: times as number };
}

/** The behaviours that wait for their requests, in the order in which they were queued. */
export class ScenarioQueue {
  #waiting: Waiting[] = [];

  add(input: unknown): void {
    const all = (Array.isArray(input) ? input : [input]).map(readScenario);
    this.#waiting.push(...all);
  }

  /** The behaviour for this request, used up by it; null: answer as usual. */
  take(method: string, path: string): Scenario | null {
    for (const one of this.#waiting) {
      const wanted = one.scenario.match?.method?.toUpperCase();
      if ((wanted && wanted !== method) || !one.path.test(path)) continue;
      if (one.skip > 0) {
        one.skip -= 1;
        continue;
      }
      one.left -= 1;
      if (one.left === 0) this.#waiting = this.#waiting.filter((other) => other !== one);
      return one.scenario;
    }
    return null;
  }

  waiting(): Scenario[] {
    return this.#waiting.map(({ scenario, left }) => ({ ...scenario, times: left }));
  }

  clear(): void {
    this.#waiting = [];
  }
}
