import { Alert, Button, Fieldset, MultiSelect, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { unitChangeLabels, unitKindLabels } from "#organization/contract";
import { today } from "#platform/clock/vietnam-time.ts";
import { DateField } from "#ui/date-field.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { api } from "./api.ts";
import { PeopleOfUnit } from "./people-of-unit.tsx";

type Kind = keyof typeof unitChangeLabels;
type UnitKind = keyof typeof unitKindLabels;

const NEW_UNIT = "moi";
const target = () => ({ unitId: NEW_UNIT, name: "", shortName: "", kind: "division" as UnitKind });

const initial = () => ({
  kind: "merge" as Kind,
  unitIds: [] as string[],
  into: [target(), target()],
  takesEffectOn: today().toString(),
  decisionNumber: "",
  decidedOn: "",
  /** Place of the heir by person. */
  people: {} as Record<string, string>,
});

/** As it is sent: a change other than a split has one heir. */
function asInput({ people, into, kind, ...fields }: ReturnType<typeof initial>) {
  return {
    ...fields,
    kind,
    into: (kind === "split" ? into : into.slice(0, 1)).map(({ unitId, ...named }) =>
      kind !== "rename" && unitId !== NEW_UNIT ? { unitId } : named,
    ),
    people:
      kind === "split"
        ? Object.entries(people).map(([personId, place]) => ({ personId, into: Number(place) }))
        : [],
  };
}

/** What a list without a choice lacks: the browser asks for no option of such a field by itself. */
const lacking = ({ kind, unitIds }: ReturnType<typeof initial>): { unitIds?: string } =>
  unitIds.length > 0
    ? {}
    : {
        unitIds:
          kind === "merge"
            ? "Hãy chọn các đơn vị sáp nhập, hợp nhất."
            : kind === "split"
              ? "Hãy chọn đơn vị chia tách."
              : "Hãy chọn đơn vị đổi tên.",
      };

/** Writes down a merger, a split or a new name: which units, into which, by which decision, from which day. */
export function UnitChangeDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const units = useQuery(api.organization.listUnits.queryOptions({ input: {} }));
  const options = (units.data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Sáp nhập, chia tách, đổi tên đơn vị"
      size="xl"
      lead="Ghi đúng theo quyết định. Từ ngày có hiệu lực, đơn vị kế tiếp chịu trách nhiệm việc đang mở; việc đã làm, minh chứng và báo cáo kỳ trước vẫn mang tên cũ."
      initial={initial()}
      verb="Ghi thay đổi"
      check={lacking}
      submit={(fields) => api.restructuring.record.call(asInput(fields))}
      onDone={onDone}
    >
      {(form) => {
        const { kind, unitIds, into, takesEffectOn } = form.values;
        const heirs = kind === "split" ? into : into.slice(0, 1);
        return (
          <>
            <Select
              label="Loại thay đổi"
              required
              allowDeselect={false}
              data={optionsOf(unitChangeLabels)}
              {...form.getInputProps("kind")}
              onChange={(value) => form.setValues({ kind: value as Kind, unitIds: [], people: {} })}
            />
            {kind === "merge" ? (
              <MultiSelect
                label="Các đơn vị sáp nhập, hợp nhất"
                description="Đơn vị nào còn giữ tên thì chọn ở mục kế tiếp, không chọn ở đây"
                required
                searchable
                hidePickedOptions
                data={options}
                {...form.getInputProps("unitIds")}
              />
            ) : (
              <Select
                label={kind === "split" ? "Đơn vị chia tách" : "Đơn vị đổi tên"}
                required
                searchable
                data={options}
                value={unitIds[0] ?? null}
                error={form.errors.unitIds}
                onChange={(value) => form.setValues({ unitIds: value ? [value] : [], people: {} })}
              />
            )}
            {heirs.map((heir, place) => (
              <Fieldset
                // biome-ignore lint/suspicious/noArrayIndexKey: the place is what names an heir
                key={place}
                legend={
                  kind === "rename"
                    ? "Tên mới"
                    : kind === "merge"
                      ? "Đơn vị kế tiếp"
                      : `Đơn vị kế tiếp ${place + 1}${place === 0 ? " (nhận việc đang mở)" : ""}`
                }
              >
                <Stack gap="sm">
                  {kind !== "rename" && (
                    <Select
                      label="Đơn vị"
                      allowDeselect={false}
                      searchable
                      data={[
                        { value: NEW_UNIT, label: "Đơn vị mới lập" },
                        ...options.filter(({ value }) => !unitIds.includes(value)),
                      ]}
                      {...form.getInputProps(`into.${place}.unitId`)}
                      error={place === 0 ? form.errors.into : undefined}
                    />
                  )}
                  {(kind === "rename" || heir.unitId === NEW_UNIT) && (
                    <SimpleGrid cols={{ base: 1, xs: 3 }}>
                      <TextInput label="Tên đơn vị" required {...form.getInputProps(`into.${place}.name`)} />
                      <TextInput
                        label="Viết tắt"
                        required
                        {...form.getInputProps(`into.${place}.shortName`)}
                      />
                      <Select
                        label="Loại"
                        allowDeselect={false}
                        data={optionsOf(unitKindLabels)}
                        {...form.getInputProps(`into.${place}.kind`)}
                      />
                    </SimpleGrid>
                  )}
                </Stack>
              </Fieldset>
            ))}
            {kind === "split" && (
              <Button
                variant="default"
                w="fit-content"
                onClick={() => form.insertListItem("into", target())}
                disabled={into.length >= 20}
              >
                Thêm đơn vị kế tiếp
              </Button>
            )}
            {kind === "split" && unitIds[0] && (
              <PeopleOfUnit
                unitId={unitIds[0]}
                heirs={heirs.map(({ unitId, name }, place) => ({
                  value: String(place),
                  label:
                    options.find(({ value }) => value === unitId)?.label ||
                    name ||
                    `Đơn vị kế tiếp ${place + 1}`,
                }))}
                goesTo={form.values.people}
                onChange={(personId, place) => form.setFieldValue(`people.${personId}`, place)}
              />
            )}
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              <DateField
                label="Có hiệu lực từ ngày"
                description="Ngày đầu của đơn vị kế tiếp"
                required
                {...form.getInputProps("takesEffectOn")}
              />
              <TextInput
                label="Quyết định số"
                description="Ví dụ: 12/QĐ-UBND"
                required
                {...form.getInputProps("decisionNumber")}
              />
              <DateField
                label="Ngày quyết định"
                description="Không sau ngày có hiệu lực"
                required
                {...form.getInputProps("decidedOn")}
              />
            </SimpleGrid>
            {takesEffectOn && takesEffectOn <= today().toString() && (
              <Alert color="orange" title="Có hiệu lực ngay khi ghi">
                Ngày có hiệu lực đã đến nên việc, người và tin, bài đang viết chuyển ngay. Hãy kiểm tra kỹ
                trước khi ghi: sau đó không hủy được, chỉ ghi tiếp một thay đổi khác.
              </Alert>
            )}
          </>
        );
      }}
    </FormDialog>
  );
}
