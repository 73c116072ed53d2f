/** @jsxImportSource hono/jsx */
import type { PortalCall, PortalPage } from "#platform/http/portal-page.ts";
import { en, publicEnglishNames, sectionsTag } from "../published.ts";

/** A name in English where there is one; else the Vietnamese one, told to be that. */
const Name = ({ english, vietnamese }: { english: string | undefined; vietnamese: string }) =>
  english ? (
    <>
      {english}{" "}
      <span class="soft" lang="vi">
        ({vietnamese})
      </span>
    </>
  ) : (
    <span lang="vi">{vietnamese}</span>
  );

const dial = (phone: string) => `tel:${phone.replace(/[^+\d]/g, "")}`;

/** /en: structure and contacts, which foreigners are to find in English. */
export async function answerEnglish({ database, agency }: PortalCall): Promise<PortalPage> {
  const { own, byUnit } = await publicEnglishNames(database, agency.id);
  const { address, place, phone, hotline, email, openingHours, units } = agency;
  const contacts = [
    [en.address, <span lang="vi">{address ?? place}</span>],
    [en.phone, phone && <a href={dial(phone)}>{phone}</a>],
    [en.hotline, hotline && <a href={dial(hotline)}>{hotline}</a>],
    [en.email, email && <a href={`mailto:${email}`}>{email}</a>],
    [en.hours, openingHours && <span lang="vi">{openingHours}</span>],
  ] as const;
  return {
    kind: "page",
    title: en.title,
    description: `${en.title}: ${own ?? agency.name}`,
    path: "/en",
    crumbs: [],
    tags: [sectionsTag(agency.id)],
    body: (
      <div lang="en">
        <h1>{en.title}</h1>
        <p class="lead">
          <Name english={own} vietnamese={agency.name} />
        </p>
        <section aria-labelledby="contacts">
          <h2 id="contacts">{en.contacts}</h2>
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
          </dl>
        </section>
        <section aria-labelledby="units">
          <h2 id="units">{en.units}</h2>
          {en.kinds.map(([kind, heading]) => {
            const ofKind = units.filter((unit) => unit.kind === kind);
            return (
              ofKind.length > 0 && (
                <>
                  <h3>{heading}</h3>
                  <ul class="units">
                    {ofKind.map(({ slug, name }) => (
                      <li>
                        <Name english={byUnit.get(slug)} vietnamese={name} />
                      </li>
                    ))}
                  </ul>
                </>
              )
            );
          })}
        </section>
        <p>
          <a href="/gioi-thieu" lang="vi" hreflang="vi">
            Xem bằng tiếng Việt
          </a>
        </p>
      </div>
    ),
  };
}
