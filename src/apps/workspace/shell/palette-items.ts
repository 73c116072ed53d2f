import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { documentsContract } from "#documents/contract";
import { eventsContract } from "#events/contract";
import { proceduresContract } from "#procedures/contract";
import { apiFor } from "#ui/api.ts";
import type { PaletteEntry } from "#ui/palette.ts";
import { api } from "../api.ts";
import type { Me } from "../session.ts";
import { findEntries } from "./find-entries.ts";
import { visibleScreens } from "./visible-screens.ts";

/** Needed only once somebody searches: what every screen loads does not carry them. */
const registers = apiFor({
  documents: documentsContract,
  events: eventsContract,
  procedures: proceduresContract,
});

const PEOPLE = "/nguoi-dung";
const SHORTEST_SEARCH = 2;
const MOST_ITEMS = 8;
/** A minute: what the palette goes through by itself changes seldom. */
const FRESH = 60_000;

interface Asking {
  typed: string;
  /** Whether this is asked for: long enough, and one of the screens that this person has. */
  asks: (screen?: `/${string}`) => boolean;
}

/** What the registers have of it: procedures by name or code, documents by number or title, feedback, events. */
function useRegisters({ typed, asks }: Asking): PaletteEntry[] {
  const kept = { placeholderData: keepPreviousData };
  const procedures = useQuery({
    ...registers.procedures.list.queryOptions({ input: { q: typed } }),
    ...{ ...kept, enabled: asks("/thu-tuc") },
  });
  const documents = useQuery({
    ...registers.documents.list.queryOptions({ input: { q: typed, most: MOST_ITEMS } }),
    ...{ ...kept, enabled: asks("/van-ban") },
  });
  const feedback = useQuery({
    ...api.feedback.list.queryOptions({ input: { q: typed } }),
    ...{ ...kept, enabled: asks("/phan-anh") },
  });
  const coming = useQuery({
    ...registers.events.list.queryOptions({ input: { q: typed } }),
    ...{ ...kept, enabled: asks("/su-kien") },
  });
  const past = useQuery({
    ...registers.events.list.queryOptions({ input: { q: typed, when: "past" } }),
    ...{ ...kept, enabled: asks("/su-kien") },
  });
  return [
    ...(procedures.data?.procedures ?? []).slice(0, MOST_ITEMS).map(({ id, code, name }) => ({
      label: `${code} ${name}`,
      kind: "Thủ tục",
      to: `/thu-tuc/${id}`,
    })),
    ...(documents.data?.documents ?? []).map(({ id, number, type, abstract }) => ({
      label: [number ?? type, abstract].filter(Boolean).join(": "),
      kind: "Văn bản",
      to: `/van-ban/${id}`,
    })),
    ...(feedback.data?.feedback ?? []).slice(0, MOST_ITEMS).map(({ id, code, beginning }) => ({
      label: [code, beginning].filter(Boolean).join(": "),
      kind: "Phản ánh",
      to: `/phan-anh/${id}`,
    })),
    ...[coming, past]
      .flatMap(({ data }) => data?.events ?? [])
      .slice(0, MOST_ITEMS)
      .map(({ id, title }) => ({
        label: title,
        kind: "Sự kiện",
        to: `/su-kien/${id}`,
      })),
  ];
}

/** Texts, tasks of the plans in force, what stands in the registers, and for who keeps the accounts people. */
export function usePaletteItems(me: Me, text: string): PaletteEntry[] {
  const [typed] = useDebouncedValue(text.trim().normalize("NFC"), 200);
  const paths = new Set(visibleScreens(me).map(({ path }) => path));
  const isLong = typed.length >= SHORTEST_SEARCH;
  const asks = (screen?: `/${string}`) => isLong && (screen === undefined || paths.has(screen));
  const content = useQuery({
    ...api.newsroom.list.queryOptions({ input: { q: typed } }),
    ...{ enabled: asks(), placeholderData: keepPreviousData },
  });
  const links = useQuery({
    ...api.plan.links.queryOptions({ input: {} }),
    ...{ enabled: asks(), staleTime: FRESH },
  });
  const known = useQuery({
    ...api.organization.listPeople.queryOptions(),
    ...{ enabled: asks(PEOPLE), staleTime: FRESH },
  });
  const registered = useRegisters({ typed, asks });
  if (!isLong || text.trim().length < SHORTEST_SEARCH) return [];
  const tasks = (links.data?.tasks ?? []).map(({ id, title }) => ({
    label: title,
    kind: "Nhiệm vụ",
    to: `/nhiem-vu/${id}`,
  }));
  // Who keeps the accounts goes to them by name.
  const people = (known.data?.people ?? []).map(({ name, email }) => ({
    label: name,
    kind: "Người dùng",
    to: `${PEOPLE}?tim=${encodeURIComponent(email)}`,
  }));
  return [
    ...findEntries(people, text).slice(0, MOST_ITEMS),
    ...(content.data?.items ?? []).slice(0, MOST_ITEMS).map(({ id, title, kindLabel }) => ({
      label: title || `${kindLabel} chưa có tiêu đề`,
      kind: kindLabel,
      to: `/noi-dung/${id}`,
    })),
    ...registered,
    ...findEntries(tasks, text).slice(0, MOST_ITEMS),
  ];
}
