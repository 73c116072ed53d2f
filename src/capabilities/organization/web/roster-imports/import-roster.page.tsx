import { Alert, Anchor, Button, Group, Stack, Text, Title } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { provingIdentity } from "#ui/api.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Loading } from "#ui/loading.tsx";
import { type MayAnswer, MayButton } from "#ui/may-button.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { saveFile } from "#ui/save-file.ts";
import { MatchColumns } from "#ui/sheets/match-columns.tsx";
import { SheetDrop } from "#ui/sheets/sheet-drop.tsx";
import { countOf, type SheetSaid, trialInWords } from "#ui/sheets/sheet-trial.ts";
import { type LineWords, TrialLines } from "#ui/sheets/trial-lines.tsx";
import { sayDone } from "#ui/undo.tsx";
import { type RosterField, rosterWords } from "../../roster-imports/roster-fields.ts";
import { api } from "../api.ts";
import { type Brought, Invitations } from "./invitations.tsx";
import { MadeImports } from "./made-imports.tsx";

type Chosen = { file: File; said: SheetSaid<RosterField> };
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
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const attempt = useMutation({
    mutationFn: ({ file, said }: Chosen) => api.organization.tryRoster.call({ file, ...said }),
  });
  const bring = useMutation({
    mutationFn: ({ file, said, seen }: Chosen & { seen: string }) =>
      provingIdentity(() => api.organization.importRoster.call({ file, seen, ...said })),
    onSuccess: (answer) => {
      setChosen(null);
      attempt.reset();
      void queries.invalidateQueries({ queryKey: api.organization.key() });
      sayDone(`Đã nhập ${answer.units} đơn vị, ${answer.people} người.`);
      if (answer.invitations.length > 0) onBrought(answer);
    },
    // Somebody changed the people meanwhile: the lines are judged anew, and the refusal stays in sight.
    onError: () => chosen && attempt.mutate(chosen),
  });
  const faulty = useMutation({
    mutationFn: ({ file, said }: Chosen) => api.organization.faultyRosterLines.call({ file, ...said }),
    onSuccess: ({ body }) => saveFile(new File([body], "dong-chua-dung.xlsx", { type: body.type })),
  });
  const look = (next: Chosen) => {
    setChosen(next);
    bring.reset();
    attempt.mutate(next);
  };
  const trial = attempt.data;
  return (
    <Stack>
      <SheetDrop
        what="danh sách đơn vị, người dùng"
        mostLines={1_000}
        busy={attempt.isPending || bring.isPending}
        onFile={(file) => look({ file, said: {} })}
      />
      <ErrorNotice error={attempt.error} />
      {attempt.isPending && !trial && <Loading />}
      {chosen && trial && (
        <>
          <MatchColumns
            words={rosterWords}
            required={[]}
            trial={trial}
            said={chosen.said}
            onSay={(said) => look({ ...chosen, said })}
          />
          <Stack gap="sm" component="section" aria-labelledby="xem-thu">
            <Title order={2} size="h4" id="xem-thu" style={{ overflowWrap: "anywhere" }}>
              Xem thử {chosen.file.name}
            </Title>
            <Text role="status">
              {trialInWords(
                trial,
                `${freshIn(trial.lines)} mới`,
                "dòng đã có, giữ nguyên như trong hệ thống",
              )}
            </Text>
            <ErrorNotice error={bring.error} />
            <Group>
              {countOf(trial, "new") > 0 && (
                <MayButton
                  may={may}
                  verb="manage"
                  loading={bring.isPending}
                  onClick={() => bring.mutate({ ...chosen, seen: trial.seen })}
                >
                  Nhập {freshIn(trial.lines)}
                </MayButton>
              )}
              {countOf(trial, "bad") > 0 && (
                <Button variant="default" loading={faulty.isPending} onClick={() => faulty.mutate(chosen)}>
                  Tải riêng {countOf(trial, "bad")} dòng chưa đúng
                </Button>
              )}
              <Button
                variant="subtle"
                onClick={() => {
                  setChosen(null);
                  attempt.reset();
                  bring.reset();
                }}
              >
                Bỏ tệp này
              </Button>
            </Group>
            <ErrorNotice error={faulty.error} />
            <TrialLines lines={trial.lines} words={wordsOf} />
          </Stack>
        </>
      )}
    </Stack>
  );
}
