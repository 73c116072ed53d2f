/** @jsxImportSource hono/jsx */
import type { FeedOffer, HomePart, PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { countText, Empty } from "#platform/http/portal-parts.tsx";
import { SearchForm } from "./search.page.tsx";

export function homePage(call: PortalCall, parts: HomePart[]): PortalPage {
  const { agency, origin } = call;
  const dates = parts.map(({ lastModified }) => lastModified?.getTime() ?? 0);
  const newest = Math.max(0, ...dates);
  return {
    kind: "page",
    title: agency.name,
    description: `Tin chính thức của ${agency.name} về cải cách hành chính: kế hoạch đã hứa, việc đã làm, kết quả và minh chứng.`,
    path: "/",
    crumbs: [],
    // Also without a part: the first plan and the first item must appear.
    tags: ["content:any", "plan:any", ...parts.flatMap(({ tags }) => tags)],
    lastModified: newest > 0 ? new Date(newest) : null,
    structuredData: [
      {
        "@type": "WebSite",
        name: agency.name,
        url: `${origin}/`,
        inLanguage: "vi",
        potentialAction: {
          "@type": "SearchAction",
          target: `${origin}/tim-kiem?q={search_term_string}`,
          "query-input": "required name=search_term_string",
        },
      },
    ],
    body: (
      <>
        <div class="hero">
          <h1>Cải cách hành chính, gần dân</h1>
          <p class="lead">Kế hoạch, tin tức và kết quả cải cách hành chính của {agency.name}.</p>
          <SearchForm big />
        </div>
        {parts.length > 0 ? (
          <div class="home-parts">{parts.map(({ body }) => body)}</div>
        ) : (
          <Empty>
            <p>Cổng thông tin vừa mở; tin, bài và kế hoạch sẽ hiện ở đây khi được công bố.</p>
            <p>
              <a href="/gioi-thieu">Xem thông tin liên hệ của cơ quan</a>
            </p>
          </Empty>
        )}
      </>
    ),
  };
}

function FeedList({ offers }: { offers: FeedOffer[] }) {
  return (
    <dl class="pairs">
      {offers.map(({ title, files }) => (
        <div>
          <dt>{title}</dt>
          <dd>
            <ul class="feed-formats">
              {files.map(({ path, label }) => (
                <li>
                  <a href={path}>
                    {label}
                    <span class="unseen">: {title}</span>
                  </a>
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How many lists stand open at once; the many themes fold. */
const OPEN_FEEDS = 3;

/** /nguon-tin: every feed there is, in all formats. */
export function feedsPage(offers: FeedOffer[]): PortalPage {
  const folded = offers.slice(OPEN_FEEDS);
  return {
    kind: "page",
    title: "Nguồn tin cho phần mềm",
    description: "Địa chỉ Atom, RSS và JSON Feed của tin, bài: toàn bộ, theo thể loại, theo chủ đề.",
    path: "/nguon-tin",
    crumbs: [],
    tags: [],
    body: (
      <>
        <h1>Nguồn tin cho phần mềm</h1>
        <p class="lead">
          Trình đọc tin hoặc cổng thông tin khác có thể tự lấy tin, bài mới từ các địa chỉ này; không cần tài
          khoản.
        </p>
        <p>
          Bài đã thu hồi được báo trong Atom trong 30 ngày để nơi nhận gỡ xuống. Danh sách mọi trang của cổng:{" "}
          <a href="/sitemap.xml">sơ đồ trang (sitemap)</a>.
        </p>
        <FeedList offers={offers.slice(0, OPEN_FEEDS)} />
        {folded.length > 0 && (
          <details class="how">
            <summary>Theo từng chủ đề ({countText(folded.length)} nguồn)</summary>
            <FeedList offers={folded} />
          </details>
        )}
      </>
    ),
  };
}

/** What is shown when there is nothing at the address (404) or the server failed (500). */
const faults = {
  404: {
    title: "Không tìm thấy trang",
    description: "Địa chỉ này không có trang nào.",
    body: (
      <>
        <p class="lead">Địa chỉ này không có trang nào: có thể gõ nhầm, hoặc trang đã đổi chỗ.</p>
        <SearchForm />
        <p>
          Hoặc <a href="/">về trang chủ</a>, <a href="/tin-tuc">xem tin tức</a>.
        </p>
      </>
    ),
  },
  500: {
    title: "Máy chủ gặp lỗi",
    description: "Máy chủ gặp lỗi khi mở trang.",
    body: (
      <>
        <p class="lead">Trang chưa mở được. Lỗi đã được ghi lại; bạn không làm gì sai.</p>
        <p>
          Hãy thử tải lại sau ít phút, hoặc <a href="/">về trang chủ</a>.
        </p>
      </>
    ),
  },
  503: {
    title: "Cổng đang rất đông người",
    description: "Nhiều người đang cùng mở cổng thông tin.",
    body: (
      <>
        <p class="lead">Nhiều người đang cùng mở cổng nên trang này chưa mở được ngay.</p>
        <p>
          Hãy tải lại sau mười giây. Bạn cũng có thể <a href="/">về trang chủ</a> hoặc{" "}
          <a href="/thu-tuc">xem thủ tục hành chính</a>.
        </p>
      </>
    ),
  },
};

export function faultPage(status: keyof typeof faults, path: string): PortalPage {
  const { title, description, body } = faults[status];
  return {
    kind: "page",
    ...{ status, title, description, path, crumbs: [], unlisted: true, tags: [] },
    body: (
      <>
        <h1>{title}</h1>
        {body}
      </>
    ),
  };
}

/** Before an agency has been set up. */
export function unopenedPage(): PortalPage {
  return {
    kind: "page",
    title: "Cổng thông tin chưa mở",
    description: "Cơ quan chưa thiết lập cổng thông tin.",
    path: "/",
    crumbs: [],
    unlisted: true,
    tags: [],
    body: (
      <>
        <h1>Cổng thông tin chưa mở</h1>
        <p class="lead">Cơ quan đang chuẩn bị; xin quay lại sau.</p>
        <p>
          Người quản trị: <a href="/workspace/">vào nơi làm việc</a> để khai báo cơ quan, các đơn vị và tài
          khoản đầu tiên.
        </p>
      </>
    ),
  };
}
