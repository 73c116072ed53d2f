import type { Scenario } from "./scenarios.ts";
import type { StubAnswer } from "./stub-call.ts";
import type { StubClock } from "./stub-clock.ts";

export const CONTROL = "/__stub/";

/** What the calls under `/__stub/` may do; a test in the same process does the same without them. */
interface Controlled {
  clock: StubClock;
  queue(...scenarios: Scenario[]): void;
  waiting(): Scenario[];
  requests(): unknown;
  objects(): unknown;
  reset(seed?: object): void;
}

function turnClock(clock: StubClock, wanted: { now?: string; advanceSeconds?: number } | undefined): void {
  if (wanted?.now !== undefined) clock.set(wanted.now);
  else if (wanted?.advanceSeconds !== undefined) clock.advance(wanted.advanceSeconds);
  else throw new TypeError('say {"now": "…"} or {"advanceSeconds": …}');
}

/** Answers a call to the control plane; what it cannot read is refused with why. */
export function answerControl(
  stub: Controlled,
  { method, path, body }: { method: string; path: string; body: Buffer },
): StubAnswer {
  try {
    const said = body.length > 0 ? JSON.parse(body.toString()) : undefined;
    switch (`${method} ${path.slice(CONTROL.length)}`) {
      case "POST reset":
        stub.reset(said);
        return { body: { ok: true } };
      case "POST clock":
        turnClock(stub.clock, said);
        return { body: { now: stub.clock.iso() } };
      case "GET clock":
        return { body: { now: stub.clock.iso() } };
      case "POST scenarios":
        stub.queue(...[said].flat());
        return { body: { waiting: stub.waiting() } };
      case "GET scenarios":
        return { body: { waiting: stub.waiting() } };
      case "GET requests":
        return { body: stub.requests() };
      case "GET objects":
        return { body: stub.objects() };
      default:
        return { status: 404, body: { error: `no ${method} ${path} here` } };
    }
  } catch (error) {
    return { status: 400, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}
