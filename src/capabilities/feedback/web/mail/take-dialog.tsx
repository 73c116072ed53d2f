import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { toVietnamDate } from "#platform/clock/vietnam-time.ts";
import { ErrorNotice } from "#ui/error-notice.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { useGo } from "#ui/navigation.tsx";
import { sayDone } from "#ui/undo.tsx";
import type { FeedbackKind } from "../../contract.ts";
import { EnterFields } from "../acts/enter-fields.tsx";
import { api, type MailView } from "../api.ts";

/** Makes feedback of a message: its words and sender stand in the form, to be looked through and shortened. */
export function TakeDialog({
  mail,
  onClose,
  onDone,
}: {
  mail: MailView;
  onClose: () => void;
  onDone: () => void;
}) {
  const go = useGo();
  const queue = useQuery(api.feedback.list.queryOptions({ input: { page: 1 } }));
  const [from, setFrom] = useState<{ name: string; address: string } | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    api.feedback.openMail.call({ id: mail.id }).then(setFrom, setError);
  }, [mail.id]);
  if (error) return <ErrorNotice error={error} />;
  if (!from) return null;
  return (
    <FormDialog
      opened
      onClose={onClose}
      title="Ghi thư thành phản ánh"
      lead="Bỏ phần trích thư cũ, chữ ký. Người gửi được báo đã nhận, kèm mã và hạn trả lời. Ảnh kèm thư đi theo phản ánh."
      initial={{
        ...{ kind: "conduct" as FeedbackKind, fieldId: "", words: mail.words, place: "" },
        ...{ name: from.name, phone: "", address: "", mail: from.address, officialCode: "" },
        receivedOn: toVietnamDate(new Date(mail.cameAt)).toString() as string | null,
      }}
      verb="Ghi phản ánh"
      check={({ receivedOn }) => (receivedOn ? {} : { receivedOn: "Ghi ngày nhận." })}
      submit={({ fieldId, receivedOn, ...rest }) =>
        api.feedback.takeMail.call({
          ...{ ...rest, id: mail.id, fieldId: fieldId || null, receivedOn: receivedOn! },
        })
      }
      onDone={({ id, code }) => {
        onDone();
        sayDone(`Đã ghi phản ánh ${code}.`);
        go(`/phan-anh/${id}`);
      }}
    >
      {(form) => <EnterFields form={form} fields={queue.data?.fields ?? []} />}
    </FormDialog>
  );
}
