import { afterEach, expect, test, vi } from "vitest";
import { forgetLocally, keepLocally, localDraft, ownLocalDrafts, saysWhoWrites } from "./local-draft.ts";

/** As a browser's, whose names are its own properties. */
class Store {
  getItem = (name: string): string | null => (this as Record<string, unknown>)[name] as string | null;
  setItem = (name: string, value: string) => Object.assign(this, { [name]: value });
  removeItem = (name: string) => delete (this as Record<string, unknown>)[name];
}

afterEach(() => vi.unstubAllGlobals());

const first = { id: "01970000-0000-7000-8000-00000000000a", name: "Người thứ nhất" };
const second = { id: "01970000-0000-7000-8000-00000000000b", name: "Người thứ hai" };
const draft = (text: string, at: string) => ({ text, base: "bản 1", at });

test("on a shared machine the next person neither reads nor overwrites what somebody left of the same text", async () => {
  vi.stubGlobal("localStorage", new Store());
  saysWhoWrites(first);
  keepLocally("bai", draft("Chữ của người thứ nhất", "2026-11-30T07:00:00Z"));
  saysWhoWrites(second);
  expect(await localDraft("bai")).toBeNull();
  expect(await ownLocalDrafts(second.id)).toEqual([]);
  keepLocally("bai", draft("Chữ của người thứ hai", "2026-11-30T08:00:00Z"));
  await forgetLocally("bai");
  expect(await localDraft("bai")).toBeNull();
  saysWhoWrites(first);
  expect(await localDraft("bai")).toMatchObject({ text: "Chữ của người thứ nhất", by: first.id });
  expect(await ownLocalDrafts(first.id)).toMatchObject([{ key: "bai" }]);
  await forgetLocally("bai", "2026-11-30T06:00:00Z");
  expect(await localDraft("bai")).not.toBeNull();
  await forgetLocally("bai");
  expect(await localDraft("bai")).toBeNull();
});
