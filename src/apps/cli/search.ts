import { publicAgency } from "#organization/portal";
import { type FoundText, findTexts } from "#platform/search/find-texts.ts";
import type { Command } from "#platform/work/plug.ts";
import { searchKinds } from "../search-kinds.ts";

const LIMIT = 50;

const line = ({ code, title, label }: Pick<FoundText, "code" | "title" | "label">) =>
  `${code ? `${code}  ` : ""}${title} (${label})`;

/** `gandan search QUERY [--kind KIND] [--json]`: what the portal's search finds, best first. */
export const searchCommand: Command = {
  name: "search",
  summary: 'Tìm như trên cổng công khai: search "TỪ CẦN TÌM" [--kind LOẠI] [--json]',
  needsDatabase: true,
  flags: { kind: "value" },
  refuse: ({ args, flags }) => {
    if (args[0] === undefined) return 'Thiếu từ cần tìm; hãy gọi: gandan search "TỪ CẦN TÌM" [--kind LOẠI].';
    if (flags.kind !== undefined && !Object.hasOwn(searchKinds, String(flags.kind))) {
      const known = Object.entries(searchKinds).map(([kind, label]) => `${kind} (${label})`);
      return `Không có loại “${flags.kind}”. Các loại: ${known.join(", ")}.`;
    }
    return null;
  },
  run: async ({ args, flags, database, answer }) => {
    const agency = await publicAgency(database, null);
    const { hits, meant } = agency
      ? await findTexts(database, {
          agencyId: agency.id,
          query: args[0]!,
          limit: LIMIT,
          kind: flags.kind === undefined ? undefined : String(flags.kind),
        })
      : { hits: [], meant: null };
    const found = hits.map(({ kind, code, title, score }) => ({ kind, code, title, score }));
    const lines = hits.length === 0 ? ["Không thấy kết quả nào."] : hits.map(line);
    answer(found, [...(meant ? [`Có phải bạn tìm: ${meant}?`] : []), ...lines].join("\n"));
    return 0;
  },
};
