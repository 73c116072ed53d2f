import { Box, Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Confirm } from "#ui/confirm.tsx";
import { DayText, MomentText } from "#ui/date-text.tsx";
import { FormDialog } from "#ui/form-dialog.tsx";
import { StateBadge, type StateTone } from "#ui/state-badge.tsx";
import { sayDone, sayFailed } from "#ui/undo.tsx";
import {
  type ContactState,
  contactBasisLabels,
  contactStateLabels,
  optOutLabels,
  pressConsentLabels,
} from "../../contract.ts";
import { api, type PressContact, type PressRegister } from "../api.ts";
import { ConsentFields, consentSent, newConsent } from "./consent-fields.tsx";
import { ContactDialog } from "./contact-dialog.tsx";
import { useKeepPress } from "./use-press.ts";

const tones: Record<ContactState, StateTone> = {
  willing: "done",
  asked: "waiting",
  suspended: "failed",
  "opted-out": "withdrawn",
  closed: "withdrawn",
  erased: "withdrawn",
};

/** One address: who, how it stands and why, and what may be done with it. */
export function ContactLine({ contact }: { contact: PressContact }) {
  const { id, name, jobTitle, email, phone, basis, state, may } = contact;
  const [asked, ask] = useState<"change" | "consent" | "opt-out" | "bounce" | "erase" | null>(null);
  const keep = useKeepPress();
  const close = () => ask(null);
  const done = (words: string) => (register: PressRegister) => {
    close();
    keep(register);
    sayDone(words);
  };
  const optOut = useMutation({
    mutationFn: () => api.channels.optOutPressContact.call({ id }),
    onSuccess: done("Đã ghi: không gửi thư tới địa chỉ này nữa."),
  });
  const resume = useMutation({
    mutationFn: () => api.channels.resumePressContact.call({ id }),
    onSuccess: done("Đã ghi: gửi lại tới địa chỉ này."),
    onError: sayFailed,
  });
  const who = name || email || contactStateLabels.erased;
  const act = (verb: string, step: NonNullable<typeof asked>, label: string) =>
    may[verb]?.allowed && (
      <Button size="compact-sm" variant="subtle" aria-label={`${label}: ${who}`} onClick={() => ask(step)}>
        {label}
      </Button>
    );
  return (
    <Box component="li" style={{ borderTop: "1px solid var(--mantine-color-gray-3)" }} pt="xs">
      <Group justify="space-between" align="flex-start" gap={6}>
        <Stack gap={0} flex="1 1 14rem" miw={0} style={{ overflowWrap: "anywhere" }}>
          <Text fw={600}>{who}</Text>
          <Text size="sm">{[name && email, jobTitle, phone].filter(Boolean).join(" · ")}</Text>
          <Standing contact={contact} />
        </Stack>
        <StateBadge tone={tones[state]} word={contactStateLabels[state]} />
      </Group>
      <Group gap={4} mt={4}>
        {act("keep", "change", "Sửa")}
        {(state !== "willing" || basis === "consent") && act("consent", "consent", "Ghi sự đồng ý")}
        {state === "willing" && act("optOut", "opt-out", "Ghi thôi nhận")}
        {state === "willing" && act("suspend", "bounce", "Ghi thư bị trả về")}
        {state === "suspended" && may.resume?.allowed && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`Gửi lại tới địa chỉ này: ${who}`}
            loading={resume.isPending}
            onClick={() => resume.mutate()}
          >
            Gửi lại tới địa chỉ này
          </Button>
        )}
        {act("erase", "erase", "Xóa thông tin")}
      </Group>
      <ContactDialog
        outlet={null}
        contact={contact}
        opened={asked === "change"}
        onClose={close}
        onDone={done("Đã ghi thay đổi.")}
      />
      <FormDialog
        opened={asked === "consent"}
        onClose={close}
        title={`Ghi sự đồng ý của ${who}`}
        lead="Từ lúc ghi, địa chỉ này lại được gửi thư; lần thôi nhận hay thư trả về trước đó coi như đã xong."
        initial={newConsent()}
        verb="Ghi sự đồng ý"
        submit={(values) => api.channels.recordPressConsent.call({ id, ...consentSent(values) })}
        onDone={done("Đã ghi sự đồng ý.")}
      >
        {(form) => <ConsentFields form={form} />}
      </FormDialog>
      <Confirm
        opened={asked === "opt-out"}
        onClose={close}
        title={`${who} thôi nhận thư`}
        verb="Ghi thôi nhận"
        pending={optOut.isPending}
        error={optOut.error}
        onConfirm={() => optOut.mutate()}
      >
        Từ nay không gửi thư tới địa chỉ này, kể cả thông cáo đang chờ gửi.
      </Confirm>
      <FormDialog
        opened={asked === "bounce"}
        onClose={close}
        title={`Thư tới ${who} bị trả về`}
        lead="Từ nay không gửi thư tới địa chỉ này cho đến khi sửa địa chỉ hoặc bấm Gửi lại."
        initial={{ reason: "" }}
        verb="Ghi và dừng gửi"
        submit={({ reason }) => api.channels.recordPressBounce.call({ id, reason })}
        onDone={done("Đã dừng gửi tới địa chỉ này.")}
      >
        {(form) => (
          <Textarea
            label="Thư trả về nói gì"
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
      <FormDialog
        opened={asked === "erase"}
        onClose={close}
        title="Xóa thông tin cá nhân"
        lead={`Tên, thư điện tử, điện thoại của ${who} bị xóa khỏi sổ và khỏi các lượt gửi; không lấy lại được. Nhật ký chỉ giữ là đã xóa, lúc nào, ai xóa.`}
        initial={{ reason: "" }}
        verb="Xóa thông tin"
        submit={({ reason }) => api.channels.erasePressContact.call({ id, reason })}
        onDone={done("Đã xóa thông tin cá nhân.")}
      >
        {(form) => (
          <Textarea
            label="Căn cứ"
            description="Yêu cầu nhận được khi nào, bằng cách nào; đừng ghi lại tên, địa chỉ của người ấy."
            required
            autosize
            minRows={2}
            data-autofocus
            {...form.getInputProps("reason")}
          />
        )}
      </FormDialog>
    </Box>
  );
}

/** Why it is written to, or no more. */
function Standing({
  contact: { basis, consents, optedOutAt, optedOutHow, suspendedAt, suspendedWhy, erasedAt },
}: {
  contact: PressContact;
}) {
  const consent = consents[0];
  return (
    <Text size="xs" c="gray.7" component="div">
      {contactBasisLabels[basis]}
      {consent && (
        <>
          {" "}
          · đồng ý ngày <DayText day={consent.givenOn} /> ({pressConsentLabels[consent.how].toLowerCase()}
          {consent.keptAt && `, lưu ở ${consent.keptAt}`})
        </>
      )}
      {optedOutAt && optedOutHow && !erasedAt && (
        <>
          {" "}
          · thôi nhận lúc <MomentText at={optedOutAt} /> ({optOutLabels[optedOutHow].toLowerCase()})
        </>
      )}
      {suspendedAt && (
        <>
          {" "}
          · dừng gửi lúc <MomentText at={suspendedAt} />: {suspendedWhy}
        </>
      )}
      {erasedAt && (
        <>
          {" "}
          · xóa lúc <MomentText at={erasedAt} />
        </>
      )}
    </Text>
  );
}
