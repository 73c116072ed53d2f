import { describe, expect, test } from "vitest";
import { isComposing } from "./ime.ts";
import { keysAsText, matchesShortcut } from "./shortcuts.ts";

const key = (parts: Partial<KeyboardEvent>) =>
  ({
    key: "a",
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    keyCode: 65,
    ...parts,
  }) as KeyboardEvent;
const target = (selector: string | null, editable = false) =>
  ({ isContentEditable: editable, closest: () => selector }) as unknown as EventTarget;

describe("the typist with Telex or VNI", () => {
  test("is composing while the input method says so, or when the browser only says 229", () => {
    expect(isComposing(key({ isComposing: true }))).toBe(true);
    expect(isComposing(key({ keyCode: 229 }))).toBe(true);
    expect(isComposing({ nativeEvent: key({ keyCode: 229 }) })).toBe(true);
    expect(isComposing(key({}))).toBe(false);
  });

  test("never fires a shortcut while composing, not even one with Ctrl", () => {
    expect(matchesShortcut(key({ key: "c", isComposing: true }), "c")).toBe(false);
    expect(matchesShortcut(key({ key: "Enter", ctrlKey: true, keyCode: 229 }), "mod+Enter")).toBe(false);
  });

  test("writes letters in fields without firing one-letter shortcuts", () => {
    expect(matchesShortcut(key({ key: "c", target: target("input") }), "c")).toBe(false);
    expect(matchesShortcut(key({ key: "c", target: target(null, true) }), "c")).toBe(false);
    expect(matchesShortcut(key({ key: "c", target: target(null) }), "c")).toBe(true);
  });

  test("may use Ctrl and ⌘ shortcuts inside fields", () => {
    expect(matchesShortcut(key({ key: "k", ctrlKey: true, target: target("input") }), "mod+k")).toBe(true);
    expect(matchesShortcut(key({ key: "k", metaKey: true, target: target("input") }), "mod+k")).toBe(true);
    expect(matchesShortcut(key({ key: "k", target: target(null) }), "mod+k")).toBe(false);
  });
});

test("shortcuts are named as the keyboard at hand names them", () => {
  expect(keysAsText("mod+Enter", false)).toBe("Ctrl Enter");
  expect(keysAsText("mod+k", true)).toBe("⌘ K");
});
