import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { deliveryPolicy } from "../deliveries/policy.ts";
import { contactBases, contactStates, optOutHows, outletKinds, pressConsentHows } from "./outlet.ts";
import { pressPolicy } from "./policy.ts";
import { recipientStandings } from "./release.ts";

const right = pressPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const line = (longest: number, message: string) => z.string().trim().max(longest, message);
const ids = z.array(z.uuid("Mã không đúng.")).max(500).default([]);

const outletFields = z.object({
  name: line(200, "Tên dài quá 200 ký tự.").min(1, "Hãy ghi tên cơ quan báo chí."),
  kind: z.enum(outletKinds, "Hãy chọn loại."),
  address: line(300, "Địa chỉ dài quá 300 ký tự.").default(""),
  phone: line(50, "Số điện thoại dài quá 50 ký tự.").default(""),
  note: line(1000, "Ghi chú dài quá 1.000 ký tự.").default(""),
});
const contactFields = z.object({
  name: line(200, "Tên dài quá 200 ký tự.").default(""),
  jobTitle: line(200, "Chức danh dài quá 200 ký tự.").default(""),
  email: z.email("Thư điện tử chưa đúng, ví dụ toasoan@bao.vn.").max(200, "Địa chỉ dài quá 200 ký tự."),
  phone: line(50, "Số điện thoại dài quá 50 ký tự.").default(""),
});
const consentFields = z.object({
  givenOn: z.iso.date("Hãy chọn ngày."),
  how: z.enum(["written", "message", "spoken"], "Hãy chọn cách đồng ý."),
  keptAt: line(300, "Nơi lưu dài quá 300 ký tự.").default(""),
});
const listFields = z.object({
  name: line(200, "Tên nhóm dài quá 200 ký tự.").min(1, "Hãy ghi tên nhóm."),
  contactIds: z.array(z.uuid("Mã không đúng.")).max(2000),
});

const contactOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  jobTitle: z.string(),
  email: z.string().nullable(),
  phone: z.string(),
  basis: z.enum(contactBases),
  state: z.enum(contactStates),
  isClosed: z.boolean(),
  optedOutAt: z.date().nullable(),
  optedOutHow: z.enum(optOutHows).nullable(),
  suspendedAt: z.date().nullable(),
  suspendedWhy: z.string().nullable(),
  erasedAt: z.date().nullable(),
  /** The newest first; one in force at most. */
  consents: z.array(
    z.object({
      id: z.uuid(),
      givenOn: z.string(),
      how: z.enum(pressConsentHows),
      keptAt: z.string(),
      recordedAt: z.date(),
      withdrawnAt: z.date().nullable(),
    }),
  ),
  may: maySchema,
});

const register = z.object({
  outlets: z.array(
    outletFields.extend({
      id: z.uuid(),
      address: z.string(),
      phone: z.string(),
      note: z.string(),
      isClosed: z.boolean(),
      contacts: z.array(contactOutput),
      may: maySchema,
    }),
  ),
  lists: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      contactIds: z.array(z.uuid()),
      /** How many of them may be written to now. */
      willing: z.number().int(),
    }),
  ),
  may: maySchema,
});

const releaseOutput = z
  .object({
    isAhead: z.boolean(),
    embargoUntil: z.date().nullable(),
    recipients: z.array(
      z.object({
        id: z.uuid(),
        contactId: z.uuid(),
        outletName: z.string(),
        name: z.string(),
        address: z.string().nullable(),
        isErased: z.boolean(),
        standing: z.enum(recipientStandings),
        /** What the mail server said, as codes. */
        said: z.string(),
      }),
    ),
    attachments: z.array(
      z.object({
        id: z.uuid(),
        fileName: z.string(),
        alt: z.string(),
        bytes: z.number().int(),
        issues: z.array(z.string()),
        /** Where the file is as it went out; null: it did not. */
        sentAs: z.string().nullable(),
      }),
    ),
    lists: z.array(z.object({ id: z.uuid(), name: z.string(), willing: z.number().int() })),
    may: maySchema,
  })
  .nullable();

/** To whom a release goes, with which files, and whether before the text is public. */
export const releaseChoice = z.object({
  listIds: ids,
  contactIds: ids,
  mediaIds: ids,
  isAhead: z.boolean().default(false),
});

const act = (
  path: `/${string}`,
  summary: string,
  verb: Parameters<typeof right>[0],
  method: "POST" | "PUT" = "POST",
) => procedure({ method, path: `/press${path}`, summary, may: right(verb) });

export const pressContract = {
  pressRegister: procedure({
    method: "GET",
    path: "/press/outlets",
    summary: "Sổ báo chí: cơ quan báo chí, nơi nhận, nhóm nhận",
    may: right("read"),
  }).output(register),
  noteOutlet: act("/outlets", "Ghi cơ quan báo chí vào sổ", "keep").input(outletFields).output(register),
  changeOutlet: act("/outlets/{id}", "Sửa cơ quan báo chí trong sổ", "keep", "PUT")
    .input(id.extend(outletFields.shape).extend({ isClosed: z.boolean().default(false) }))
    .output(register),
  notePressContact: act("/contacts", "Thêm địa chỉ nhận của cơ quan báo chí", "keep")
    .input(
      contactFields.extend({
        outletId: z.uuid("Hãy chọn cơ quan báo chí."),
        basis: z.enum(contactBases, "Hãy chọn căn cứ gửi."),
        consent: consentFields.nullable().default(null),
      }),
    )
    .output(register),
  changePressContact: act("/contacts/{id}", "Sửa địa chỉ nhận", "keep", "PUT")
    .input(id.extend(contactFields.shape).extend({ isClosed: z.boolean().default(false) }))
    .output(register),
  recordPressConsent: act("/contacts/{id}/consent", "Ghi sự đồng ý nhận thư", "consent")
    .input(id.extend(consentFields.shape))
    .output(register),
  optOutPressContact: act("/contacts/{id}/opt-out", "Ghi là thôi nhận thư", "optOut")
    .input(id)
    .output(register),
  recordPressBounce: act(
    "/contacts/{id}/bounce",
    "Ghi thư gửi tới một địa chỉ bị trả về; dừng gửi tới đó",
    "suspend",
  )
    .input(id.extend({ reason: line(300, "Lý do dài quá 300 ký tự.").min(1, "Hãy ghi thư trả về nói gì.") }))
    .output(register),
  resumePressContact: act("/contacts/{id}/resume", "Gửi lại tới địa chỉ đã dừng gửi", "resume")
    .input(id)
    .output(register),
  erasePressContact: act("/contacts/{id}/erase", "Xóa thông tin cá nhân theo yêu cầu", "erase")
    .input(
      id.extend({ reason: line(500, "Lý do dài quá 500 ký tự.").min(1, "Hãy ghi ai yêu cầu, khi nào.") }),
    )
    .output(register),
  makePressList: act("/lists", "Lập nhóm nhận", "keep").input(listFields).output(register),
  savePressList: act("/lists/{id}", "Sửa nhóm nhận", "keep", "PUT")
    .input(id.extend(listFields.shape))
    .output(register),
  closePressList: act("/lists/{id}/close", "Bỏ nhóm nhận", "keep").input(id).output(register),
  release: procedure({
    method: "GET",
    path: "/deliveries/{id}/release",
    summary: "Nơi nhận, tệp đính kèm của một lượt gửi báo chí",
    may: deliveryPolicy.right("read"),
  })
    .input(id)
    .output(releaseOutput),
  changeRelease: procedure({
    method: "PUT",
    path: "/deliveries/{id}/release",
    summary: "Chọn lại nơi nhận, tệp đính kèm",
    may: deliveryPolicy.right("write"),
  })
    .input(id.extend(releaseChoice.shape))
    .output(releaseOutput),
  sendReleaseOn: procedure({
    method: "POST",
    path: "/deliveries/{id}/release/send-on",
    summary: "Gửi tới những nơi chưa nhận",
    may: deliveryPolicy.right("sendOn"),
  })
    .input(id.extend({ listIds: ids, contactIds: ids }))
    .output(releaseOutput),
};
