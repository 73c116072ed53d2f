import { expect, test } from "vitest";
import { facebook } from "./facebook.ts";
import { networks } from "./index.ts";
import { layOut, lengthIn, postIssues } from "./post-length.ts";
import { zalo } from "./zalo.ts";

const words = {
  title: "Thủ tục mới",
  summary: "Một câu tóm tắt.",
  text: "Lời đăng",
  link: "https://so.mau.vn/tin-tuc/thu-tuc-moi?utm_content=abc",
  hashtags: ["#CảiCáchHànhChính", "#DịchVụCông"],
};

test("a text is as long as its network counts it, whatever form its letters come in", () => {
  expect(lengthIn("code-points", "Đường 🏛️")).toBe(8);
  expect(lengthIn("utf-16", "Đường 🏛️")).toBe(9);
  expect(lengthIn("bytes", "Đường")).toBe(9);
  expect(lengthIn("code-points", "Đường".normalize("NFD"))).toBe(5);
});

test("a post is laid out field by field, what is cut on a screen and what is refused is told", () => {
  const [title, description, body] = layOut(zalo, { ...words, title: "ộ".repeat(151) });
  expect(title).toMatchObject({ length: 151, most: 150, tooLong: true });
  expect(title!.cut).toEqual({ desktop: "ộ".repeat(80), phone: "ộ".repeat(60) });
  expect(description).toMatchObject({ tooLong: false, cut: { desktop: null, phone: null } });
  expect(body!.text).toBe(`Lời đăng\n\n${words.link}`);
  expect(postIssues(zalo, { ...words, title: "ộ".repeat(151) }, { pictures: 0, videos: 0 })).toEqual([
    "Tiêu đề dài 151 ký tự; Zalo OA nhận nhiều nhất 150.",
  ]);
  const [message] = layOut(facebook, words);
  expect(message!.text).toBe(`Lời đăng\n\n${words.link}\n\n#CảiCáchHànhChính #DịchVụCông`);
});

test("a network that shows videos alone refuses a text without one", () => {
  for (const network of networks) {
    const issues = postIssues(network, words, { pictures: 0, videos: 0 });
    expect(issues.length > 0, network.slug).toBe(network.needs !== "nothing");
    const pictures = postIssues(network, words, { pictures: 1, videos: 0 });
    expect(pictures.length > 0, network.slug).toBe(network.needs === "video");
    expect(postIssues(network, words, { pictures: 0, videos: 1 }), network.slug).toEqual([]);
  }
});

test("every network that people post to by hand says how, and no two have one slug", () => {
  expect(new Set(networks.map(({ slug }) => slug)).size).toBe(networks.length);
  for (const { slug, byHand } of networks) expect(byHand.length > 0, slug).toBe(slug !== "portal");
});
