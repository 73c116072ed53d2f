import { plain } from "#platform/text/unit-named.ts";
import { forceWords } from "../force-words.ts";
import type { Force } from "../official-document.ts";

type Stated = Force | "partly" | "suspended";

/** How lists call a state, by letters alone. */
const words: Record<Stated, string[]> = {
  "in-force": ["con hieu luc", "dang co hieu luc", "co hieu luc", "dang hieu luc", "con hieu luc thi hanh"],
  "not-yet": ["chua co hieu luc", "chua hieu luc", "chua den ngay co hieu luc"],
  ended: [
    ...["het hieu luc", "het hieu luc toan bo", "het hieu luc thi hanh", "khong con hieu luc"],
    ...["da het hieu luc", "bi thay the", "da bi thay the", "bi bai bo", "da bi bai bo", "bai bo"],
  ],
  partly: [
    ...["het hieu luc mot phan", "con hieu luc mot phan", "da sua doi bo sung", "duoc sua doi bo sung"],
    ...["da duoc sua doi bo sung", "bi sua doi bo sung", "da sua doi"],
  ],
  suspended: ["ngung hieu luc", "tam ngung hieu luc", "ngung hieu luc mot phan", "dinh chi"],
  unknown: ["chua ro", "chua xac dinh", "khong xac dinh", "khong ro", "chua ro hieu luc"],
};

const stateIn = (text: string): Stated | null =>
  (Object.keys(words) as Stated[]).find((state) => words[state].includes(plain(text))) ?? null;

/**
 * What to say of a state that a list gives, where the register will show another; null where both say the same. The
 * register works a state out of days and successors: the word of a list never becomes one by itself.
 */
export function stateNote(
  written: string,
  { force, amended }: { force: Force | null; amended: boolean },
): string | null {
  if (plain(written) === "") return null;
  const says = `Danh sách ghi “${written.trim()}”`;
  const state = stateIn(written);
  if (state === null) return `${says}: chưa hiểu là tình trạng nào nên không đối chiếu được.`;
  if (force === null)
    return `${says} nhưng văn bản không có lĩnh vực nên sổ không theo dõi hiệu lực; hãy điền “Lĩnh vực” nếu là văn bản pháp luật.`;
  const shows = `sổ sẽ hiện “${forceWords[force]}”`;
  if (state === "suspended")
    return `${says}; sổ không ghi việc ngưng hiệu lực, ${shows}. Hãy kiểm tra trước khi đưa lên cổng.`;
  if (state === "partly")
    return force === "in-force" && amended
      ? null
      : `${says}; ${shows}${force === "in-force" ? " và chưa có văn bản sửa đổi, bổ sung nào được ghi" : ""}. Hãy ghi văn bản làm hết hiệu lực một phần vào “Được sửa đổi, bổ sung bởi”.`;
  if (state === force) return null;
  return `${says} nhưng theo các ngày và văn bản thay thế, ${shows}. ${
    state === "ended"
      ? "Hãy điền ngày hết hiệu lực hoặc văn bản thay thế."
      : "Hãy kiểm tra các ngày, hoặc văn bản thay thế."
  }`;
}
