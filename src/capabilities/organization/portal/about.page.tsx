/** @jsxImportSource hono/jsx */
import type { PortalAgency, PortalCall, PortalNeighbour, PortalPage } from "#platform/http/portal-page.ts";

const kinds: [kind: string, heading: string][] = [
  ["leadership", "Lãnh đạo"],
  ["office", "Văn phòng"],
  ["division", "Phòng chuyên môn"],
  ["affiliated", "Đơn vị trực thuộc"],
];

function About({ agency }: { agency: PortalAgency }) {
  const { name, superiorName, symbol, address, place, phone, hotline, email, openingHours, units } = agency;
  const { above, below } = agency;
  const contacts = [
    ["Cơ quan cấp trên", above ? <a href={portalHref(above)}>{above.name}</a> : superiorName],
    ["Ký hiệu văn bản", symbol],
    ["Địa chỉ", address ?? place],
  ] as const;
  return (
    <>
      <h1>Giới thiệu và liên hệ</h1>
      <p class="lead">{name} công bố tại đây kế hoạch, tin, bài và kết quả cải cách hành chính của mình.</p>
      <section aria-labelledby="lien-he">
        <h2 id="lien-he">Liên hệ</h2>
        <dl class="pairs">
          {contacts.map(
            ([label, value]) =>
              value && (
                <div>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
          {phone && (
            <div>
              <dt>Điện thoại</dt>
              <dd>
                <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
              </dd>
            </div>
          )}
          {hotline && (
            <div>
              <dt>Đường dây nóng</dt>
              <dd>
                <a href={`tel:${hotline.replace(/[^+\d]/g, "")}`}>{hotline}</a>
              </dd>
            </div>
          )}
          {email && (
            <div>
              <dt>Thư điện tử</dt>
              <dd>
                <a href={`mailto:${email}`}>{email}</a>
              </dd>
            </div>
          )}
          {openingHours && (
            <div>
              <dt>Giờ làm việc</dt>
              <dd>
                {openingHours.split("\n").map((line, index) => (
                  <>
                    {index > 0 && <br />}
                    {line}
                  </>
                ))}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <section aria-labelledby="don-vi">
        <h2 id="don-vi">Các đơn vị</h2>
        {units.length === 0 && <p>Danh sách đơn vị đang được cập nhật.</p>}
        {kinds.map(([kind, heading]) => {
          const ofKind = units.filter((unit) => unit.kind === kind);
          return (
            ofKind.length > 0 && (
              <>
                <h3>{heading}</h3>
                <ul class="units">
                  {ofKind.map((unit) => (
                    <li>
                      {unit.name}
                      {unit.shortName !== unit.name && <span class="soft"> ({unit.shortName})</span>}
                    </li>
                  ))}
                </ul>
              </>
            )
          );
        })}
      </section>
      {below.length > 0 && (
        <section aria-labelledby="truc-thuoc">
          <h2 id="truc-thuoc">Cổng của các cơ quan trực thuộc</h2>
          <ul class="units">
            {below.map((one) => (
              <li>
                <a href={portalHref(one)}>{one.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Leads out of this agency's portal; the installation's own agency is sent on to the root. */
const portalHref = ({ slug }: PortalNeighbour) => `/co-quan/${slug}/`;

/** /gioi-thieu */
export async function answerAbout({ agency, origin }: PortalCall): Promise<PortalPage> {
  const { name, address, place, phone, email, superiorName } = agency;
  return {
    kind: "page",
    title: "Giới thiệu và liên hệ",
    description: `Địa chỉ, điện thoại, giờ làm việc và các đơn vị của ${name}.`,
    path: "/gioi-thieu",
    crumbs: [],
    body: <About agency={agency} />,
    tags: [],
    structuredData: [
      {
        "@type": "GovernmentOrganization",
        name,
        url: `${origin}/`,
        ...(superiorName && {
          parentOrganization: { "@type": "GovernmentOrganization", name: superiorName },
        }),
        address: { "@type": "PostalAddress", streetAddress: address ?? place, addressCountry: "VN" },
        ...(phone && { telephone: phone }),
        ...(email && { email }),
      },
    ],
  };
}
