import { describe, expect, test } from "vitest";
import { cleanHtml } from "./clean-html.ts";
import { readFeedDate } from "./feed-date.ts";
import { limits } from "./limits.ts";
import { type ReadFeed, type ReadItem, readFeed } from "./read-feed.ts";
import { UnreadableFeed } from "./unreadable-feed.ts";

const read = (
  feed: string | Uint8Array,
  address: string | null = null,
  contentType: string | null = null,
): ReadFeed => readFeed({ bytes: typeof feed === "string" ? Buffer.from(feed) : feed, address, contentType });
const rss = (items: string, head = "<title>Báo Mẫu</title><link>https://bao.example/</link>") =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${head}${items}</channel></rss>`;
const codes = ({ warnings }: ReadFeed) => warnings.map(({ code }) => code);
const refusal = (feed: string | Uint8Array, address: string | null = null): UnreadableFeed => {
  try {
    read(feed, address);
  } catch (error) {
    if (error instanceof UnreadableFeed) return error;
    throw error;
  }
  throw new Error("was read");
};

test.each([
  ["Mon, 23 Nov 2026 07:30:00 +0700", "2026-11-23T07:30:00+07:00"],
  ["Mon, 23 Nov 2026 00:30:00 GMT", "2026-11-23T07:30:00+07:00"],
  ["Tue, 23 Nov 26 00:30 UT", "2026-11-23T07:30:00+07:00"],
  ["Mon,23 Nov 2026 07:30:00 GMT+7", "2026-11-23T07:30:00+07:00"],
  ["Mon, 23 November 2026 07:30:00 ICT", "2026-11-23T07:30:00+07:00"],
  ["Mon, 23 Nov 2026 07:30:00 +07:00", "2026-11-23T07:30:00+07:00"],
  ["Mon, 23 Nov 2026 07:30:00 Asia/Ho_Chi_Minh", "2026-11-23T07:30:00+07:00"],
  ["Mon, 23 Nov 2026 07:30:00 SE Asia Standard Time", "2026-11-23T07:30:00+07:00"],
  ["Mon, 23 Nov 2026 07:30:00 GMT+0700 (Giờ Đông Dương)", "2026-11-23T07:30:00+07:00"],
  ["Mon Nov 23 07:30:00 ICT 2026", "2026-11-23T07:30:00+07:00"],
  ["November 23, 2026 07:30", "2026-11-23T07:30:00+07:00"],
  ["23 Nov 2026", "2026-11-23T00:00:00+07:00"],
  ["Thứ Hai, 23 Tháng 11 2026 07:30:00 +0700", "2026-11-23T07:30:00+07:00"],
  ["Thứ hai, ngày 23 tháng 11 năm 2026, 07:30 (GMT+7)", "2026-11-23T07:30:00+07:00"],
  ["T2, 23 Thg 11 2026 07:30", "2026-11-23T07:30:00+07:00"],
  ["Chủ nhật, 22/11/2026 - 19:30 (GMT+7)", "2026-11-22T19:30:00+07:00"],
  ["03/04/2026 07:30", "2026-04-03T07:30:00+07:00"],
  ["23/11/2026 7:30:00 CH", "2026-11-23T19:30:00+07:00"],
  ["23-11-2026", "2026-11-23T00:00:00+07:00"],
  ["23.11.2026 07h30", "2026-11-23T07:30:00+07:00"],
  ["07:30 23/11/2026", "2026-11-23T07:30:00+07:00"],
  ["2026-11-23T07:30:00", "2026-11-23T07:30:00+07:00"],
  ["2026-11-23T00:30:00.123Z", "2026-11-23T07:30:00+07:00"],
  ["2026-11-23 07:30:00+07", "2026-11-23T07:30:00+07:00"],
  ["2026-11-23T07:30:00+07:00[Asia/Ho_Chi_Minh]", "2026-11-23T07:30:00+07:00"],
  ["2026/11/23 07:30", "2026-11-23T07:30:00+07:00"],
  ["20261123T003000Z", "2026-11-23T07:30:00+07:00"],
  ["2026-11-23", "2026-11-23T00:00:00+07:00"],
  ["1795393800", "2026-11-23T07:30:00+07:00"],
  ["1795393800000", "2026-11-23T07:30:00+07:00"],
  ["/Date(1795393800000+0700)/", "2026-11-23T07:30:00+07:00"],
  // What cannot be read for sure stays unknown.
  ["11/23/2026", null],
  ["11/23/2026 7:30:00 AM", null],
  ["31/02/2026", null],
  ["23/11/26", null],
  ["2026-11", null],
  ["2026", null],
  ["Mon, 23 Nov 2026 07:30:00 XYZ", null],
  ["Mon, 01 Jan 0001 00:00:00 GMT", null],
  ["Thu, 01 Jan 1970 00:00:00 GMT", null],
  ["0", null],
  ["hôm qua", null],
  ["Mon, 23 Foo 2026 07:30:00 +0700", null],
  ["25:30 23/11/2026", null],
  ["", null],
])("the date “%s” is %s", (printed, date) => expect(readFeedDate(printed)).toBe(date));

describe("each format is read", () => {
  const one = { title: "Tin một", publishedAt: "2026-11-23T07:30:00+07:00" };
  test.each<[string, string, Partial<ReadItem>]>([
    [
      "RSS 2.0 with the whole text",
      rss(
        `<item><title>Tin một</title><link>/tin/1</link><guid isPermaLink="false">g1</guid><pubDate>Mon, 23 Nov 2026 07:30:00 +0700</pubDate><description>Tóm tắt</description><content:encoded><![CDATA[<p>Toàn <b>văn</b> <a href="tep.pdf">tệp</a></p>]]></content:encoded></item>`,
      ),
      {
        ...one,
        ...{ id: "g1", url: "https://bao.example/tin/1", summary: "Tóm tắt" },
        html: '<p>Toàn <b>văn</b> <a href="https://bao.example/tin/tep.pdf" rel="nofollow noopener noreferrer">tệp</a></p>',
      },
    ],
    [
      "RSS 0.91, its items beside the channel",
      `<rss version="0.91"><channel><title>Báo Mẫu</title></channel><item><title>Tin một</title><link>https://bao.example/1</link><pubDate>23/11/2026 07:30</pubDate></item></rss>`,
      { ...one, id: "https://bao.example/1", url: "https://bao.example/1", summary: null, html: null },
    ],
    [
      "RSS 1.0",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://bao.example/"><title>Báo Mẫu</title></channel><item rdf:about="https://bao.example/1"><title>Tin một</title><link>https://bao.example/1?utm=rss</link><dc:date>2026-11-23T07:30:00+07:00</dc:date></item></rdf:RDF>`,
      { ...one, id: "https://bao.example/1", url: "https://bao.example/1?utm=rss" },
    ],
    [
      "Atom, XHTML inside, bases inside each other",
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://bao.example/a/"><title type="html">Báo &lt;i>Mẫu&lt;/i></title><entry xml:base="b/"><id>tag:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Tin <em>một</em></div></title><link rel="enclosure" href="x.mp3"/><link href="1.html"/><updated>2026-11-24T00:00:00Z</updated><published>2026-11-23T00:30:00Z</published><content type="xhtml" xml:base="c/"><div xmlns="http://www.w3.org/1999/xhtml"><p>1 &lt; 2 <img src="anh.jpg" alt="Ảnh"/></p></div></content></entry></feed>`,
      {
        ...one,
        ...{ id: "tag:1", url: "https://bao.example/a/b/1.html" },
        html: '<p>1 &lt; 2 <img src="https://bao.example/a/b/c/anh.jpg" alt="Ảnh"></p>',
      },
    ],
    [
      "Atom, plain text: a sign is a sign",
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo Mẫu</title><entry><id>1</id><title>Tin một</title><link href="https://bao.example/1"/><updated>2026-11-23T00:30:00Z</updated><content>a &lt;p&gt; b &amp;amp; c</content></entry></feed>`,
      { ...one, html: "<p>a &lt;p&gt; b &amp;amp; c</p>" },
    ],
    [
      "JSON Feed 1.1",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        ...{ title: "Báo Mẫu", home_page_url: "https://bao.example/" },
        items: [
          {
            id: 7,
            url: "/7",
            title: "Tin một",
            content_text: "A & B",
            date_published: "2026-11-23T07:30:00+07:00",
          },
        ],
      }),
      { ...one, id: "7", url: "https://bao.example/7", html: "<p>A &amp; B</p>" },
    ],
    [
      "JSON Feed 1, broken by a line inside a text",
      `{"version":"https://jsonfeed.org/version/1","title":"Báo Mẫu","items":[{"id":"7","title":"Tin\nmột","date_published":"2026-11-23T07:30:00+07:00",}]}`,
      { ...one, id: "7", url: null },
    ],
    [
      "a sitemap of news",
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://bao.example/1?a=1&b=2</loc><lastmod>2026-11-25</lastmod><image:image><image:loc>https://bao.example/a.jpg</image:loc><image:title>Ảnh</image:title></image:image><news:news><news:publication><news:name>Báo Mẫu</news:name><news:language>vi</news:language></news:publication><news:publication_date>2026-11-23T07:30:00+07:00</news:publication_date><news:title>Tin một</news:title></news:news></url></urlset>`,
      { ...one, id: "https://bao.example/1?a=1&b=2", url: "https://bao.example/1?a=1&b=2" },
    ],
  ])("%s", (_, feed, item) => {
    const { title, items, itemsInFile } = read(feed);
    expect({ title, count: items.length, itemsInFile }).toEqual({
      title: "Báo Mẫu",
      count: 1,
      itemsInFile: 1,
    });
    expect(items[0]).toMatchObject(item);
  });

  test("an index of sitemaps names each, and says that it is one", () => {
    const feed = read(
      "<sitemapindex><sitemap><loc>https://bao.example/1.xml</loc></sitemap><sitemap><loc>https://bao.example/2.xml</loc></sitemap></sitemapindex>",
    );
    expect(feed.items.map(({ url }) => url)).toEqual([
      "https://bao.example/1.xml",
      "https://bao.example/2.xml",
    ]);
    expect(codes(feed)).toEqual(["sitemap-index"]);
  });
});

test.each<[string, string, (string | null)[], string[]]>([
  [
    "an ampersand",
    rss("<item><title>A & B &nbsp;&agrave; &khong;</title></item>"),
    ["A & B à &khong;"],
    ["ampersand"],
  ],
  ["control characters", rss("<item><title>A\u0000\u0008B&#8;C</title></item>"), ["ABC"], ["control"]],
  [
    "missing end tags",
    "<rss><channel><title>T<item><title>A<link>https://b.example/1<item><title>B",
    ["A", "B"],
    ["tags"],
  ],
  ["crossed tags", rss("<item><title>A<b>x</title></b></item><item><title>B</title>"), ["Ax", "B"], ["tags"]],
  ["space and words before", `\n\n Warning: x\n${rss("<item><title>A</title></item>")}`, ["A"], []],
  [
    "several roots",
    rss("<item><title>A</title></item>") + rss("<item><title>B</title></item>"),
    ["A", "B"],
    ["roots"],
  ],
  [
    "a section without end",
    rss("<item><title><![CDATA[A</title></item><item><title><![CDATA[B]]></title></item>"),
    ["A", "B"],
    ["cdata"],
  ],
  [
    "unescaped HTML",
    rss("<item><title>A</title><description><p>x<br>y<script>if (a<b) z</script></description></item>"),
    ["A"],
    ["tags"],
  ],
  [
    "escaped twice",
    rss("<item><title>&amp;lt;b&amp;gt;A&amp;lt;/b&amp;gt; &amp;amp; B</title></item>"),
    ["A & B"],
    [],
  ],
  [
    "tags in a section",
    rss("<item><title><![CDATA[<b>A</b> <script>alert(1)</script>&amp; nhiệt độ <10]]></title></item>"),
    ["A & nhiệt độ <10"],
    [],
  ],
  ["decomposed letters", rss("<item><title>Cải cách</title></item>".normalize("NFD")), ["Cải cách"], []],
  [
    "entities of its own",
    `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>${rss("<item><title>&b;|&c;</title></item>")}`,
    ["&b;|&c;"],
    ["entities"],
  ],
  [
    "names that harm objects",
    rss("<item><title>A</title><constructor>x</constructor><__proto__ __proto__='1'>y</__proto__></item>"),
    ["A"],
    [],
  ],
  [
    "deep nesting",
    rss(`<item><title>A</title><description>${"<div>".repeat(5_000)}x</description></item>`),
    ["A"],
    ["deep"],
  ],
  ["nothing inside", rss("<item></item><item/>"), [], ["empty"]],
  ["a channel alone", "<channel><title>T</title><item><title>A</title></item></channel>", ["A"], []],
  ["capital letters", "<RSS VERSION='2.0'><CHANNEL><ITEM><TITLE>A</TITLE></ITEM></CHANNEL></RSS>", ["A"], []],
])("XML with %s is mended, and said", (_, feed, titles, warnings) => {
  const done = read(feed);
  expect(done.items.map(({ title }) => title)).toEqual(titles);
  expect(codes(done)).toEqual(expect.arrayContaining(warnings));
  expect(JSON.stringify(done.items)).not.toMatch(/root:|alert|haha/);
});

test("one item an id, the last changed one; an item without id is known by its address or its words", () => {
  const entry = (id: string, updated: string, title: string) =>
    `<entry><id>${id}</id><title>${title}</title><updated>${updated}</updated></entry>`;
  const feed = read(
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title>${entry("1", "2026-11-23T00:00:00Z", "cũ")}${entry("2", "2026-11-23T00:00:00Z", "hai")}${entry("1", "2026-11-24T00:00:00Z", "mới")}</feed>`,
  );
  expect(feed.items.map(({ id, title }) => [id, title])).toEqual([
    ["1", "mới"],
    ["2", "hai"],
  ]);
  expect([feed.itemsInFile, codes(feed)]).toEqual([3, ["duplicate"]]);
  const same = rss("<item><title>A</title></item><item><title>A</title></item><item><title>B</title></item>");
  expect(read(same).items.map(({ id }) => id)).toEqual(read(same).items.map(({ id }) => id));
  expect(read(same).items).toHaveLength(2);
});

test.each([
  "javascript:alert(1)",
  "java\nscript:alert(1)",
  " JaVaScRiPt:alert(1)",
  "data:text/html,x",
  "vbscript:x",
  "file:///etc/passwd",
])("the link %j leads nowhere", (link) => {
  const feed = read(
    rss(
      `<item><title>A</title><link><![CDATA[${link}]]></link><description><![CDATA[<a href="${link}">x</a><img src="${link}">]]></description></item>`,
    ),
  );
  expect(feed.items[0]).toMatchObject({ url: null, html: "<a>x</a>" });
  expect(codes(feed)).toContain("link");
});

test.each([
  ['<p onclick="x()" style="color:red">a</p>', "<p>a</p>"],
  ["<script>x</script >a<SCRIPT\n>y</script>", "a"],
  ["a<script>never closed", "a"],
  ["<scr<script>ipt>x</script>", "&lt;scr"],
  ["<svg><p>x</p><script>y</script></svg>a", "a"],
  ["<math><mtext><table><mglyph><style><img src=x onerror=y>", ""],
  ["<iframe src=//x></iframe><object data=x>y</object>a", "a"],
  ['<img src=x onerror="y">', '<img src="https://bao.example/x" alt="">'],
  ['<img src="https://dem.example/1.gif" width="1" height="1">', ""],
  [
    '<img src="data:image/gif;base64,R0" data-src="/a.jpg" alt=\'"><script>\'>',
    '<img src="https://bao.example/a.jpg" alt="&quot;&gt;&lt;script&gt;">',
  ],
  ['<a href="&#106;avascript&colon;x">a</a>', "<a>a</a>"],
  ["<b><i>a</b>c", "<b><i>a</i></b>c"],
  ["</div></td>a<li>b", "a<li>b</li>"],
  ["<!-- <b> -->a<!--x", "a"],
  [
    '<noscript><p title="</noscript><img src=x onerror=y>">',
    '<img src="https://bao.example/x" alt="">&quot;&gt;',
  ],
  ["&lt;script&gt;a", "&lt;script&gt;a"],
  ["1 < 2 <3", "1 &lt; 2 &lt;3"],
  ["<form action=x><input></form>a", "a"],
  ['<p>a<x-y z="1">b</x-y></p>', "<p>ab</p>"],
])("HTML is made safe: %s", (given, made) => expect(cleanHtml(given, "https://bao.example/")).toBe(made));

describe("the charset is found, whoever is wrong about it", () => {
  const words = "Kế hoạch tuyên truyền của tỉnh và các xã về cải cách hành chính được thực hiện trong năm";
  const feed = (encoding: string) =>
    rss(`<item><title>${words}</title></item>`).replace('encoding="UTF-8"', encoding);
  const win1258 = (text: string) => {
    const table = new Map(
      Array.from({ length: 128 }, (_, at) => [
        new TextDecoder("windows-1258").decode(Buffer.from([at + 128])),
        at + 128,
      ]),
    );
    const marks = "\u0300\u0301\u0303\u0309\u0323";
    // Marks of tone stand apart in this encoding; those of letters do not.
    const apart = [...text]
      .map((letter) => {
        const parts = [...letter.normalize("NFD")];
        const tone = parts.filter((part) => marks.includes(part)).join("");
        return (
          parts
            .filter((part) => !marks.includes(part))
            .join("")
            .normalize("NFC") + tone
        );
      })
      .join("");
    return Buffer.from([...apart].map((letter) => table.get(letter) ?? letter.charCodeAt(0)));
  };
  test.each<[string, Uint8Array, string | null]>([
    ["a server that says Latin", Buffer.from(feed('encoding="UTF-8"')), "text/xml; charset=iso-8859-1"],
    ["a declaration that says UTF-16", Buffer.from(feed('encoding="utf-16"')), null],
    ["UTF-8 with its mark", Buffer.from(`\ufeff${feed("")}`), "text/xml; charset=windows-1258"],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${feed("")}`, "utf16le"), null],
    ["UTF-16 without", Buffer.from(feed(""), "utf16le"), "text/xml; charset=utf-8"],
    ["Windows-1258 as declared", win1258(feed('encoding="windows-1258"')), null],
    ["Windows-1258 declared as UTF-8", win1258(feed('encoding="UTF-8"')), "application/rss+xml"],
  ])("%s", (_, bytes, contentType) => expect(read(bytes, null, contentType).items[0]?.title).toBe(words));

  test("one broken letter does not spoil the others", () => {
    const broken = Buffer.concat([
      Buffer.from(rss(`<item><title>${words}</title></item>`).replace("</title></item></channel></rss>", "")),
      Buffer.from([0xe1, 0xba]),
      Buffer.from("</title></item></channel></rss>"),
    ]);
    const done = read(broken);
    expect(done.items[0]?.title).toBe(`${words}\ufffd`);
    expect(codes(done)).toEqual(["charset"]);
  });
});

test.each<[string, string, string, string]>([
  ["nothing", "", "empty", "trống"],
  ["space", "\ufeff \n", "empty", "trống"],
  [
    "a page that names its feeds",
    '<!DOCTYPE html><html><head><title>x</title><link rel="alternate" type="application/rss+xml" href="/rss/tin.xml"><link rel="alternate" type="application/atom+xml" href="javascript:x"></head>',
    "html",
    "https://bao.example/rss/tin.xml",
  ],
  ["a page without", "<html><body>x</body></html>", "html", "không giới thiệu nguồn tin nào"],
  ["other XML", "<?xml version='1.0'?><note>x</note>", "unknown-type", "chỉ đọc được RSS"],
  ["words", "chào", "unknown-type", "chỉ đọc được RSS"],
  ["other JSON", '{"a":1}', "unknown-type", "không phải JSON Feed"],
  ["half a JSON", '{"version":"https://jsonfeed.org/version/1.1","items":[', "damaged", "hỏng"],
  ["JSON that only nests", "[".repeat(1_000_000), "damaged", "hỏng"],
])("%s is refused in words", (_, feed, code, words) => {
  const refused = refusal(feed, "https://bao.example/trang/");
  expect(refused.code).toBe(code);
  expect(refused.message).toContain(words);
});

test("a feed of 10,000 items is read whole; more than the bound is refused", () => {
  const text = "Nội dung dài của tin. ".repeat(4);
  const items = Array.from(
    { length: 10_000 },
    (_, at) =>
      `<item><guid>${at}</guid><title>Tin ${at}</title><description><![CDATA[<p>${text}</p><script>x</script>]]></description></item>`,
  );
  const large = read(rss(items.join("")));
  expect([large.items.length, large.itemsInFile, large.warnings]).toEqual([10_000, 10_000, []]);
  expect(large.items.at(-1)).toMatchObject({ id: "9999", html: `<p>${text}</p>` });
  expect(refusal(new Uint8Array(limits.bytes + 1)).code).toBe("too-large");
});

test.each([
  ["<", 20_000],
  ["<!--", 20_000],
  ["<![CDATA[", 20_000],
  ["</a", 20_000],
  ['<b a="', 20_000],
  ["<item>", 20_000],
  ["<svg </svg ", 20_000],
  ["&#", 20_000],
])("%s without end is read to its end", (piece, times) => {
  expect(() => read(`<rss><channel><item><title>A</title><description>${piece.repeat(times)}`)).not.toThrow();
});
