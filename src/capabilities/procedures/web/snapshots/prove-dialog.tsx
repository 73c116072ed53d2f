import { Checkbox, Stack, Text } from "@mantine/core";
import { formatDate } from "#platform/clock/vietnam-time.ts";
import { FormDialog } from "#ui/form-dialog.tsx";
import { api, type SnapshotFinding, type SnapshotView } from "../api.ts";

/** Shows which procedures the snapshot proves, and writes that down for those that stay chosen. */
export function ProveDialog({
  view: { snapshot, findings },
  opened,
  onClose,
  onDone,
}: {
  view: SnapshotView;
  opened: boolean;
  onClose: () => void;
  onDone: (written: number) => void;
}) {
  const shows = findings.filter(
    (one): one is SnapshotFinding & { procedureId: string } => one.shows !== null && one.procedureId !== null,
  );
  const of = (act: "posted" | "removed") => shows.filter(({ shows: shown }) => shown === act);
  return (
    <FormDialog
      key={shows.map(({ procedureId }) => procedureId).join()}
      opened={opened}
      onClose={onClose}
      title="Ghi công khai bằng bản chụp"
      lead={`Những thủ tục dưới đây khớp với danh mục của ${snapshot.placeName} ngày ${formatDate(snapshot.asOf)}; tệp “${snapshot.fileName}” là minh chứng. Thủ tục khác sổ không được ghi.`}
      initial={{ chosen: shows.map(({ procedureId }) => procedureId) }}
      check={({ chosen }) => (chosen.length === 0 ? { chosen: "Hãy chọn ít nhất một thủ tục." } : {})}
      verb="Ghi"
      submit={({ chosen }) => api.procedures.proveBySnapshot.call({ id: snapshot.id, procedureIds: chosen })}
      onDone={({ written }) => onDone(written)}
    >
      {(form) => (
        <Checkbox.Group
          label={`Thủ tục (${form.getValues().chosen.length}/${shows.length})`}
          {...form.getInputProps("chosen")}
        >
          <Stack gap="xs" mt="xs" mah="22rem" style={{ overflowY: "auto" }}>
            {of("posted").map(({ procedureId, code, name, version }) => (
              <Checkbox
                key={procedureId}
                value={procedureId}
                label={`${code} – ${name}`}
                description={`Đã công khai bản ${version}`}
              />
            ))}
            {of("removed").map(({ procedureId, code, name }) => (
              <Checkbox
                key={procedureId}
                value={procedureId}
                label={`${code} – ${name}`}
                description="Đã bãi bỏ, không còn ở đó: ghi đã gỡ"
              />
            ))}
            {shows.length === 0 && <Text size="sm">Không còn thủ tục nào cần ghi.</Text>}
          </Stack>
        </Checkbox.Group>
      )}
    </FormDialog>
  );
}
