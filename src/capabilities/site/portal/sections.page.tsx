/** @jsxImportSource hono/jsx */
import type { PortalCall, PortalMove, PortalPage } from "#platform/http/portal-page.ts";
import { Empty, Moment } from "#platform/http/portal-parts.tsx";
import { type SectionStanding, sectionStanding, sectionsOf, sectionsTag } from "../published.ts";

export const SECTIONS_PATH = "/thong-tin-cong-khai";
const pathOf = (slug: string) => `${SECTIONS_PATH}/${slug}`;
const crumbs = [{ label: "Thông tin công khai", href: SECTIONS_PATH }];

/** Texts and plans come and go by signals of their own. */
const tagsOf = ({ agency }: PortalCall) => [
  sectionsTag(agency.id),
  ...["content:any", "plan:any", "procedure:any", "document:any", `spokesperson:${agency.id}`],
];

/** What stands there now, in a line. */
function inWords({ count, absentReason, elsewhere }: SectionStanding) {
  if (count > 0) return null;
  if (elsewhere) return "Đăng ở trang khác";
  return absentReason ? `Không phát sinh: ${absentReason}` : "Đang cập nhật";
}

/** /thong-tin-cong-khai: every section that the rules ask for, also those where nothing stands yet. */
export async function answerSections(call: PortalCall): Promise<PortalPage> {
  const { database, agency, now } = call;
  const sections = await sectionsOf(database, agency.id, now);
  return {
    kind: "page",
    title: "Thông tin công khai",
    description: `Những thông tin ${agency.name} phải công khai theo Nghị định 42/2022/NĐ-CP.`,
    path: SECTIONS_PATH,
    crumbs: [],
    tags: tagsOf(call),
    body: (
      <>
        <h1>Thông tin công khai</h1>
        <p class="lead">Các mục cơ quan phải công khai theo Nghị định 42/2022/NĐ-CP và quy định liên quan.</p>
        <ul class="sections">
          {sections.map((section) => {
            const words = inWords(section);
            return (
              <li>
                <h2 class="card-title">
                  <a href={pathOf(section.slug)}>{section.title}</a>
                </h2>
                {words && <p class="card-facts">{words}</p>}
                {section.count > 0 && section.lastChange && (
                  <p class="card-facts">
                    Cập nhật ngày <Moment at={section.lastChange} withHour={false} />
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </>
    ),
  };
}

function Section({ section }: { section: SectionStanding }) {
  const { title, texts, parts, count, elsewhere, absentReason, reviewedAt, slug } = section;
  return (
    <>
      <h1>{title}</h1>
      {parts.some((part) => part.count > 0) && (
        <ul>
          {parts.map(({ href, label }) => (
            <li>
              <a href={href}>{label}</a>
            </li>
          ))}
          {slug === "co-cau-to-chuc" && (
            <li>
              <a href="/en" lang="en" hreflang="en">
                Organisation and contacts
              </a>
            </li>
          )}
        </ul>
      )}
      {texts.length > 0 && (
        <ul class="sections">
          {texts.map((text) => (
            <li>
              <h2 class="card-title">
                <a href={text.href}>{text.title}</a>
              </h2>
              <p class="card-facts">
                Cập nhật ngày <Moment at={text.updatedAt} withHour={false} />
              </p>
            </li>
          ))}
        </ul>
      )}
      {elsewhere && (
        <p>
          Mục này đăng tại{" "}
          <a href={elsewhere} rel="noopener noreferrer">
            {new URL(elsewhere).hostname}
          </a>
          .
        </p>
      )}
      {count === 0 && absentReason && <p class="lead">Không phát sinh: {absentReason}</p>}
      {count === 0 && !elsewhere && !absentReason && (
        <Empty>
          <p>Mục này đang được cập nhật.</p>
          <p>
            Cần thông tin ngay, xin <a href="/gioi-thieu">liên hệ cơ quan</a>.
          </p>
        </Empty>
      )}
      {reviewedAt && (
        <p class="facts">
          Cơ quan xem lại, xác nhận còn đúng ngày <Moment at={reviewedAt} withHour={false} />
        </p>
      )}
    </>
  );
}

/** /thong-tin-cong-khai/<section> */
export async function answerSection(call: PortalCall): Promise<PortalPage | PortalMove | null> {
  const section = await sectionStanding(call.database, call.agency.id, call.params.slug ?? "", call.now);
  if (!section) return null;
  return {
    kind: "page",
    title: section.title,
    description: section.holds,
    path: pathOf(section.slug),
    crumbs,
    tags: tagsOf(call),
    lastModified: section.lastChange,
    body: <Section section={section} />,
  };
}
