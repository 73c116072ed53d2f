import { z } from "zod";
import { roles } from "#platform/auth/actor.ts";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { agencyKinds, unitKinds } from "./agency.ts";
import { directoryContract } from "./directory/contract.ts";
import { noticeContract } from "./notices/contract.ts";
import { passwordProcedures } from "./passwords/contract.ts";
import { organizationPolicy, signingPolicy, subordinatePolicy } from "./policy.ts";
import { providerContract } from "./provider/contract.ts";
import { pushContract } from "./push/contract.ts";
import { qualityContract } from "./quality/contract.ts";
import { rightsReviewContract } from "./rights-review/contract.ts";
import { rosterImportContract } from "./roster-imports/contract.ts";
import { signingForms, signingScopes } from "./signing-authority.ts";

export { type AgencyKind, agencyKindLabels, type UnitKind, unitKindLabels } from "./agency.ts";
export { noticeGroups } from "./notice-kinds.ts";
export { type DigestRhythm, digestWords } from "./notices/notice-hours.ts";
export { type MailWay, mailWayLabels } from "./notices/notice-preferences.ts";
export {
  ownWords,
  type PasswordRule,
  passwordDemands,
  passwordHindrance,
} from "./passwords/password-rule.ts";
export { providerRefusals } from "./provider/provider.ts";
export { unitChangeKinds, unitChangeLabels } from "./restructuring/unit-change.ts";
export {
  isDeputy,
  type SigningForm,
  type SigningScope,
  signingFormLabels,
  signingScopeLabels,
} from "./signing-authority.ts";

const read = organizationPolicy.right("read");
const manage = organizationPolicy.right("manage");
const readAudit = organizationPolicy.right("readAudit");

const name = (what: string) =>
  z.string().trim().min(1, `Hãy nhập ${what}.`).max(200, `${what} dài quá 200 ký tự.`);
const optional = z.string().trim().max(200).nullable();
const email = z.email("Địa chỉ thư điện tử chưa đúng.").max(200);
const day = z.iso.date("Hãy chọn ngày.");
const id = z.object({ id: z.uuid("Mã không đúng.") });

/** How an agency is called in documents. */
export const agencyNames = z.object({
  name: name("tên cơ quan"),
  superiorName: optional,
  symbol: z
    .string()
    .trim()
    .regex(/^[A-ZĐ0-9-]{2,20}$/u, "Ký hiệu gồm chữ in hoa và số, ví dụ SNV hoặc UBND."),
  place: name("địa danh"),
});
export const agencyFields = agencyNames.extend({
  address: optional,
  phone: optional,
  email: email.nullable(),
  /** One span a line: "Thứ Hai đến thứ Sáu: 7:30–11:30 và 13:30–17:00". Left out: as before. */
  openingHours: z
    .string()
    .trim()
    .max(500, "Giờ làm việc dài quá 500 ký tự.")
    .nullable()
    .transform((text) => text || null)
    .optional(),
  /** A number that is answered at once. Left out: as before. */
  hotline: optional.transform((text) => text || null).optional(),
});
/** Stored with single spaces, in Unicode NFC. */
const tidy = (text: string) => text.normalize("NFC").replace(/\s+/gu, " ").trim();
export const unitFields = z.object({
  name: name("tên đơn vị").overwrite(tidy),
  shortName: z.string().trim().min(1, "Hãy nhập tên viết tắt.").max(30).overwrite(tidy),
  kind: z.enum(unitKinds, { error: "Hãy chọn loại đơn vị." }),
});
export const personFields = z.object({ name: name("họ và tên"), email, phone: optional, jobTitle: optional });

const agencyOutput = agencyFields.extend({
  id: z.uuid(),
  slug: z.string(),
  isSample: z.boolean(),
  may: maySchema,
});
/** An agency directly under the caller's. */
const subordinateOutput = agencyNames.extend({
  id: z.uuid(),
  kind: z.enum(agencyKinds),
  active: z.boolean(),
  may: maySchema,
});
const unitOutput = unitFields.extend({
  id: z.uuid(),
  slug: z.string(),
  closedOn: z.string().nullable(),
  may: maySchema,
});
const appointmentOutput = z.object({
  id: z.uuid(),
  role: z.enum(roles),
  unitId: z.uuid().nullable(),
  unitName: z.string().nullable(),
  fromDate: z.string(),
  toDate: z.string().nullable(),
});
const personOutput = personFields.extend({
  id: z.uuid(),
  active: z.boolean(),
  /** Last day at the agency; null where none is known. */
  leavesOn: z.string().nullable(),
  /** Until when wrong passwords lock the account; null when they do not, or the caller keeps no people. */
  lockedUntil: z.date().nullable(),
  /** Whether a second factor or a passkey is set up; null where the caller keeps no people. */
  secondFactor: z.boolean().nullable(),
  /** Whether there is a way in but the one-time link: invited people have none. Null where the caller keeps no people. */
  entered: z.boolean().nullable(),
  appointments: z.array(appointmentOutput),
  may: maySchema,
});
const signInRule = z.object({
  secondFactorRoles: z.array(z.enum(roles)).max(roles.length),
  secondFactorFrom: day.nullable(),
});
/** Who signs, as what, for what, when, by which decision. */
export const signingFields = z.object({
  personId: z.uuid("Hãy chọn người ký."),
  form: z.enum(signingForms, { error: "Hãy chọn cách ký." }),
  headTitle: name("chức vụ người đứng đầu"),
  /** For KT., TL. and TUQ. alone. */
  ownTitle: optional.transform((text) => text || null).default(null),
  scope: z.enum(signingScopes, { error: "Hãy chọn phạm vi." }),
  fromDate: day,
  toDate: day.nullable().default(null),
  decisionNumber: name("số, ký hiệu quyết định"),
  decidedOn: day,
});
const signingOutput = signingFields.extend({
  id: z.uuid(),
  ownTitle: z.string().nullable(),
  toDate: z.string().nullable(),
  personName: z.string(),
  /** Lines above the signature, in capitals. */
  lines: z.array(z.string()),
  standing: z.enum(["coming", "in-force", "ended"]),
  endReason: z.string().nullable(),
  may: maySchema,
});
/** With whose name and as what something is signed, and by which decision. */
export const signedAsOutput = z.object({
  authorityId: z.uuid(),
  /** Lines above the signature: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"]. */
  lines: z.array(z.string()),
  name: z.string(),
  decisionNumber: z.string(),
  decidedOn: z.string(),
  fromDate: z.string(),
  toDate: z.string().nullable(),
});
/** Narrows the audit: days in Vietnam's time, both inclusive. */
export const auditFilter = z.object({
  personId: z.uuid("Mã không đúng.").optional(),
  act: z.string().max(100).optional(),
  objectKind: z.string().max(100).optional(),
  objectId: z.string().max(100).optional(),
  from: day.optional(),
  to: day.optional(),
});
const choices = z.array(z.object({ id: z.string(), name: z.string() }));
/** A one-time link to hand over where no mail can be sent; null when it was mailed. */
const linkOutput = z.object({ link: z.string().nullable(), minutes: z.number().int() });

const noticeList = z.object({
  unread: z.number().int(),
  notices: z.array(
    z.object({
      id: z.uuid(),
      kind: z.string(),
      /** What it is about, by the first word of its cause, and the ids behind it. */
      matter: z.string(),
      about: z.array(z.string()),
      title: z.string(),
      /** Why the caller was told, in words. */
      why: z.string(),
      href: z.string(),
      at: z.date(),
      readAt: z.date().nullable(),
      /** Why it needs nobody any more, as found when it was last looked at; null: it stands. */
      settledWhy: z.string().nullable(),
    }),
  ),
});

export const organizationContract = {
  me: procedure({
    method: "GET",
    path: "/me",
    summary: "Tôi là ai, có quyền gì",
    may: "signed-in",
    beforeSecondFactor: true,
  }).output(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      agencyId: z.uuid(),
      agencyName: z.string(),
      isSample: z.boolean(),
      /** Path under which the agency's portal stands: "" at the root. */
      portalBase: z.string(),
      appointments: z.array(z.object({ role: z.enum(roles), unitId: z.uuid().nullable() })),
      idleMinutes: z.number().int(),
      /** Where the agency's rule asks for a second factor that is not set up yet; null otherwise. */
      secondFactor: z
        .object({
          from: z.string(),
          overdue: z.boolean(),
          /** The account has a passkey; signing in with it is enough. */
          passkeys: z.boolean(),
        })
        .nullable(),
      /** Until when the password lasts; null: for ever, or the session began without one. */
      password: z.object({ until: z.date(), overdue: z.boolean() }).nullable(),
    }),
  ),
  firstRunStatus: procedure({
    method: "GET",
    path: "/first-run",
    summary: "Đã thiết lập lần đầu hay chưa",
    may: "public",
  }).output(z.object({ needed: z.boolean() })),
  completeFirstRun: procedure({
    method: "POST",
    path: "/first-run",
    summary: "Thiết lập lần đầu: cơ quan, đơn vị, người quản trị",
    may: "public",
  })
    .input(
      z.object({
        code: z.string().trim().max(100),
        agency: agencyFields.extend({
          kind: z.enum(agencyKinds).default("department"),
        }),
        units: z.array(unitFields).min(1, "Hãy thêm ít nhất một đơn vị.").max(200),
        administrator: z.object({ name: name("họ và tên"), email, password: z.string().max(200) }),
      }),
    )
    .output(z.object({ agencyId: z.uuid() })),
  getAgency: procedure({ method: "GET", path: "/agency", summary: "Cơ quan của tôi", may: read }).output(
    agencyOutput,
  ),
  updateAgency: procedure({ method: "PUT", path: "/agency", summary: "Sửa thông tin cơ quan", may: manage })
    .input(agencyFields)
    .output(agencyOutput),
  getSignInRule: procedure({
    method: "GET",
    path: "/agency/sign-in-rule",
    summary: "Quy định đăng nhập của cơ quan",
    may: read,
  }).output(signInRule),
  setSignInRule: procedure({
    method: "PUT",
    path: "/agency/sign-in-rule",
    summary: "Đặt quy định đăng nhập: vai trò nào phải xác thực hai lớp, từ ngày nào",
    may: manage,
    sensitive: true,
  })
    .input(signInRule)
    .output(signInRule),
  ...passwordProcedures,
  ...providerContract,
  listAgencies: procedure({
    method: "GET",
    path: "/agencies",
    summary: "Các cơ quan trực thuộc",
    may: subordinatePolicy.right("list"),
  }).output(
    z.object({
      agencies: z.array(subordinateOutput),
      /** Kinds that may be added under the caller's agency. */
      kinds: z.array(z.enum(agencyKinds)),
      may: maySchema,
    }),
  ),
  addAgency: procedure({
    method: "POST",
    path: "/agencies",
    summary: "Thêm cơ quan trực thuộc cùng người quản trị đầu tiên",
    may: subordinatePolicy.right("add"),
  })
    .input(
      agencyFields.extend({
        kind: z.enum(agencyKinds, { error: "Hãy chọn loại cơ quan." }),
        administrator: z.object({ name: name("họ và tên"), email }),
      }),
    )
    .output(subordinateOutput.extend({ invitation: linkOutput })),
  renameAgency: procedure({
    method: "PUT",
    path: "/agencies/{id}",
    summary: "Sửa tên, ký hiệu cơ quan trực thuộc",
    may: subordinatePolicy.right("rename"),
  })
    .input(agencyNames.extend(id.shape))
    .output(subordinateOutput),
  setAgencyActive: procedure({
    method: "POST",
    path: "/agencies/{id}/active",
    summary: "Ngừng hoặc mở lại cơ quan trực thuộc",
    may: subordinatePolicy.right("rest"),
  })
    .input(id.extend({ active: z.boolean() }))
    .output(subordinateOutput),
  inviteAdministrator: procedure({
    method: "POST",
    path: "/agencies/{id}/invitation",
    summary: "Tạo lại đường dẫn cho người quản trị đầu tiên của cơ quan trực thuộc",
    may: subordinatePolicy.right("invite"),
    sensitive: true,
  })
    .input(id)
    .output(linkOutput),
  listUnits: procedure({ method: "GET", path: "/units", summary: "Các đơn vị", may: read })
    .input(z.object({ closed: z.stringbool().or(z.boolean()).default(false) }))
    .output(z.object({ units: z.array(unitOutput), may: maySchema })),
  createUnit: procedure({ method: "POST", path: "/units", summary: "Thêm đơn vị", may: manage })
    .input(unitFields)
    .output(unitOutput),
  updateUnit: procedure({ method: "PUT", path: "/units/{id}", summary: "Sửa đơn vị", may: manage })
    .input(unitFields.extend(id.shape))
    .output(unitOutput),
  closeUnit: procedure({
    method: "POST",
    path: "/units/{id}/close",
    summary: "Ngừng hoạt động đơn vị",
    may: manage,
  })
    .input(id.extend({ on: day }))
    .output(unitOutput),
  listPeople: procedure({
    method: "GET",
    path: "/people",
    summary: "Người dùng và phân công",
    may: read,
  }).output(z.object({ people: z.array(personOutput), may: maySchema })),
  addPerson: procedure({
    method: "POST",
    path: "/people",
    summary: "Thêm người dùng",
    may: manage,
    sensitive: true,
  })
    .input(personFields.extend({ role: z.enum(roles), unitId: z.uuid().nullable() }))
    .output(personOutput.extend({ invitation: linkOutput })),
  updatePerson: procedure({ method: "PUT", path: "/people/{id}", summary: "Sửa người dùng", may: manage })
    .input(personFields.omit({ email: true }).extend(id.shape))
    .output(personOutput),
  setPersonActive: procedure({
    method: "POST",
    path: "/people/{id}/active",
    summary: "Khóa hoặc mở tài khoản",
    may: manage,
    sensitive: true,
  })
    .input(id.extend({ active: z.boolean() }))
    .output(personOutput),
  setLeaving: procedure({
    method: "POST",
    path: "/people/{id}/leaving",
    summary: "Ghi hoặc bỏ ngày làm việc cuối",
    may: manage,
  })
    .input(id.extend({ on: day.nullable(), reason: name("lý do") }))
    .output(personOutput),
  liftLockOut: procedure({
    method: "POST",
    path: "/people/{id}/lift-lock-out",
    summary: "Gỡ tạm khóa đăng nhập do nhập sai mật khẩu",
    may: manage,
  })
    .input(id)
    .output(personOutput),
  resetSecondFactor: procedure({
    method: "POST",
    path: "/people/{id}/second-factor/reset",
    summary: "Gỡ xác thực hai lớp của người mất điện thoại và mã dự phòng",
    may: manage,
    sensitive: true,
  })
    .input(
      id.extend({
        reason: z.string().trim().min(1, "Hãy nêu lý do.").max(500, "Lý do dài quá 500 ký tự."),
      }),
    )
    .output(personOutput),
  recoverPerson: procedure({
    method: "POST",
    path: "/people/{id}/recovery",
    summary: "Tạo đường dẫn đặt lại mật khẩu",
    may: manage,
    sensitive: true,
  })
    .input(id)
    .output(linkOutput),
  appoint: procedure({
    method: "POST",
    path: "/people/{id}/appointments",
    summary: "Phân công vai trò",
    may: manage,
    sensitive: true,
  })
    .input(
      id.extend({
        role: z.enum(roles),
        unitId: z.uuid().nullable(),
        fromDate: day,
        toDate: day.nullable().default(null),
      }),
    )
    .output(personOutput),
  endAppointment: procedure({
    method: "POST",
    path: "/appointments/{id}/end",
    summary: "Kết thúc phân công",
    may: manage,
    sensitive: true,
  })
    .input(id.extend({ on: day }))
    .output(personOutput),
  listSigning: procedure({
    method: "GET",
    path: "/signing-authorities",
    summary: "Thẩm quyền ký",
    may: signingPolicy.right("list"),
  }).output(z.object({ authorities: z.array(signingOutput), may: maySchema })),
  signersOn: procedure({
    method: "GET",
    path: "/signers",
    summary: "Ai được ký một loại văn bản trong một ngày",
    may: signingPolicy.right("list"),
  })
    .input(z.object({ scope: z.enum(["report", "plan", "document", "guidance", "content"]), day }))
    .output(z.object({ signers: z.array(signedAsOutput), why: z.string().nullable() })),
  recordSigning: procedure({
    method: "POST",
    path: "/signing-authorities",
    summary: "Ghi thẩm quyền ký, ký thay, thừa lệnh, thừa ủy quyền",
    may: signingPolicy.right("record"),
    sensitive: true,
  })
    .input(signingFields)
    .output(signingOutput),
  endSigning: procedure({
    method: "POST",
    path: "/signing-authorities/{id}/end",
    summary: "Kết thúc thẩm quyền ký",
    may: signingPolicy.right("end"),
    sensitive: true,
  })
    .input(id.extend({ on: day, reason: name("lý do") }))
    .output(z.object({ ended: z.boolean() })),
  listAudit: procedure({ method: "GET", path: "/audit", summary: "Nhật ký thao tác", may: readAudit })
    .input(auditFilter.extend({ after: z.uuid("Mã không đúng.").optional() }))
    .output(
      z.object({
        entries: z.array(
          z.object({
            id: z.uuid(),
            at: z.date(),
            personName: z.string(),
            act: z.string(),
            actName: z.string(),
            objectKind: z.string(),
            objectId: z.string(),
            objectName: z.string(),
            /** In words; what stands in no word is only in before and after. */
            changes: z.array(
              z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
            ),
            /** All that was kept and has a name, changed or not. */
            kept: z.array(
              z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
            ),
            before: z.unknown(),
            after: z.unknown(),
            reason: z.string().nullable(),
            /** Its place in the chain of seals, with the seal in hexadecimal; null while it waits. */
            seal: z.object({ position: z.number().int(), hash: z.string(), at: z.date() }).nullable(),
          }),
        ),
        /** The agency's newest seal, and how many of its entries wait for theirs. */
        sealed: z.object({
          last: z.object({ position: z.number().int(), at: z.date() }).nullable(),
          waiting: z.number().int(),
        }),
        /** How many match in all, told with the first page; `isMore`: and more than that. */
        counted: z.object({ total: z.number().int(), isMore: z.boolean() }).nullable(),
        /** Where the older ones go on; null at the end. */
        next: z.uuid().nullable(),
      }),
    ),
  auditChoices: procedure({
    method: "GET",
    path: "/audit/choices",
    summary: "Người, việc, loại đối tượng có trong nhật ký",
    may: readAudit,
  }).output(z.object({ people: choices, acts: choices, kinds: choices })),
  exportAudit: procedure({
    method: "GET",
    path: "/audit/table",
    summary: "Tải nhật ký dạng bảng (CSV)",
    may: readAudit,
    sensitive: true,
  })
    .input(auditFilter)
    .output(z.file()),
  listNotices: procedure({
    method: "GET",
    path: "/notices",
    summary: "Thông báo của tôi",
    may: "signed-in",
  }).output(noticeList),
  lookAgainAtNotices: procedure({
    method: "POST",
    path: "/notices/look-again",
    summary: "Xem lại thông báo của tôi còn cần hay không",
    may: "signed-in",
  }).output(noticeList),
  readNotices: procedure({
    method: "POST",
    path: "/notices/read",
    summary: "Đánh dấu đã đọc",
    may: "signed-in",
  })
    .input(z.object({ ids: z.array(z.uuid()).max(200) }))
    .output(z.object({ unread: z.number().int() })),
  listSessions: procedure({
    method: "GET",
    path: "/me/sessions",
    summary: "Các phiên đăng nhập của tôi",
    may: "signed-in",
  }).output(
    z.object({
      sessions: z.array(
        z.object({
          id: z.string(),
          /** In words: "Chrome trên máy tính Windows". */
          device: z.string(),
          /** IP address; null where none was known. */
          address: z.string().nullable(),
          signedInAt: z.date(),
          /** Exact to the minute. */
          lastSeenAt: z.date(),
          /** The session that asks. */
          current: z.boolean(),
        }),
      ),
    }),
  ),
  listPasskeys: procedure({
    method: "GET",
    path: "/me/passkeys",
    summary: "Các khóa truy cập của tôi",
    may: "signed-in",
  }).output(
    z.object({ passkeys: z.array(z.object({ id: z.string(), name: z.string(), addedAt: z.date() })) }),
  ),
  renamePasskey: procedure({
    method: "PUT",
    path: "/me/passkeys/{id}",
    summary: "Đổi tên một khóa truy cập của tôi",
    may: "signed-in",
  })
    .input(z.object({ id: z.string().max(100), name: name("tên").max(60, "Tên dài quá 60 ký tự.") }))
    .output(z.object({ id: z.string() })),
  removePasskey: procedure({
    method: "POST",
    path: "/me/passkeys/{id}/remove",
    summary: "Gỡ một khóa truy cập của tôi",
    may: "signed-in",
    sensitive: true,
  })
    .input(z.object({ id: z.string().max(100) }))
    .output(z.object({ id: z.string() })),
  endSession: procedure({
    method: "POST",
    path: "/me/sessions/{id}/end",
    summary: "Kết thúc một phiên đăng nhập của tôi",
    may: "signed-in",
  })
    .input(z.object({ id: z.string().max(100) }))
    .output(z.object({ ended: z.number().int() })),
  endOtherSessions: procedure({
    method: "POST",
    path: "/me/sessions/end-others",
    summary: "Kết thúc các phiên đăng nhập khác của tôi",
    may: "signed-in",
  }).output(z.object({ ended: z.number().int() })),
  endPersonSessions: procedure({
    method: "POST",
    path: "/people/{id}/sessions/end",
    summary: "Kết thúc mọi phiên đăng nhập của một người",
    may: manage,
  })
    .input(id)
    .output(z.object({ ended: z.number().int() })),
  removeSample: procedure({
    method: "POST",
    path: "/sample/remove",
    summary: "Gỡ đơn vị mẫu",
    may: organizationPolicy.right("removeSample"),
    sensitive: true,
  }).output(z.object({ removed: z.number().int() })),
  ...noticeContract,
  ...qualityContract,
  ...pushContract,
  ...rightsReviewContract,
  ...rosterImportContract,
  ...directoryContract,
};
