import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { organizationPolicy } from "../policy.ts";

const manage = organizationPolicy.right("manage");
const appointment = z.object({ id: z.uuid("Mã không đúng.") });

const contactOutput = z.object({
  name: z.string(),
  jobTitle: z.string().nullable(),
  /** Null: the whole agency. */
  unitName: z.string().nullable(),
  matter: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});
const directoryOutput = z.object({
  agencies: z.array(z.object({ name: z.string(), contacts: z.array(contactOutput) })),
  /** What the caller's agency shares. */
  own: z.array(
    contactOutput.extend({
      appointmentId: z.uuid(),
      sharedByName: z.string().nullable(),
      sharedAt: z.date(),
    }),
  ),
  /** Appointments in force that could be shared; empty for who may not. */
  candidates: z.array(
    z.object({
      appointmentId: z.uuid(),
      name: z.string(),
      role: z.string(),
      unitName: z.string().nullable(),
      phone: z.string().nullable(),
      email: z.string(),
    }),
  ),
  may: maySchema,
});

export const directoryContract = {
  directory: procedure({
    method: "GET",
    path: "/directory",
    summary: "Danh bạ đầu mối mà các cơ quan trên hệ thống chia sẻ",
    may: organizationPolicy.right("read"),
  }).output(directoryOutput),
  shareContact: procedure({
    method: "PUT",
    path: "/appointments/{id}/shared-contact",
    summary: "Chia sẻ một đầu mối của cơ quan cho các cơ quan khác",
    may: manage,
  })
    .input(
      appointment.extend({
        matter: z
          .string()
          .trim()
          .max(200, "Nội dung liên hệ dài quá 200 ký tự.")
          .nullable()
          .default(null)
          .transform((text) => text || null),
        showsPhone: z.boolean(),
        showsEmail: z.boolean(),
      }),
    )
    .output(directoryOutput),
  endSharingContact: procedure({
    method: "DELETE",
    path: "/appointments/{id}/shared-contact",
    summary: "Thôi chia sẻ một đầu mối của cơ quan",
    may: manage,
  })
    .input(appointment)
    .output(directoryOutput),
};
