import { Alert, Anchor, Stack } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { provingIdentity } from "#ui/api.ts";
import type { MayAnswer } from "#ui/may-button.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import type { SheetSaid } from "#ui/sheets/sheet-trial.ts";
import { SheetTrialPart } from "#ui/sheets/sheet-trial-part.tsx";
import type { LineWords } from "#ui/sheets/trial-lines.tsx";
import { type ChosenSheet, useSheetImport } from "#ui/sheets/use-sheet-import.ts";
import { sayDone } from "#ui/undo.tsx";
import { type RosterField, rosterWords } from "../../roster-imports/roster-fields.ts";
import { api } from "../api.ts";
import { type Brought, Invitations } from "./invitations.tsx";
import { MadeImports } from "./made-imports.tsx";

type Line = Awaited<ReturnType<typeof api.organization.tryRoster.call>>["lines"][number];

function wordsOf({ what, item, written }: Line): LineWords {
  if (item) return item;
  return what === "unit"
    ? {
        title: written.unit ?? "(chưa có tên đơn vị)",
        facts: ["Đơn vị", written.shortName, written.unitKind],
      }
    : {
        title: written.name || written.email || "(chưa có họ và tên)",
        facts: [written.name && written.email, written.role, written.unit, written.jobTitle],
      };
}

/** "2 đơn vị, 30 người mới" of the lines. */
function freshIn(lines: Line[]): string {
  const fresh = lines.filter(({ state }) => state === "new");
  const units = fresh.filter(({ what }) => what === "unit").length;
  return `${units} đơn vị, ${fresh.length - units} người`;
}

/** Units and people from a spreadsheet: template, trial with the columns matched, one act, and back again. */
export default function ImportRosterPage() {
  const made = useQuery(api.organization.rosterImports.queryOptions());
  const [brought, setBrought] = useState<Brought | null>(null);
  return (
    <Page
      title="Nhập đơn vị, người dùng từ bảng tính"
      crumbs={[{ label: "Người dùng", to: "/nguoi-dung" }]}
      lead="Chọn danh sách, xem thử từng dòng, rồi nhập cùng một lần. Nhập lại tệp cũ không làm trùng ai."
      actions={
        <LinkButton to="/nguoi-dung" variant="default">
          Về người dùng
        </LinkButton>
      }
    >
      <Anchor href="/api/roster-template" download py={4} w="fit-content">
        Tải tệp mẫu (.xlsx), kèm danh sách vai trò và đơn vị
      </Anchor>
      {made.data?.may.manage?.allowed && <NewImport may={made.data.may} onBrought={setBrought} />}
      {made.data && !made.data.may.manage?.allowed && (
        <Alert color="gray" variant="light">
          Đơn vị, người dùng do người quản trị nhập; ở đây bạn xem được các lần đã nhập.
        </Alert>
      )}
      <MadeImports />
      {brought && <Invitations brought={brought} onClose={() => setBrought(null)} />}
    </Page>
  );
}

function NewImport({ may, onBrought }: { may: MayAnswer; onBrought: (brought: Brought) => void }) {
  const queries = useQueryClient();
  const sheet = useSheetImport({
    tryIt: ({ file, said }: ChosenSheet<SheetSaid<RosterField>>) =>
      api.organization.tryRoster.call({ file, ...said }),
    bringIt: ({ file, said, seen }) =>
      provingIdentity(() => api.organization.importRoster.call({ file, seen, ...said })),
    faultyOf: ({ file, said }) => api.organization.faultyRosterLines.call({ file, ...said }),
    onBrought: (answer) => {
      void queries.invalidateQueries({ queryKey: api.organization.key() });
      sayDone(`Đã nhập ${answer.units} đơn vị, ${answer.people} người.`);
      if (answer.invitations.length > 0) onBrought(answer);
    },
  });
  return (
    <Stack>
      <SheetDrop
        what="danh sách đơn vị, người dùng"
        mostLines={1_000}
        busy={sheet.busy}
        onFile={(file) => sheet.look({ file, said: {} })}
      />
      <SheetTrialPart
        sheet={sheet}
        may={may}
        words={rosterWords}
        required={[]}
        fresh={freshIn}
        kept="dòng đã có, giữ nguyên như trong hệ thống"
        lineWords={wordsOf}
        onSay={(chosen, said) => sheet.look({ ...chosen, said })}
      />
    </Stack>
  );
}
