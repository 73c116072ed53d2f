import { Checkbox, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { beginning } from "#platform/text/beginning.ts";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { contentKinds, storyStateLabels } from "../../contract.ts";
import { api, type Tip } from "../api.ts";
import { FoundSelect, TextChoice } from "../found-select.tsx";
import { KindChoice } from "../kind-choice.tsx";
import { usePeopleOptions } from "../planning/people-options.ts";

interface ActDialog {
  tip: Tip;
  opened: boolean;
  onClose: () => void;
  onDone: (saved: Tip) => void;
}

function CreditField<Values extends { credited: boolean }>({
  form,
  tip,
}: {
  form: DialogForm<Values>;
  tip: Tip;
}) {
  return (
    <Checkbox
      label={`Trang công khai ghi “Tin do ${tip.unitName} cung cấp”`}
      {...form.getInputProps("credited", { type: "checkbox" })}
    />
  );
}

/** A text is begun from the tip. */
export function WriteDialog({ tip, ...rest }: ActDialog) {
  return (
    <FormDialog
      {...rest}
      title="Viết bài từ tin"
      lead="Bản nháp có sẵn chữ và ảnh của tin; người gửi được báo."
      initial={{ kind: contentKinds[0]!.slug, unitId: tip.unitId, credited: false }}
      verb="Bắt đầu viết"
      submit={(fields) => api.newsroom.writeFromTip.call({ id: tip.id, ...fields })}
    >
      {(form) => (
        <>
          <KindChoice field={form.getInputProps("kind")} />
          <UnitField form={form} />
          <CreditField form={form} tip={tip} />
        </>
      )}
    </FormDialog>
  );
}

function UnitField<Values extends { unitId: string }>({ form }: { form: DialogForm<Values> }) {
  const { units } = usePeopleOptions();
  return (
    <Select
      label="Đơn vị viết"
      required
      searchable
      allowDeselect={false}
      data={units}
      {...form.getInputProps("unitId")}
    />
  );
}

/** A story is made of the tip. */
export function PlanDialog({ tip, ...rest }: ActDialog) {
  return (
    <FormDialog
      {...rest}
      title="Lập đề tài từ tin"
      lead="Đề tài giữ nội dung tin trong ghi chú; thêm sản phẩm sau."
      initial={{
        title: beginning(tip.words.replace(/\s+/g, " "), 120),
        unitId: tip.unitId,
        credited: false,
      }}
      verb="Lập đề tài"
      submit={(fields) => api.newsroom.planFromTip.call({ id: tip.id, ...fields })}
    >
      {(form) => (
        <>
          <TextInput label="Tên đề tài" required data-autofocus {...form.getInputProps("title")} />
          <UnitField form={form} />
          <CreditField form={form} tip={tip} />
        </>
      )}
    </FormDialog>
  );
}

interface JoinFields extends Record<string, unknown> {
  what: "item" | "story";
  itemId: string | null;
  storyId: string | null;
  credited: boolean;
}

/** The tip is joined to a text or a story that is there. */
export function JoinDialog({ tip, ...rest }: ActDialog) {
  return (
    <FormDialog<JoinFields, Tip>
      {...rest}
      title="Gắn tin vào bài, đề tài đã có"
      initial={{ what: "item", itemId: null, storyId: null, credited: false }}
      verb="Gắn tin"
      submit={({ what, itemId, storyId, credited }) =>
        api.newsroom.joinTip.call({
          id: tip.id,
          itemId: what === "item" ? itemId : null,
          storyId: what === "story" ? storyId : null,
          credited,
        })
      }
    >
      {(form) => (
        <>
          <SegmentedControl
            aria-label="Gắn vào"
            data={[
              { value: "item", label: "Bài" },
              { value: "story", label: "Đề tài" },
            ]}
            {...form.getInputProps("what")}
          />
          {form.values.what === "item" ? (
            <TextChoice form={form} field="itemId" />
          ) : (
            <StoryChoice form={form} />
          )}
          <CreditField form={form} tip={tip} />
        </>
      )}
    </FormDialog>
  );
}

function StoryChoice({ form }: { form: DialogForm<JoinFields> }) {
  const [words, setWords] = useState("");
  const found = useQuery(
    api.newsroom.listStories.queryOptions({
      input: { q: words || undefined },
      placeholderData: (before) => before,
    }),
  );
  const options = (found.data?.stories ?? []).flatMap(({ id, title, state, unitName }) =>
    state === "dropped" ? [] : [{ value: id, label: `${title} · ${storyStateLabels[state]}, ${unitName}` }],
  );
  return (
    <FoundSelect
      form={form}
      field="storyId"
      label="Đề tài"
      description="Gõ để tìm trong tên đề tài."
      options={options}
      onWords={setWords}
      nothing="Không có đề tài nào khớp"
    />
  );
}

/** The tip is merged into another that tells the same. */
export function MergeDialog({ tip, ...rest }: ActDialog) {
  return (
    <FormDialog
      {...rest}
      title="Gộp vào tin cùng việc"
      lead="Tin này đi theo tin kia; cả hai người gửi, hai đơn vị đều được ghi công."
      initial={{ intoId: null as string | null }}
      verb="Gộp tin"
      submit={({ intoId }) => api.newsroom.mergeTip.call({ id: tip.id, intoId: intoId ?? "" })}
    >
      {(form) => <TipChoice form={form} except={tip.id} />}
    </FormDialog>
  );
}

function TipChoice({ form, except }: { form: DialogForm<{ intoId: string | null }>; except: string }) {
  const [words, setWords] = useState("");
  const found = useQuery(
    api.newsroom.listTips.queryOptions({
      input: { q: words || undefined },
      placeholderData: (before) => before,
    }),
  );
  const options = (found.data?.tips ?? []).flatMap(({ id, words: text, unitName, state }) =>
    id !== except && ["sent", "taken", "used"].includes(state)
      ? [{ value: id, label: `${beginning(text.replace(/\s+/g, " "), 80)} · ${unitName}` }]
      : [],
  );
  return (
    <FoundSelect
      form={form}
      field="intoId"
      label="Tin cùng việc"
      description="Gõ để tìm trong nội dung tin."
      options={options}
      onWords={setWords}
      nothing="Không có tin nào khớp"
    />
  );
}
