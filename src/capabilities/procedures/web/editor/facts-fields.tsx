import { MultiSelect, NumberInput, Select, SimpleGrid, TagsInput, Textarea, TextInput } from "@mantine/core";
import { DateField } from "#ui/date-field.tsx";
import { optionsOf } from "#ui/options.ts";
import { Section } from "#ui/section.tsx";
import { audiences, levelLabels, serviceLevelLabels } from "../../procedure-record.ts";
import { partLabels } from "../../record-words.ts";
import type { DraftForm } from "./draft.ts";

/** What names the procedure: name, field, level, whom it is for. */
export function NamingFields({ form }: { form: DraftForm }) {
  const { audience } = form.values.record;
  const input = (key: string) => form.getInputProps(`record.${key}`);
  return (
    <Section id="thong-tin-chung" title="Thông tin chung">
      <Textarea label={partLabels.name} required autosize {...input("name")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={partLabels.field} {...input("field")} />
        <Select label={partLabels.level} clearable data={optionsOf(levelLabels)} {...input("level")} />
        <Select
          label={partLabels.serviceLevel}
          clearable
          data={optionsOf(serviceLevelLabels)}
          {...input("serviceLevel")}
        />
        <TextInput label={partLabels.kind} {...input("kind")} />
      </SimpleGrid>
      <MultiSelect
        label={partLabels.audience}
        // One that came in from elsewhere stays, though the national list does not name it.
        data={[...new Set<string>([...audiences, ...audience])]}
        {...input("audience")}
      />
      <TagsInput
        label={partLabels.keywords}
        description="Cách người dân hay gọi, để họ tìm thấy; gõ xong một từ thì nhấn Enter"
        {...input("keywords")}
      />
      <Textarea label={partLabels.description} autosize {...input("description")} />
    </Section>
  );
}

/** How it runs: steps, conditions, results, who does it where. */
export function CourseFields({ form }: { form: DraftForm }) {
  const input = (key: string) => form.getInputProps(`record.${key}`);
  return (
    <>
      <Section id="trinh-tu" title="Trình tự, kết quả, điều kiện">
        <Textarea
          label={partLabels.steps}
          description="Mỗi bước một dòng"
          autosize
          minRows={4}
          {...input("steps")}
        />
        <Textarea
          label={partLabels.results}
          description="Mỗi kết quả một dòng"
          autosize
          {...input("results")}
        />
        <Textarea
          label={partLabels.conditions}
          description="Không có điều kiện thì ghi “Không”"
          autosize
          {...input("conditions")}
        />
      </Section>
      <Section id="co-quan" title="Cơ quan, nơi nộp">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label={partLabels.implementingAgency} {...input("implementingAgency")} />
          <TextInput label={partLabels.competentAgency} {...input("competentAgency")} />
          <TextInput label={partLabels.delegatedAgency} {...input("delegatedAgency")} />
          <TextInput label={partLabels.coordinatingAgency} {...input("coordinatingAgency")} />
        </SimpleGrid>
        <TextInput label={partLabels.receivingAddress} {...input("receivingAddress")} />
      </Section>
    </>
  );
}

/** Where it comes from: the decision that made it known, its page on the national portal. */
export function SourceFields({ form }: { form: DraftForm }) {
  const input = (key: string) => form.getInputProps(`record.${key}`);
  return (
    <Section id="cong-bo" title="Quyết định công bố">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={partLabels.decisionNumber} {...input("decisionNumber")} />
        <DateField label={partLabels.decidedOn} {...input("decidedOn")} />
      </SimpleGrid>
      <TextInput
        label={partLabels.nationalUrl}
        type="url"
        placeholder="https://dichvucong.gov.vn/…"
        {...input("nationalUrl")}
        value={form.values.record.nationalUrl ?? ""}
      />
    </Section>
  );
}

/** A whole number of at least `min` that may be left empty. */
export function CountField({
  form,
  at,
  label,
  min = 0,
}: {
  form: DraftForm;
  at: string;
  label: string;
  min?: number;
}) {
  const { value, onChange, ...rest } = form.getInputProps(at);
  return (
    <NumberInput
      label={label}
      min={min}
      decimalSeparator=","
      thousandSeparator="."
      hideControls
      value={value ?? ""}
      onChange={(given) => onChange(given === "" ? null : Number(given))}
      {...rest}
    />
  );
}
