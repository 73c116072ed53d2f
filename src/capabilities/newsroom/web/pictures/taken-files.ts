/** Bytes of the largest file that the server takes. */
export const LARGEST_PICTURE = 25 * 1024 * 1024;

/** What of some files can become pictures of the text, and a sentence about the rest. */
export function takenFiles(files: FileList | undefined): { pictures: File[]; refused: string | null } {
  const all = [...(files ?? [])];
  const fits = (file: File) => file.type.startsWith("image/") && file.size <= LARGEST_PICTURE;
  const names = (refused: File[]) => refused.map(({ name }) => `“${name}”`).join(", ");
  const other = all.filter(({ type }) => !type.startsWith("image/"));
  const large = all.filter((file) => file.type.startsWith("image/") && !fits(file));
  const sentences = [
    ...(other.length > 0 ? [`${names(other)} không phải ảnh nên không vào bài; bài chỉ nhận tệp ảnh.`] : []),
    ...(large.length > 0
      ? [`${names(large)} lớn hơn 25 MB nên không được nhận; hãy thu nhỏ ảnh rồi thử lại.`]
      : []),
  ];
  return { pictures: all.filter(fits), refused: sentences.join(" ") || null };
}

/** Whether what was copied is one picture and no words: browsers and Word then give both its file and some HTML. */
export function isOnlyPicture(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html.replace(/<!--[\s\S]*?-->/g, ""), "text/html");
  for (const element of body.querySelectorAll("style, script, title, xml")) element.remove();
  return (body.textContent ?? "").trim() === "" && /<(img|v:imagedata)\b/i.test(html);
}
