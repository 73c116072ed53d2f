import { Alert, Anchor, Button, List, Paper, SimpleGrid, Stack, Text, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { CompareTexts } from "#ui/compare-texts.tsx";
import { type Column, DataTable, type TableFilter } from "#ui/data-table.tsx";
import { MomentText } from "#ui/date-text.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { Asked } from "#ui/loading.tsx";
import { MayButton } from "#ui/may-button.tsx";
import { LinkText, useGo, useParam } from "#ui/navigation.tsx";
import { Page } from "#ui/page.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone } from "#ui/undo.tsx";
import { procedureListWords } from "../../list-imports/list-words.ts";
import { postingStateLabels } from "../../postings/posting.ts";
import { asksForWork, type Standing, standingLabels } from "../../snapshots/standing.ts";
import { api, type SnapshotFinding, type SnapshotView } from "../api.ts";
import { type Asking, RecordDialog } from "../postings/record-dialog.tsx";
import { ProveDialog } from "./prove-dialog.tsx";

/** In characters: from here on two values are not compared at a glance. */
const LONG = 80;

const tones: Record<Standing, StateTone> = {
  missing: "failed",
  stale: "returned",
  differing: "returned",
  "to-remove": "failed",
  extra: "waiting",
  unclear: "note",
  unread: "note",
  same: "published",
  gone: "withdrawn",
  elsewhere: "none",
};

const standings = Object.keys(standingLabels) as Standing[];

/** The board says that it is in order, the list says that it is not. */
const contradicts = ({ board, standing }: SnapshotFinding) =>
  (board === "posted" || board === "removed") && asksForWork.has(standing);

const saidOf = ({ standing, board }: SnapshotFinding) =>
  standing === "to-remove" || board === "to-remove" ? "Ghi đã gỡ" : "Ghi đã công khai";

/** What the board asks for, and what it takes for settled against the list: once it is put right there, it is said anew. */
const mayBeSaid = (row: SnapshotFinding) =>
  row.board !== null &&
  row.board !== "none" &&
  (contradicts(row) || row.board === "due" || row.board === "stale" || row.board === "to-remove");

const filtersOf = ({ findings, compared }: SnapshotView): TableFilter<SnapshotFinding>[] => [
  {
    key: "ket-qua",
    label: "Kết quả",
    options: [
      { value: "can-lam", label: "Cần xử lý" },
      ...standings
        .filter((standing) => findings.some((one) => one.standing === standing))
        .map((value) => ({ value, label: standingLabels[value] })),
    ],
    matches: ({ standing }, value) => (value === "can-lam" ? asksForWork.has(standing) : standing === value),
  },
  {
    key: "muc",
    label: "Khác ở mục",
    options: compared
      .filter((field) => findings.some(({ differences }) => differences.some((one) => one.field === field)))
      .map((value) => ({ value, label: procedureListWords[value].header })),
    matches: ({ differences }, value) => differences.some(({ field }) => field === value),
  },
  {
    key: "bang",
    label: "Bảng công khai",
    options: [
      { value: "trai", label: "Bảng ghi đã xong, danh mục cho thấy chưa" },
      { value: "ghi-duoc", label: "Ghi được bằng bản chụp này" },
      { value: "da-ghi", label: "Đã ghi bằng bản chụp này" },
    ],
    matches: (row, value) =>
      value === "trai" ? contradicts(row) : value === "da-ghi" ? row.isShown : row.shows !== null,
  },
];

function Counts({ findings, snapshot }: SnapshotView) {
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, lg: 5 }} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
      {standings
        .map((standing) => ({
          standing,
          count: findings.filter((one) => one.standing === standing).length,
        }))
        .filter(
          ({ standing, count }) => count > 0 || (["missing", "stale", "same"] as string[]).includes(standing),
        )
        .map(({ standing, count }) => (
          <Paper key={standing} component="li" withBorder p="sm">
            <Text size="sm" c="gray.7">
              {standingLabels[standing]}
            </Text>
            <Text fw={600} fz="lg">
              {standing === "missing" && !snapshot.isFull ? "không tính" : count.toLocaleString("vi-VN")}
            </Text>
            {count > 0 && (
              <LinkText
                to="/cong-khai-thu-tuc/doi-chieu/$id"
                params={{ id: snapshot.id }}
                search={{ "ket-qua": standing }}
                size="sm"
                aria-label={`Xem ${standingLabels[standing]}`}
              >
                Xem
              </LinkText>
            )}
          </Paper>
        ))}
    </SimpleGrid>
  );
}

function Differences({
  row: { differences, staleVersion, notes, changedThereOn },
}: {
  row: SnapshotFinding;
}) {
  const [open, { toggle }] = useDisclosure(false);
  return (
    <Stack gap={4} align="flex-start">
      {staleVersion !== null && <Text size="sm">Đúng như bản {staleVersion} trước đây</Text>}
      {differences.length > 0 && (
        <Button size="compact-xs" variant="default" onClick={toggle} aria-expanded={open}>
          {open ? "Thu lại" : `Xem ${differences.length} mục khác`}
        </Button>
      )}
      {differences.length > 0 && !open && (
        <Text size="xs" c="gray.7">
          {differences.map(({ field }) => procedureListWords[field].header).join("; ")}
        </Text>
      )}
      {open &&
        differences.map(({ field, here, there }) => (
          <div key={field}>
            <Text size="xs" c="gray.7" fw={600}>
              {procedureListWords[field].header}
            </Text>
            <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              Trong sổ: {here || "(trống)"}
            </Text>
            <Text size="sm" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              Ở đó: {there || "(trống)"}
            </Text>
            {Math.min(here.length, there.length) > LONG && (
              <details>
                <summary>Xem từng chữ khác</summary>
                <CompareTexts before={there} now={here} />
              </details>
            )}
          </div>
        ))}
      {notes.length > 0 && (
        <Text size="xs" c="gray.7">
          {notes.join(" ")}
        </Text>
      )}
      {changedThereOn && (
        <Text size="xs" c="gray.7">
          Cập nhật ở đó:{" "}
          {/^\d{4}-\d\d-\d\d$/u.test(changedThereOn) ? formatDate(changedThereOn) : changedThereOn}
        </Text>
      )}
    </Stack>
  );
}

const columnsOf = (
  { snapshot, may }: SnapshotView,
  onRecord: (procedureId: string) => void,
): Column<SnapshotFinding>[] => [
  {
    key: "thu-tuc",
    header: "Thủ tục",
    sortBy: ({ name }) => name,
    cell: ({ procedureId, code, name, version, line }) => (
      <>
        {procedureId ? (
          <LinkText to="/thu-tuc/$id" params={{ id: procedureId }} fw={600} display="inline-block" py={2}>
            {name}
          </LinkText>
        ) : (
          <Text fw={600} size="sm">
            {name}
          </Text>
        )}
        <Text size="xs" c="gray.7">
          {[code, version !== null && `bản ${version}`, line !== null && `dòng ${line}`]
            .filter(Boolean)
            .join(", ")}
        </Text>
      </>
    ),
  },
  {
    key: "ket-qua",
    header: "Ở đó",
    sortBy: ({ standing }) => standings.indexOf(standing),
    cell: ({ standing }) => <StateBadge tone={tones[standing]} word={standingLabels[standing]} />,
  },
  { key: "khac", header: "Khác gì", cell: (row) => <Differences row={row} /> },
  {
    key: "bang",
    header: "Bảng công khai",
    cell: (row) => (
      <Stack gap={4} align="flex-start">
        {row.board !== null && row.board !== "none" && (
          <Text size="sm" c={contradicts(row) ? "red.9" : undefined}>
            {postingStateLabels[row.board]}
            {row.isShown && ", bằng bản chụp này"}
            {contradicts(row) && ", trái với danh mục"}
          </Text>
        )}
        {row.procedureId && may.save?.allowed && mayBeSaid(row) && (
          <Button
            size="compact-xs"
            variant="default"
            miw="max-content"
            onClick={() => onRecord(row.procedureId!)}
            aria-label={`${saidOf(row)} ở ${snapshot.placeName}: ${row.name}`}
          >
            {saidOf(row)}
          </Button>
        )}
      </Stack>
    ),
  },
];

/** How the register stands beside a list of another place: counted, by procedure, by field; what it proves is written down. */
export default function SnapshotPage() {
  const id = useParam("id");
  const query = useQuery(api.procedures.snapshot.queryOptions({ input: { id } }));
  const board = useQuery(api.procedures.postings.queryOptions());
  const queries = useQueryClient();
  const go = useGo();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [proving, prove] = useDisclosure(false);
  const [dropping, drop] = useDisclosure(false);
  const renew = () => queries.invalidateQueries({ queryKey: api.procedures.key() });
  const done = async (words: string) => {
    await renew();
    sayDone(words);
  };
  const view = query.data;
  const provable = view?.findings.filter(({ shows }) => shows !== null).length ?? 0;
  return (
    <Page
      title={view ? `${view.snapshot.placeName}, ${formatDate(view.snapshot.asOf)}` : "Đối chiếu danh mục"}
      crumbs={[
        { label: "Công khai thủ tục", to: "/cong-khai-thu-tuc" },
        { label: "Đối chiếu danh mục", to: "/cong-khai-thu-tuc/doi-chieu" },
      ]}
      lead={
        view && (
          <>
            “{view.snapshot.fileName}”, {view.snapshot.takenByName} đối chiếu lúc{" "}
            <MomentText at={view.snapshot.takenAt} />. So với sổ hiện nay.
          </>
        )
      }
      actions={
        <>
          {provable > 0 && (
            <MayButton may={view?.may} verb="save" hideReason onClick={prove.open}>
              {`Ghi công khai ${provable.toLocaleString("vi-VN")} thủ tục khớp`}
            </MayButton>
          )}
          <Button component="a" variant="default" href={`/api/procedure-snapshots/${id}/sheet`} download>
            Tải kết quả (.xlsx)
          </Button>
          <MayButton may={view?.may} verb="save" variant="subtle" hideReason onClick={drop.open}>
            Bỏ bản chụp
          </MayButton>
        </>
      }
    >
      <Asked query={query}>
        {(shown) => (
          <>
            <Counts {...shown} />
            <Text size="sm">
              So theo: {shown.compared.map((field) => procedureListWords[field].header).join(", ")}. Cột danh
              mục không có thì không so; ngày cập nhật ở đó không tính là khác.
            </Text>
            {shown.bad.length > 0 && (
              <Alert color="yellow" variant="light" title={`${shown.bad.length} dòng không đọc được`}>
                <List size="sm">
                  {shown.bad.slice(0, 5).map(({ row, errors }) => (
                    <List.Item key={row}>
                      Dòng {row}: {errors.join(" ")}
                    </List.Item>
                  ))}
                </List>
                <Anchor
                  href={`/api/procedure-snapshots/${id}/faulty-rows`}
                  download
                  size="sm"
                  underline="always"
                >
                  Tải {shown.bad.length} dòng này (.xlsx)
                </Anchor>
              </Alert>
            )}
            <DataTable
              caption="Từng thủ tục so với danh mục"
              rows={shown.findings}
              rowKey={({ procedureId, code }) => procedureId ?? code}
              searchText={({ code, name }) => `${code} ${name}`}
              filters={filtersOf(shown)}
              columns={columnsOf(shown, (procedureId) =>
                setAsking({ placeId: shown.snapshot.placeId, procedureIds: [procedureId] }),
              )}
              empty={
                <EmptyState
                  title="Không có gì để so"
                  why="Sổ chưa có thủ tục nào, và danh mục không nêu thủ tục nào của cơ quan."
                />
              }
            />
            <ProveDialog
              view={shown}
              opened={proving}
              onClose={prove.close}
              onDone={(written) => void done(`Đã ghi công khai ${written} thủ tục.`)}
            />
            <FormDialog
              opened={dropping}
              onClose={drop.close}
              title="Bỏ bản chụp"
              lead="Bản chụp rời danh sách; tệp vẫn được lưu để tra cứu. Bản đang là minh chứng của thủ tục nào đó thì không bỏ được."
              initial={{ reason: "" }}
              verb="Bỏ"
              submit={({ reason }) => api.procedures.dropSnapshot.call({ id, reason })}
              onDone={() => {
                go("/cong-khai-thu-tuc/doi-chieu");
                void done("Đã bỏ bản chụp.");
              }}
            >
              {(form) => <Textarea label="Lý do" required autosize {...form.getInputProps("reason")} />}
            </FormDialog>
          </>
        )}
      </Asked>
      {board.data && (
        <RecordDialog
          board={board.data}
          asking={asking}
          onClose={() => setAsking(null)}
          onDone={() => void done("Đã ghi minh chứng.")}
        />
      )}
    </Page>
  );
}
