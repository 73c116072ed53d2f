import { Button, FileInput, Group, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { api, type BoardView } from "../api.ts";

/** Which cells a person has chosen; null: the place is still to be said. */
export interface Asking {
  placeId: string | null;
  procedureIds: string[];
}

/** So many are proven by one act. */
const MOST_AT_ONCE = 500;
/** Of the newest decisions so many have a button. */
const DECISIONS = 3;

/** What is usually proven together: all of a decision, or all that is missing at the place. */
function choicesOf(open: BoardView["rows"]): { label: string; ids: string[] }[] {
  const idsOf = (rows: BoardView["rows"]) => rows.map(({ procedureId }) => procedureId);
  const about = [...Map.groupBy(open, ({ decision }) => decision?.number)]
    .filter(([number]) => number !== undefined)
    .toSorted(([, a], [, b]) => b[0]!.decision!.issuedOn.localeCompare(a[0]!.decision!.issuedOn))
    .slice(0, DECISIONS);
  return [
    ...about.map(([number, rows]) => ({
      label: `Chọn ${rows.length} thủ tục của ${number}`,
      ids: idsOf(rows),
    })),
    { label: `Chọn cả ${open.length} thủ tục còn thiếu`, ids: idsOf(open) },
  ];
}

/** Says with an address, a picture or a file that procedures stand at a place, or that repealed ones are gone. */
export function RecordDialog({
  board: { places, rows },
  asking,
  onClose,
  onDone,
}: {
  board: BoardView;
  asking: Asking | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const lacking = (placeId: string | null) =>
    rows.filter(
      ({ procedureId, cells }) =>
        asking?.procedureIds.includes(procedureId) ||
        cells.some((cell) => cell.placeId === placeId && ["due", "stale", "to-remove"].includes(cell.state)),
    );
  return (
    <FormDialog
      key={`${asking?.placeId} ${asking?.procedureIds.join()}`}
      opened={asking !== null}
      onClose={onClose}
      title="Ghi đã công khai"
      lead="Ghi bản đang dùng của thủ tục đã có ở nơi này; thủ tục đã bãi bỏ thì ghi là đã gỡ. Một ảnh chụp bảng niêm yết dùng được cho nhiều thủ tục."
      initial={{
        id: newId(),
        placeId: asking?.placeId ?? null,
        procedureIds: asking?.procedureIds ?? [],
        seenOn: today().toString() as string | null,
        url: "",
        note: "",
        file: null as File | null,
      }}
      check={({ placeId, procedureIds, seenOn, url, file }) => ({
        ...(placeId === null && { placeId: "Hãy chọn nơi công khai." }),
        ...(procedureIds.length === 0 && { procedureIds: "Hãy chọn thủ tục." }),
        ...(seenOn === null && { seenOn: "Hãy chọn ngày đã thấy." }),
        ...(url === "" && file === null && { url: "Hãy ghi địa chỉ, hoặc chọn ảnh, tệp ở dưới." }),
      })}
      verb="Ghi"
      submit={({ id, placeId, procedureIds, seenOn, url, note, file }) =>
        api.procedures.recordPosting.call({
          ...{ id, placeId: placeId!, procedureIds, seenOn: seenOn!, note },
          ...(url !== "" && { url }),
          ...(file && { file }),
        })
      }
      onDone={onDone}
    >
      {(form) => {
        const { placeId } = form.getValues();
        const open = placeId === null ? [] : lacking(placeId).slice(0, MOST_AT_ONCE);
        return (
          <>
            <Select
              label="Nơi công khai"
              required
              allowDeselect={false}
              data={places
                .filter(({ kind }) => kind !== "portal")
                .map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps("placeId")}
            />
            <MultiSelect
              label="Thủ tục"
              description={placeId ? "Những thủ tục còn thiếu ở nơi này" : "Hãy chọn nơi công khai trước"}
              required
              searchable
              disabled={placeId === null}
              limit={100}
              nothingFoundMessage="Không có thủ tục nào khớp"
              data={lacking(placeId).map(({ procedureId, code, name }) => ({
                value: procedureId,
                label: `${code} – ${name}`,
              }))}
              {...form.getInputProps("procedureIds")}
            />
            {open.length > 1 && (
              <Group gap="xs">
                {choicesOf(open).map(({ label, ids }) => (
                  <Button
                    key={label}
                    size="compact-sm"
                    variant="default"
                    onClick={() => form.setFieldValue("procedureIds", ids)}
                  >
                    {label}
                  </Button>
                ))}
              </Group>
            )}
            <DateField label="Ngày đã thấy" required {...form.getInputProps("seenOn")} />
            <TextInput label="Địa chỉ" type="url" placeholder="https://…" {...form.getInputProps("url")} />
            <FileInput
              label="Ảnh chụp hoặc tệp"
              description="Ảnh, PDF, .docx hoặc .xlsx, nhiều nhất 20 MB"
              placeholder="Chọn ảnh hoặc tệp"
              clearable
              clearButtonProps={{ "aria-label": "Bỏ tệp đã chọn" }}
              {...form.getInputProps("file")}
            />
            <Textarea label="Ghi chú" autosize {...form.getInputProps("note")} />
          </>
        );
      }}
    </FormDialog>
  );
}
