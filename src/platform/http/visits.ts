/** Header by which a page tells the cache under which name its visits are counted: "<agency id> <path>". */
export const VISITED_HEADER = "x-page-visited";

/** Programs that say what they are: searchers, monitors, previews of links, tools of the command line. */
const PROGRAM =
  /bot\b|bot[/;_-]|crawl|spider|slurp|fetch|monitor|preview|scan|check|archive|feed|rss|http|curl|wget|python|java\/|perl|ruby|php|okhttp|axios|node|headless|lighthouse|facebookexternalhit|zalo-?parser|validator|index|gandan/i;
const MOST_AGENTS = 2000;
const agents = new Map<string, boolean>();

function namesAProgram(agent: string): boolean {
  const known = agents.get(agent);
  if (known !== undefined) return known;
  if (agents.size >= MOST_AGENTS) agents.clear();
  const program = PROGRAM.test(agent.replace(/\(?https?:\/\/[^\s)]*\)?/g, " bot "));
  agents.set(agent, program);
  return program;
}

/**
 * Whether a person's browser seems to open the page: what names itself as a program, only looks ahead, or is fetched
 * by a page is left out. Who pretends to be a browser is taken for one.
 */
export function isReader(method: string | undefined, header: (name: string) => string | undefined): boolean {
  const agent = header("user-agent");
  if (method !== "GET" || !agent || namesAProgram(agent)) return false;
  if (header("sec-purpose") !== undefined || header("purpose") === "prefetch") return false;
  const destination = header("sec-fetch-dest");
  return destination === undefined || destination === "document";
}

let counted = new Map<string, number>();

/** Adds a visit; held in memory until it is taken, so that a page costs no write. */
export function countVisit(page: string): void {
  counted.set(page, (counted.get(page) ?? 0) + 1);
}

export interface CountedVisits {
  agencyId: string;
  path: string;
  visits: number;
}

/** What was counted since it was last taken; it is then counted from nothing. */
export function takeVisits(): CountedVisits[] {
  const taken = counted;
  counted = new Map();
  return [...taken].map(([page, visits]) => {
    const gap = page.indexOf(" ");
    return { agencyId: page.slice(0, gap), path: page.slice(gap + 1), visits };
  });
}

/** What was taken and could not be kept is counted again. */
export function giveVisitsBack(taken: CountedVisits[]): void {
  for (const { agencyId, path, visits } of taken) {
    const page = `${agencyId} ${path}`;
    counted.set(page, (counted.get(page) ?? 0) + visits);
  }
}
