import { describe, expect, test } from "vitest";
import { admission } from "./admission.ts";

/** Work that ends when it is told to. */
function works() {
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const work = (name: string) => () => {
    begun.push(name);
    return new Promise<string>((resolve, reject) =>
      ends.set(name, (error) => (error ? reject(error) : resolve(name))),
    );
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const end = (name: string, error?: Error) => {
    ends.get(name)!(error);
    return turn();
  };
  return { begun, work, end, turn };
}

describe("admission", () => {
  test("lets so many work at once, the others in their order", async () => {
    const admit = admission({ atOnce: 2, waiting: 5 });
    const { begun, work, end, turn } = works();
    const done = ["a", "b", "c", "d"].map((name) => admit(work(name)));
    await turn();
    expect(begun).toEqual(["a", "b"]);
    await end("b");
    expect(begun).toEqual(["a", "b", "c"]);
    await end("a");
    expect(begun).toEqual(["a", "b", "c", "d"]);
    await end("c");
    await end("d");
    expect(await Promise.all(done)).toEqual(["a", "b", "c", "d"]);
  });

  test("turns away who would wait behind too many, without beginning", async () => {
    const admit = admission({ atOnce: 1, waiting: 1 });
    const { begun, work, end, turn } = works();
    const [first, second] = [admit(work("a")), admit(work("b"))];
    expect(await admit(work("c"))).toBeNull();
    await end("a");
    await end("b");
    expect([await first, await second]).toEqual(["a", "b"]);
    const later = admit(work("d"));
    await turn();
    await end("d");
    expect(await later).toBe("d");
    expect(begun).toEqual(["a", "b", "d"]);
  });

  test("work that fails gives its place free", async () => {
    const admit = admission({ atOnce: 1, waiting: 1 });
    const { work, end, turn } = works();
    const first = admit(work("a"));
    const second = admit(work("b"));
    await turn();
    const failed = expect(first).rejects.toThrow("hỏng");
    await end("a", new Error("hỏng"));
    await failed;
    await end("b");
    expect(await second).toBe("b");
  });
});
