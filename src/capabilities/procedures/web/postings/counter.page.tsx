import { Alert, Button, Checkbox, FileButton, Group, Image, Select, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { Asked } from "#ui/loading.tsx";
import { LinkButton } from "#ui/navigation.tsx";
import { newId } from "#ui/new-id.ts";
import { Page } from "#ui/page.tsx";
import { sayDone } from "#ui/undo.tsx";
import { postingStateLabels } from "../../postings/posting.ts";
import { api, type BoardView } from "../api.ts";
import { SheetsDialog } from "../notice-sheets/sheets-dialog.tsx";
import { lacks } from "./posting-cell.tsx";

/** At the counter with a phone: which sheets are to be put up, replaced or taken down; one picture proves the chosen ones. */
export default function CounterPage() {
  const board = useQuery(api.procedures.postings.queryOptions());
  return (
    <Page
      title="Thay phiếu ở quầy"
      crumbs={[{ label: "Công khai thủ tục", to: "/cong-khai-thu-tuc" }]}
      lead="Dán, thay, gỡ phiếu xong thì chụp bảng niêm yết: ảnh là minh chứng của những phiếu đang chọn."
      width="text"
    >
      <Asked query={board}>{(view) => <Counters view={view} />}</Asked>
    </Page>
  );
}

function Counters({ view }: { view: BoardView }) {
  const counters = view.places.filter(({ kind }) => kind === "counter");
  const [chosen, choose] = useState(counters[0]?.id ?? null);
  if (chosen === null)
    return (
      <EmptyState
        title="Chưa đặt quầy nào"
        why="Thêm quầy một cửa ở mục Nơi công khai của bảng Công khai thủ tục."
        action={<LinkButton to="/cong-khai-thu-tuc">Mở bảng công khai</LinkButton>}
      />
    );
  return (
    <Stack>
      {counters.length > 1 && (
        <Select
          label="Quầy"
          allowDeselect={false}
          data={counters.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
          onChange={(id) => id && choose(id)}
        />
      )}
      <Sheets key={chosen} view={view} placeId={chosen} />
    </Stack>
  );
}

/** The chosen picture until it is sent or another is taken. */
function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return <Image src={address} alt="Ảnh vừa chụp" mah="16rem" w="auto" fit="contain" />;
}

function Sheets({ view: { rows, may }, placeId }: { view: BoardView; placeId: string }) {
  const queries = useQueryClient();
  const open = rows.flatMap((row) => {
    const cell = row.cells.find((one) => one.placeId === placeId);
    return cell && lacks(cell) ? [{ ...row, cell }] : [];
  });
  const [left, setLeft] = useState<string[]>([]);
  const [picture, setPicture] = useState<{ id: string; file: File } | null>(null);
  const [printing, print] = useDisclosure(false);
  const ids = open.map(({ procedureId }) => procedureId).filter((id) => !left.includes(id));
  const send = useMutation({
    // The same picture sent again is the same proof.
    mutationFn: ({ id, file }: { id: string; file: File }) =>
      api.procedures.recordPosting.call({
        ...{ id, placeId, procedureIds: ids, seenOn: today().toString(), file },
        note: "Chụp tại quầy",
      }),
    onSuccess: async () => {
      const count = ids.length;
      setPicture(null);
      setLeft([]);
      await queries.invalidateQueries({ queryKey: api.procedures.key() });
      sayDone(`Đã ghi ${count} phiếu ở quầy.`);
    },
  });
  const take = (file: File | null) => {
    if (!file) return;
    const next = { id: newId(), file };
    setPicture(next);
    send.mutate(next);
  };
  if (open.length === 0)
    return (
      <EmptyState
        title="Quầy đã đủ phiếu, đúng bản"
        why="Có bản mới hay thủ tục bãi bỏ thì phiếu cần thay hiện ở đây."
      />
    );
  const toPrint = open.filter(({ isOver }) => !isOver).map(({ procedureId }) => procedureId);
  return (
    <Stack>
      <Checkbox.Group
        label={`Phiếu trong ảnh (${ids.length}/${open.length})`}
        value={ids}
        onChange={(value) =>
          setLeft(open.map(({ procedureId }) => procedureId).filter((id) => !value.includes(id)))
        }
      >
        <Stack gap="sm" mt="xs">
          {open.map(({ procedureId, code, name, version, isOver, cell }) => (
            <Checkbox
              key={procedureId}
              value={procedureId}
              size="md"
              disabled={send.isPending}
              label={name}
              description={`${code} · ${isOver ? "gỡ phiếu" : `bản ${version}`} · ${postingStateLabels[cell.state].toLowerCase()}${cell.isLate ? ", quá hạn" : ""}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      {picture && <Preview file={picture.file} />}
      <ErrorNotice error={send.error} />
      {may.save?.allowed ? (
        <Group>
          <FileButton
            onChange={take}
            accept="image/*"
            capture="environment"
            inputProps={{ "aria-label": "Ảnh bảng niêm yết" }}
          >
            {(props) => (
              <Button {...props} size="lg" disabled={ids.length === 0} loading={send.isPending}>
                Chụp ảnh, ghi {ids.length} phiếu
              </Button>
            )}
          </FileButton>
          {picture && send.isError && (
            <Button variant="default" size="lg" onClick={() => send.mutate(picture)}>
              Gửi lại ảnh này
            </Button>
          )}
        </Group>
      ) : (
        <Alert color="gray" variant="light">
          <Text size="sm">Việc ghi minh chứng do Văn phòng và biên tập làm.</Text>
        </Alert>
      )}
      {toPrint.length > 0 && may.print?.allowed && (
        <div>
          <Button variant="default" onClick={print.open}>
            {`In ${toPrint.length} phiếu`}
          </Button>
          <SheetsDialog ids={toPrint.slice(0, 200)} opened={printing} onClose={print.close} />
        </div>
      )}
    </Stack>
  );
}
