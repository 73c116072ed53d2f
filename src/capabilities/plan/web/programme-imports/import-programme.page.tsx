import { Anchor, Group, Select, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate, today } from "#platform/clock/vietnam-time.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton, useFilters } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { PasteTable } from "#ui/sheets/paste-table.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { countOf, type SheetSaid } from "#ui/sheets/sheet-trial.ts";
import { SheetTrialPart } from "#ui/sheets/sheet-trial-part.tsx";
import type { LineWords } from "#ui/sheets/trial-lines.tsx";
import { type ChosenSheet, useSheetImport } from "#ui/sheets/use-sheet-import.ts";
import { sayDone } from "#ui/undo.tsx";
import { workItemKindWords } from "../../contract.ts";
import { type ProgrammeField, programmeWords } from "../../programme-imports/programme-fields.ts";
import { api } from "../api.ts";
import { ProgrammeImports } from "./programme-imports.tsx";

interface Whose {
  unitId: string;
  year: number;
}

/** A unit's own programme from a table: pasted or chosen, tried with its columns matched, one act, and back again. */
export default function ImportProgrammePage() {
  const running = today().year;
  const [view, setView] = useFilters({ nam: String(running), "don-vi": "" });
  const year = Number(view.nam) || running;
  const programme = useQuery(api.plan.workProgramme.queryOptions({ input: { year } }));
  const years = [...new Set([running - 1, running, running + 1, year])].toSorted();
  return (
    <Page
      title="Nhập bảng chương trình công tác"
      crumbs={[{ label: "Chương trình", to: "/chuong-trinh" }]}
      lead="Dán bảng từ Word, Excel hoặc chọn tệp, xem thử từng dòng, rồi nhập cùng một lần. Nhập lại bảng cũ không làm trùng hoạt động."
      actions={
        <LinkButton to="/chuong-trinh" search={{ nam: String(year) } as never} variant="default">
          Về chương trình công tác
        </LinkButton>
      }
    >
      <Asked query={programme}>
        {({ units }) => {
          const unit = units.find(({ id }) => id === view["don-vi"]) ?? units[0];
          if (!unit)
            return (
              <EmptyState
                title="Bạn chưa ghi chương trình của đơn vị nào"
                why="Chương trình công tác do người của chính đơn vị ghi; cả cơ quan đọc được."
              />
            );
          return (
            <Stack>
              <Group align="flex-end">
                <Select
                  label="Đơn vị"
                  allowDeselect={false}
                  data={units.map(({ id, name }) => ({ value: id, label: name }))}
                  value={unit.id}
                  onChange={(id) => setView({ "don-vi": id ?? "" })}
                />
                <Select
                  label="Năm"
                  allowDeselect={false}
                  data={years.map(String)}
                  value={String(year)}
                  onChange={(nam) => setView({ nam: nam ?? "" })}
                  w="7rem"
                />
              </Group>
              <Anchor href="/api/work-item-template" download py={4} w="fit-content">
                Tải tệp mẫu (.xlsx), kèm danh sách mục và nghĩa vụ
              </Anchor>
              <NewImport key={`${unit.id} ${year}`} whose={{ unitId: unit.id, year }} />
              <ProgrammeImports unitId={unit.id} />
            </Stack>
          );
        }}
      </Asked>
    </Page>
  );
}

type Said = SheetSaid<ProgrammeField>;
type TrialLine = Awaited<ReturnType<typeof api.plan.tryProgramme.call>>["lines"][number];

function wordsOf({ item, written }: TrialLine): LineWords {
  if (!item)
    return {
      title: written.title || written.first || "(chưa có tên hoạt động)",
      facts: [written.first, written.last, written.place, written.lead, written.embeds, written.serves],
    };
  const { firstDay, lastDay, place, lead, embeds, serves } = item;
  return {
    title: item.title,
    facts: [
      firstDay === lastDay ? formatDate(firstDay) : `${formatDate(firstDay)} – ${formatDate(lastDay)}`,
      workItemKindWords[item.kind],
      place,
      lead && `Chủ trì: ${lead}`,
      embeds && `Lồng ghép: ${embeds}`,
      serves.length > 0 && `Phục vụ: ${serves.join("; ")}`,
    ].map((fact) => fact || null),
  };
}

function NewImport({ whose }: { whose: Whose }) {
  const queries = useQueryClient();
  const [brought, setBrought] = useState(0);
  const sheet = useSheetImport({
    tryIt: ({ file, said }: ChosenSheet<Said>) => api.plan.tryProgramme.call({ ...whose, file, ...said }),
    bringIt: ({ file, said, seen }) => api.plan.importWorkItems.call({ ...whose, file, seen, ...said }),
    faultyOf: ({ file, said }) => api.plan.faultyProgrammeLines.call({ ...whose, file, ...said }),
    onBrought: ({ added }) => {
      setBrought((times) => times + 1);
      void queries.invalidateQueries({ queryKey: api.plan.key() });
      sayDone(`Đã nhập ${added} hoạt động.`);
    },
  });
  return (
    <Stack>
      <PasteTable key={brought} busy={sheet.busy} onTable={(file) => sheet.look({ file, said: {} })} />
      <SheetDrop
        what="bảng chương trình công tác"
        mostLines={1_000}
        busy={sheet.busy}
        onFile={(file) => sheet.look({ file, said: {} })}
      />
      <SheetTrialPart
        sheet={sheet}
        words={programmeWords}
        required={["title", "first"]}
        fresh={(lines) => `${countOf({ lines }, "new")} hoạt động`}
        kept="hoạt động chương trình đã có, giữ nguyên"
        lineWords={wordsOf}
        onSay={(chosen, said) => sheet.look({ ...chosen, said })}
      />
    </Stack>
  );
}
