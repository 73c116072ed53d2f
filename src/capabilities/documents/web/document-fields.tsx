import { Autocomplete, Checkbox, Textarea, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ComponentProps } from "react";
import { DateField } from "#ui/date-field.tsx";
import type { DialogForm } from "#ui/form-dialog.tsx";
import { SignerField } from "#ui/signing-choice.tsx";
import { documentTypes } from "../document-types.ts";
import { api, type DocumentView } from "./api.ts";

export interface DocumentValues extends Record<string, unknown> {
  type: string;
  number: string;
  issuedOn: string | null;
  issuer: string;
  abstract: string;
  url: string;
  outgoing: boolean;
  topic: string;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  authorityId: string | undefined;
}

export const noDocument: DocumentValues = {
  type: "",
  number: "",
  issuedOn: null,
  issuer: "",
  abstract: "",
  url: "",
  outgoing: false,
  topic: "",
  effectiveFrom: null,
  effectiveTo: null,
  authorityId: undefined,
};

/** What the fields hold of a registered document. */
export const valuesOf = (document: DocumentView): DocumentValues => ({
  type: document.type,
  number: document.number ?? "",
  issuedOn: document.issuedOn,
  issuer: document.issuer ?? "",
  abstract: document.abstract ?? "",
  url: document.url ?? "",
  outgoing: document.outgoing,
  topic: document.topic ?? "",
  effectiveFrom: document.effectiveFrom,
  effectiveTo: document.effectiveTo,
  authorityId: document.signedAs?.authorityId,
});

const orNull = (text: string) => text.trim() || null;

/** The fields as the acts take them; blanks are null. */
export const described = (values: DocumentValues) => ({
  type: values.type,
  number: orNull(values.number),
  issuedOn: values.issuedOn,
  issuer: orNull(values.issuer),
  abstract: orNull(values.abstract),
  url: orNull(values.url),
  outgoing: values.outgoing,
  topic: orNull(values.topic),
  effectiveFrom: values.effectiveFrom,
  effectiveTo: values.effectiveTo,
  authorityId: values.outgoing ? values.authorityId : undefined,
});

/** The fields of a document; those of a legal instrument appear once its topic is named. */
export function DocumentFields<Values extends DocumentValues>({ form }: { form: DialogForm<Values> }) {
  return (
    <>
      <Autocomplete
        label="Loại văn bản"
        description="Chọn hoặc gõ loại khác"
        required
        data={[...documentTypes]}
        placeholder="Kế hoạch, Quy hoạch, Đề án, Quyết định…"
        {...form.getInputProps("type")}
      />
      <TextInput label="Số, ký hiệu" placeholder="36/KH-UBND" {...form.getInputProps("number")} />
      <DateField label="Ngày ban hành" {...form.getInputProps("issuedOn")} />
      <TextInput label="Cơ quan ban hành" {...form.getInputProps("issuer")} />
      <Checkbox
        label="Văn bản đi của cơ quan (mỗi năm một số chỉ cấp một lần)"
        {...form.getInputProps("outgoing", { type: "checkbox" })}
      />
      {form.values.outgoing && form.values.issuedOn && (
        <Signer
          day={form.values.issuedOn}
          value={form.values.authorityId}
          onChange={(authorityId) => form.setFieldValue("authorityId", authorityId as never)}
          error={form.errors.authorityId}
        />
      )}
      <Textarea label="Trích yếu" autosize {...form.getInputProps("abstract")} />
      <TextInput label="Địa chỉ văn bản" type="url" placeholder="https://…" {...form.getInputProps("url")} />
      <TextInput
        label="Lĩnh vực"
        description="Chỉ ghi với văn bản pháp luật, ví dụ Cơ chế một cửa"
        {...form.getInputProps("topic")}
      />
      {form.getValues().topic.trim() !== "" && (
        <>
          <DateField label="Có hiệu lực từ ngày" {...form.getInputProps("effectiveFrom")} />
          <DateField label="Hết hiệu lực sau ngày" {...form.getInputProps("effectiveTo")} />
        </>
      )}
    </>
  );
}

/** Who signed an outgoing document, out of those who could on its day. */
function Signer({ day, ...field }: { day: string } & Omit<ComponentProps<typeof SignerField>, "answer">) {
  const signers = useQuery(api.organization.signersOn.queryOptions({ input: { scope: "document", day } }));
  return <SignerField answer={signers.data} {...field} />;
}
