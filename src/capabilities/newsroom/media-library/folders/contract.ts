import { z } from "zod";
import { maySchema, procedure } from "#platform/auth/contract-base.ts";
import { folderPolicy } from "./policy.ts";

const id = z.uuid("Mã không đúng.");
const name = z.string().trim().min(1, "Hãy đặt tên cho thư mục.").max(80, "Tên thư mục dài nhất 80 ký tự.");

/** All folders of the agency by name; whose parent is null lie at the top. */
const folders = z.object({
  folders: z.array(
    z.object({
      id: z.uuid(),
      parentId: z.uuid().nullable(),
      name: z.string(),
      /** What lies in it itself; the bin left out. */
      count: z.number().int(),
      madeByName: z.string(),
      may: maySchema,
    }),
  ),
  may: maySchema,
});

export const folderContract = {
  mediaFolders: procedure({
    method: "GET",
    path: "/media-folders",
    summary: "Mọi thư mục của kho tư liệu, xếp theo tên",
    may: folderPolicy.right("read"),
  })
    .input(z.object({}))
    .output(folders),
  makeFolder: procedure({
    method: "POST",
    path: "/media-folders",
    summary: "Lập một thư mục trong kho tư liệu",
    may: folderPolicy.right("make"),
  })
    .input(z.object({ name, parentId: id.nullable().default(null) }))
    .output(folders),
  renameFolder: procedure({
    method: "PUT",
    path: "/media-folders/{id}",
    summary: "Đổi tên một thư mục",
    may: folderPolicy.right("change"),
  })
    .input(z.object({ id, name }))
    .output(folders),
  removeFolder: procedure({
    method: "DELETE",
    path: "/media-folders/{id}",
    summary: "Xóa một thư mục rỗng, hoặc chuyển những gì trong đó lên trên rồi xóa",
    may: folderPolicy.right("change"),
  })
    .input(z.object({ id, moveUp: z.stringbool().or(z.boolean()).default(false) }))
    .output(folders),
  moveMedia: procedure({
    method: "POST",
    path: "/media-moves",
    summary: "Chuyển một hay nhiều tư liệu vào một thư mục; null: ra khỏi thư mục",
    may: folderPolicy.right("fill"),
  })
    .input(
      z.object({
        ids: z
          .array(id)
          .min(1, "Hãy chọn tư liệu cần chuyển.")
          .max(200, "Mỗi lần chuyển nhiều nhất 200 tư liệu."),
        folderId: id.nullable(),
      }),
    )
    .output(z.object({ moved: z.array(z.object({ id: z.uuid(), fromFolderId: z.uuid().nullable() })) })),
};
