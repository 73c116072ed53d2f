import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { accountStates, accountWays } from "../accounts/account.ts";
import { deliveryPictures } from "../pictures/chosen-picture-output.ts";
import { releaseChoice } from "../press-room/contract.ts";
import { choiceOutput, choices } from "./choice-output.ts";
import { deliveryGroups, deliveryStates } from "./delivery.ts";
import { deliveryPolicy } from "./policy.ts";

const right = deliveryPolicy.right;
const id = z.object({ id: z.uuid("Mã không đúng.") });
const reason = z.string().trim().max(500, "Lý do dài quá 500 ký tự.");
/** Words longer than any network takes are a slip. */
const ownText = z.string().max(70_000, "Lời đăng dài quá 70.000 ký tự.").nullable();
const wantedAt = z.coerce.date("Giờ đăng không đúng.").nullable();
/** Why it goes out at an hour that the agency forbids. */
const timeReason = z.string().trim().max(500, "Lý do dài quá 500 ký tự.").nullable().default(null);
const url = z.string().trim().max(2000, "Địa chỉ dài quá 2.000 ký tự.").nullable();

const accountOutput = z.object({
  id: z.uuid(),
  name: z.string(),
  network: z.string(),
  networkLabel: z.string(),
  way: z.enum(accountWays),
  state: z.enum(accountStates),
  stateReason: z.string().nullable(),
});

/** A post laid out for its network, measured as the network measures. */
const fieldOutput = z.object({
  name: z.string(),
  label: z.string(),
  text: z.string(),
  length: z.number().int(),
  most: z.number().int().nullable(),
  unit: z.string(),
  tooLong: z.boolean(),
  /** What is seen before "xem thêm"; null: all of it. */
  cut: z.object({ desktop: z.string().nullable(), phone: z.string().nullable() }),
});

const previewOutput = z.object({
  fields: z.array(fieldOutput),
  /** Why the network would refuse it as it is. */
  issues: z.array(z.string()),
});

export const deliverySummary = z.object({
  id: z.uuid(),
  itemId: z.uuid(),
  title: z.string(),
  kindLabel: z.string(),
  account: accountOutput,
  state: z.enum(deliveryStates),
  wantedAt: z.date().nullable(),
  /** Why it goes out at an hour that the agency forbids; null: it does not. */
  timeReason: z.string().nullable(),
  dueAt: z.date().nullable(),
  nextTryAt: z.date().nullable(),
  attempts: z.number().int(),
  reason: z.string().nullable(),
  isRehearsal: z.boolean(),
  needsPerson: z.boolean(),
  byHand: z.boolean(),
  /** Words of its own wait for a second person. */
  waitsForWords: z.boolean(),
  /** Pictures of its own wait for a second person. */
  waitsForPictures: z.boolean(),
  /** Everything of the agency, or this account, is stopped. */
  stopped: z.string().nullable(),
  /** Its network lets us in no more: whether the caller may connect the account anew; null: that is not it. */
  reconnect: z.object({ allowed: z.boolean(), why: z.string().nullable() }).nullable(),
  url: z.string().nullable(),
  placedAt: z.date().nullable(),
  /** The text was corrected since; here still stands the former one. */
  outdated: z.boolean(),
  /** The text was taken back; here it still stands. */
  recalled: z.boolean(),
  takenDownAt: z.date().nullable(),
  /** Since when its network does not find it any more, and nobody has said that it was taken down. */
  goneAt: z.date().nullable(),
  may: maySchema,
});

const mediaOutput = z.object({
  id: z.uuid(),
  sort: z.enum(["picture", "video", "audio"]),
  alt: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  seconds: z.number().int(),
  path: z.string(),
  cuts: z.object({ square: z.string(), story: z.string(), card: z.string() }).nullable(),
  /** Under which name a browser keeps it. */
  fileName: z.string(),
});

export const wholeDelivery = deliverySummary.extend({
  /** The text that is public now, or that stands now. */
  contentRevisionId: z.uuid(),
  ownText: z.string().nullable(),
  ownTextByName: z.string().nullable(),
  ownTextApprovedByName: z.string().nullable(),
  /** What follows from the approved text. */
  sharedText: z.string(),
  /** That is the text at length. */
  isAtLength: z.boolean(),
  choices: z.array(choiceOutput),
  chosen: choices,
  /** What the network binds posts under this account by. */
  limits: z.array(z.string()),
  preview: previewOutput,
  /** New words for where it stands wait for a second person. */
  waitsForNewWords: z.boolean(),
  /** How a person corrects it or takes it down there. */
  changeSteps: z.object({ correct: z.array(z.string()), remove: z.array(z.string()) }),
  media: z.array(mediaOutput),
  /** The pictures of the text, and which of them this channel has, cut how. */
  pictures: deliveryPictures,
  /** Where the person goes to post by hand, and how. */
  openAt: z.string().nullable(),
  byHandSteps: z.array(z.string()),
  hasAddress: z.boolean(),
  events: z.array(
    z.object({ at: z.date(), state: z.enum(deliveryStates), words: z.string(), byName: z.string() }),
  ),
  placement: z
    .object({
      id: z.uuid(),
      url: z.string().nullable(),
      /** Where, when there is no address to open. */
      where: z.string().nullable(),
      placedAt: z.date(),
      recordedByName: z.string().nullable(),
      revisionHash: z.string(),
      takenDownAt: z.date().nullable(),
      /** What its network answered, and who said that it is not so. */
      deniedGone: z.object({ at: z.date(), why: z.string(), byName: z.string() }).nullable(),
      proofs: z.array(z.object({ id: z.uuid(), addedAt: z.date(), path: z.string() })),
    })
    .nullable(),
});

const ofItem = z.object({
  deliveries: z.array(deliverySummary),
  /** Accounts that can be chosen, those meant for its kind first. */
  accounts: z.array(
    accountOutput.extend({
      /** Its kind is meant to appear there. */
      meant: z.boolean(),
      /** It goes to people by name, who are chosen for each text. */
      asksRecipients: z.boolean(),
      chosen: z.boolean(),
      choices: z.array(choiceOutput),
      limits: z.array(z.string()),
      /** Why nothing goes out there by itself; null: it does. */
      closed: z.string().nullable(),
      preview: previewOutput,
    }),
  ),
  /** Lists to choose recipients from. */
  lists: z.array(z.object({ id: z.uuid(), name: z.string(), willing: z.number().int() })),
  /** Nobody may publish it before. */
  embargoUntil: z.date().nullable(),
  may: maySchema,
});

export const deliveryContract = {
  deliveries: procedure({
    method: "GET",
    path: "/deliveries",
    summary: "Đăng trên các kênh",
    may: right("read"),
  })
    .input(
      z.object({
        group: z.enum(deliveryGroups).default("todo"),
        accountId: z.uuid("Mã không đúng.").optional(),
        page: z.coerce.number().int().min(1).max(10_000).default(1),
      }),
    )
    .output(
      z.object({
        deliveries: z.array(deliverySummary),
        total: z.number().int(),
        pageSize: z.number().int(),
        counts: z.object({ todo: z.number().int(), waiting: z.number().int(), placed: z.number().int() }),
        paused: z.object({ reason: z.string(), at: z.date() }).nullable(),
      }),
    ),
  delivery: procedure({
    method: "GET",
    path: "/deliveries/{id}",
    summary: "Một lượt đăng",
    may: right("read"),
  })
    .input(id)
    .output(wholeDelivery),
  deliveriesOfContent: procedure({
    method: "GET",
    path: "/content/{id}/deliveries",
    summary: "Bài đăng ở đâu",
    may: right("read"),
  })
    .input(id)
    .output(ofItem),
  planDeliveries: procedure({
    method: "POST",
    path: "/content/{id}/deliveries",
    summary: "Chọn kênh cho bài",
    may: right("plan"),
  })
    .input(
      id.extend({
        accountIds: z.array(z.uuid("Mã không đúng.")).min(1, "Hãy chọn kênh.").max(100),
        wantedAt,
        /** By account. */
        choices: z.record(z.uuid("Mã không đúng."), choices).default({}),
        timeReason,
        /** Of accounts that write to people by name: to whom. */
        release: releaseChoice.nullable().default(null),
      }),
    )
    .output(ofItem),
  changeDelivery: procedure({
    method: "PUT",
    path: "/deliveries/{id}",
    summary: "Đổi giờ, lời đăng của một kênh",
    may: right("write"),
  })
    .input(
      id.extend({
        wantedAt,
        ownText,
        timeReason,
        choices: choices.optional(),
        /** The hour under which the caller saw it; left out, it does not matter. */
        seenAt: z.coerce.date("Giờ đang thấy không đúng.").nullable().optional(),
      }),
    )
    .output(wholeDelivery),
  previewDelivery: procedure({
    method: "POST",
    path: "/deliveries/{id}/preview",
    summary: "Xem trước lời đăng trên kênh",
    may: right("preview"),
  })
    .input(id.extend({ ownText }))
    .output(previewOutput),
  approveDeliveryWords: procedure({
    method: "POST",
    path: "/deliveries/{id}/approve-words",
    summary: "Duyệt lời đăng riêng của kênh",
    may: right("approveWords"),
  })
    .input(id.extend({ ownText: z.string().max(70_000) }))
    .output(wholeDelivery),
  retryDelivery: procedure({
    method: "POST",
    path: "/deliveries/{id}/try-again",
    summary: "Cho đăng lại",
    may: right("tryAgain"),
  })
    .input(id)
    .output(wholeDelivery),
  withdrawDelivery: procedure({
    method: "POST",
    path: "/deliveries/{id}/withdraw",
    summary: "Thôi đăng trên kênh",
    may: right("withdraw"),
  })
    .input(id.extend({ reason: reason.default("") }))
    .output(wholeDelivery),
  decideDelivery: procedure({
    method: "POST",
    path: "/deliveries/{id}/decide",
    summary: "Cho biết bài đã lên kênh hay chưa",
    may: right("decide"),
  })
    .input(id.extend({ stands: z.boolean(), url: url.default(null) }))
    .output(wholeDelivery),
  recordPlacement: procedure({
    method: "POST",
    path: "/deliveries/{id}/placement",
    summary: "Ghi địa chỉ bài đã đăng tay",
    may: right("record"),
  })
    .input(
      id.extend({
        url,
        placedAt: z.coerce.date("Giờ đăng không đúng.").nullable().default(null),
        where: z.string().trim().max(500, "Nơi nhận dài quá 500 ký tự.").default(""),
      }),
    )
    .output(wholeDelivery),
  takeDownDelivery: procedure({
    method: "POST",
    path: "/deliveries/{id}/take-down",
    summary: "Ghi đã gỡ bài khỏi kênh",
    may: right("takeDown"),
  })
    .input(id.extend({ reason }))
    .output(wholeDelivery),
  sayStillThere: procedure({
    method: "POST",
    path: "/deliveries/{id}/still-there",
    summary: "Cho biết bài vẫn còn trên kênh",
    may: right("sayStillThere"),
  })
    .input(id.extend({ reason }))
    .output(wholeDelivery),
  renewPlacement: procedure({
    method: "POST",
    path: "/deliveries/{id}/renew",
    summary: "Ghi đã sửa bài trên kênh theo bản mới",
    may: right("renew"),
  })
    .input(id.extend({ revisionId: z.uuid("Mã không đúng.") }))
    .output(wholeDelivery),
  addDeliveryProof: procedure({
    method: "POST",
    path: "/deliveries/{id}/proofs",
    summary: "Thêm ảnh chụp bài trên kênh",
    may: right("prove"),
  })
    .input(id.extend({ file: z.file().max(20_000_000, "Ảnh lớn hơn 20 MB nên không được nhận.") }))
    .output(wholeDelivery),
};
