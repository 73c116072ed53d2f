import { TextInput } from "@mantine/core";
import { useState } from "react";
import { today } from "#platform/clock/vietnam-time.ts";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { newId } from "#ui/new-id.ts";
import { channels, contentKinds } from "../../contract.ts";
import { api, type Suggestions } from "../api.ts";
import { DeliverableFields, type ProductFields, sentOf } from "../planning/deliverable-dialog.tsx";

export type OpenSuggestion = Suggestions["open"][number];

/** Time that a first product is given, within the period. */
const DAYS = 14;

const dayFor = ({ from, until }: Pick<OpenSuggestion, "from" | "until">): string => {
  const now = today().toString();
  const first = from !== null && from > now ? from : now;
  const wanted = Temporal.PlainDate.from(first).add({ days: DAYS }).toString();
  return until !== null && until < wanted ? until : wanted;
};

function fieldsOf({ title, channel, unitId, ...days }: OpenSuggestion, ownUnitId: string | null) {
  const kind = contentKinds.find((one) => channel === null || (one.channels as string[]).includes(channel))!;
  return {
    title,
    kind: kind.slug,
    channel: channel ?? kind.channels[0] ?? channels[0]!.slug,
    unitId: unitId ?? ownUnitId ?? "",
    personId: null,
    due: `${dayFor(days)}T17:00`,
  };
}

/** A story is made of a suggestion, with its first product filled in from what is lacking. */
export function AcceptDialog({
  suggestion,
  ownUnitId,
  onClose,
  onDone,
}: {
  suggestion: OpenSuggestion;
  ownUnitId: string | null;
  onClose: () => void;
  onDone: (storyId: string) => void;
}) {
  // Sent twice, by a second click or after a lost answer, it is one story.
  const [storyId] = useState(newId);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Lập đề tài từ gợi ý"
      lead={`${suggestion.why} Đề tài được gắn sẵn với mục, nghĩa vụ này.`}
      initial={fieldsOf(suggestion, ownUnitId)}
      verb="Lập đề tài"
      submit={({ title, ...product }) =>
        api.newsroom.acceptSuggestion.call({
          source: suggestion.source,
          key: suggestion.key,
          storyId,
          title,
          ...sentOf(product),
        })
      }
      onDone={() => onDone(storyId)}
    >
      {(form) => (
        <>
          <TextInput label="Tên đề tài" required data-autofocus {...form.getInputProps("title")} />
          <DeliverableFields form={form as unknown as DialogForm<ProductFields>} />
        </>
      )}
    </FormDialog>
  );
}
