import { Select, SimpleGrid, Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import { optionsOf } from "#ui/options.ts";
import { Section } from "#ui/section.tsx";
import {
  channelLabels,
  feeKindLabels,
  limitUnitLabels,
  type ProcedureRecord,
} from "../../procedure-record.ts";
import { partLabels } from "../../record-words.ts";
import type { DraftForm } from "./draft.ts";
import { CountField } from "./facts-fields.tsx";
import { FieldRows } from "./field-rows.tsx";
import { FormFiles } from "./form-files.tsx";

const newMethod = (): ProcedureRecord["methods"][number] => ({
  ...{ channel: "direct", limitAmount: null, limitUnit: "working-day", limitText: "", fees: [], note: "" },
});
const newFee = (): ProcedureRecord["methods"][number]["fees"][number] => ({
  ...{ kind: "fee", amount: null, text: "" },
});

/** How it is handed in: per channel with its own time limit and fees. */
export function MethodFields({ form }: { form: DraftForm }) {
  return (
    <Section id="cach-thuc" title={partLabels.methods}>
      <FieldRows
        form={form}
        path="record.methods"
        rows={form.values.record.methods}
        rowName="Hình thức"
        addLabel="Thêm hình thức nộp"
        newRow={newMethod}
      >
        {(at, method) => (
          <>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <Select
                label="Hình thức nộp"
                allowDeselect={false}
                data={optionsOf(channelLabels)}
                {...form.getInputProps(`${at}.channel`)}
              />
              <CountField form={form} at={`${at}.limitAmount`} label="Thời hạn" />
              <Select
                label="Đơn vị thời hạn"
                allowDeselect={false}
                data={optionsOf(limitUnitLabels)}
                {...form.getInputProps(`${at}.limitUnit`)}
              />
            </SimpleGrid>
            <TextInput
              label="Nói rõ thêm về thời hạn"
              placeholder="kể từ ngày nhận đủ hồ sơ hợp lệ"
              {...form.getInputProps(`${at}.limitText`)}
            />
            <FieldRows
              form={form}
              path={`${at}.fees`}
              rows={method.fees}
              rowName="Khoản thu"
              addLabel="Thêm phí, lệ phí"
              newRow={newFee}
            >
              {(fee) => (
                <SimpleGrid cols={{ base: 1, sm: 3 }}>
                  <Select
                    label="Loại"
                    allowDeselect={false}
                    data={optionsOf(feeKindLabels)}
                    {...form.getInputProps(`${fee}.kind`)}
                  />
                  <CountField form={form} at={`${fee}.amount`} label="Mức thu (đồng; không thu thì ghi 0)" />
                  <TextInput label="Điều kiện, cách tính" {...form.getInputProps(`${fee}.text`)} />
                </SimpleGrid>
              )}
            </FieldRows>
            <TextInput label="Ghi chú" {...form.getInputProps(`${at}.note`)} />
          </>
        )}
      </FieldRows>
    </Section>
  );
}

/** What is handed in, by the case in which it is asked for. */
export function ComponentFields({ form, onAddForm }: { form: DraftForm; onAddForm: (at: string) => void }) {
  return (
    <Section id="ho-so" title={partLabels.components}>
      <FieldRows
        form={form}
        path="record.components"
        rows={form.values.record.components}
        rowName="Trường hợp"
        addLabel="Thêm trường hợp"
        newRow={() => ({ case: "", papers: [] })}
      >
        {(at, one) => (
          <>
            <TextInput
              label="Tên trường hợp"
              description="Bỏ trống nếu chỉ có một trường hợp"
              {...form.getInputProps(`${at}.case`)}
            />
            <FieldRows
              form={form}
              path={`${at}.papers`}
              rows={one.papers}
              rowName="Giấy tờ"
              addLabel="Thêm giấy tờ"
              newRow={() => ({ name: "", originals: 1, copies: 0, formName: "", formUrl: null, note: "" })}
            >
              {(paper, row) => (
                <>
                  <Textarea label="Tên giấy tờ" autosize {...form.getInputProps(`${paper}.name`)} />
                  <SimpleGrid cols={{ base: 1, sm: 2 }}>
                    <CountField form={form} at={`${paper}.originals`} label="Số bản chính" />
                    <CountField form={form} at={`${paper}.copies`} label="Số bản sao" />
                    <TextInput label="Tên mẫu đơn, tờ khai" {...form.getInputProps(`${paper}.formName`)} />
                    <TextInput
                      label="Địa chỉ tải mẫu ở trang khác"
                      type="url"
                      placeholder="https://…"
                      {...form.getInputProps(`${paper}.formUrl`)}
                      value={form.getInputProps(`${paper}.formUrl`).value ?? ""}
                    />
                  </SimpleGrid>
                  <FormFiles
                    form={form}
                    at={paper}
                    paper={row}
                    name={`Giấy tờ ${Number(paper.split(".").at(-1)) + 1}`}
                    onAdd={onAddForm}
                  />
                  <TextInput label="Ghi chú" {...form.getInputProps(`${paper}.note`)} />
                </>
              )}
            </FieldRows>
          </>
        )}
      </FieldRows>
      <CountField form={form} at="record.dossierSets" label="Số lượng hồ sơ (bộ)" min={1} />
    </Section>
  );
}

/** What it stands on, and who does which step in how many hours. */
export function BasisFields({ form }: { form: DraftForm }) {
  return (
    <>
      <Section id="can-cu" title={partLabels.legalBasis}>
        <FieldRows
          form={form}
          path="record.legalBasis"
          rows={form.values.record.legalBasis}
          rowName="Văn bản"
          addLabel="Thêm căn cứ pháp lý"
          newRow={() => ({ number: "", abstract: "", issuedOn: null, issuer: "" })}
        >
          {(at) => (
            <>
              <SimpleGrid cols={{ base: 1, sm: 3 }}>
                <TextInput label="Số, ký hiệu" {...form.getInputProps(`${at}.number`)} />
                <DateField label="Ngày ban hành" {...form.getInputProps(`${at}.issuedOn`)} />
                <TextInput label="Cơ quan ban hành" {...form.getInputProps(`${at}.issuer`)} />
              </SimpleGrid>
              <TextInput label="Trích yếu" {...form.getInputProps(`${at}.abstract`)} />
            </>
          )}
        </FieldRows>
      </Section>
      {(["internalProcess", "electronicProcess"] as const).map((key) => (
        <Section key={key} id={key} title={partLabels[key]}>
          <FieldRows
            form={form}
            path={`record.${key}`}
            rows={form.values.record[key]}
            rowName="Bước"
            addLabel="Thêm bước"
            newRow={() => ({ role: "", work: "", hours: null })}
          >
            {(at) => (
              <SimpleGrid cols={{ base: 1, sm: 3 }}>
                <TextInput label="Người làm" {...form.getInputProps(`${at}.role`)} />
                <TextInput label="Việc" {...form.getInputProps(`${at}.work`)} />
                <CountField form={form} at={`${at}.hours`} label="Số giờ làm việc" />
              </SimpleGrid>
            )}
          </FieldRows>
        </Section>
      ))}
    </>
  );
}
