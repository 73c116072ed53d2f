import { Checkbox, Radio, Stack, TextInput } from "@mantine/core";
import { type DialogForm, FormDialog } from "#ui/form-dialog.tsx";
import { optionsOf } from "#ui/options.ts";
import { type ContactBasis, contactBasisLabels } from "../../contract.ts";
import { api, type Outlet, type PressContact, type PressRegister } from "../api.ts";
import { ConsentFields, type ConsentValues, consentSent, newConsent } from "./consent-fields.tsx";

/** An address of a press agency: a new one, with how a person agreed, or one of the register. */
export function ContactDialog({
  outlet,
  contact = null,
  opened,
  onClose,
  onDone,
}: {
  outlet: Pick<Outlet, "id" | "name"> | null;
  contact?: PressContact | null;
  opened: boolean;
  onClose: () => void;
  onDone: (register: PressRegister) => void;
}) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={contact ? "Sửa nơi nhận" : `Thêm nơi nhận của ${outlet?.name ?? ""}`}
      lead="Chỉ ghi thông tin công vụ cần để gửi thư; người ấy yêu cầu thì xóa được."
      initial={{
        basis: (contact?.basis ?? "official") as ContactBasis,
        name: contact?.name ?? "",
        jobTitle: contact?.jobTitle ?? "",
        email: contact?.email ?? "",
        phone: contact?.phone ?? "",
        isClosed: contact?.isClosed ?? false,
        ...newConsent(),
      }}
      check={({ basis, name }) =>
        basis === "consent" && name.trim() === "" ? { name: "Hãy ghi tên người nhận." } : {}
      }
      verb={contact ? "Ghi thay đổi" : "Thêm nơi nhận"}
      submit={({ basis, isClosed, name, jobTitle, email, phone, ...consent }) =>
        contact
          ? api.channels.changePressContact.call({ id: contact.id, name, jobTitle, email, phone, isClosed })
          : api.channels.notePressContact.call({
              ...{ outletId: outlet?.id ?? "", basis, name, jobTitle, email, phone },
              consent: basis === "consent" ? consentSent(consent) : null,
            })
      }
      onDone={onDone}
    >
      {(form) => {
        const isPerson = form.values.basis === "consent";
        return (
          <>
            {!contact && (
              <Radio.Group label="Căn cứ gửi thư" {...form.getInputProps("basis")}>
                <Stack gap="xs" mt="xs">
                  {optionsOf(contactBasisLabels).map(({ value, label }) => (
                    <Radio key={value} value={value} label={label} />
                  ))}
                </Stack>
              </Radio.Group>
            )}
            <TextInput label="Thư điện tử" type="email" required {...form.getInputProps("email")} />
            <TextInput
              label={isPerson ? "Họ và tên" : "Tên hộp thư, ban"}
              required={isPerson}
              {...form.getInputProps("name")}
            />
            {isPerson && <TextInput label="Chức danh" {...form.getInputProps("jobTitle")} />}
            <TextInput label="Điện thoại công vụ" {...form.getInputProps("phone")} />
            {isPerson && !contact && <ConsentFields form={form as unknown as DialogForm<ConsentValues>} />}
            {contact && (
              <Checkbox
                label="Không dùng nữa"
                description="Không gửi thư tới địa chỉ này nữa."
                {...form.getInputProps("isClosed", { type: "checkbox" })}
              />
            )}
          </>
        );
      }}
    </FormDialog>
  );
}
