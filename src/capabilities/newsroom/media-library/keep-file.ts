import { open, readFile, rm } from "node:fs/promises";
import sharp from "sharp";
import { Unacceptable } from "#platform/auth/policy.ts";
import { keepReceivedFile, putFile } from "#platform/files/files.ts";
import { readPdfFacts } from "#platform/official-document/read/pdf/read-pdf.ts";
import { sizeInWords } from "#platform/text/size-in-words.ts";
import { forgetPlace } from "./forget-place.ts";
import { mediaLimits } from "./media-limits.ts";
import { type MediaSort, sortOf, sortOfContent, unknownFile } from "./media-sort.ts";
import { readRecording } from "./read-recording.ts";

/** Pictures are shown at most this wide or high. */
const LARGEST_SIDE = 2000;
const MOST_PIXELS = 60_000_000;

/** Where the picture lies as it came in. */
export const originalKey = (id: string): string => `${id}-original`;

/** What is kept of a file that came in. Pixels as shown; 0 where there is nothing to see. */
export interface KeptFile {
  sort: MediaSort;
  contentType: string;
  width: number;
  height: number;
  bytes: number;
  durationMs: number | null;
  videoCodec: string | null;
  audioCodec: string | null;
  /** Of a document, where it tells. */
  pages: number | null;
  documentTitle: string | null;
}

/** Of what has none of them. */
const noDocument = { pages: null, documentTitle: null };

const refuse = (message: string): never => {
  throw new Unacceptable(message, [{ field: "file", message }]);
};

const unknown = (): never => refuse(unknownFile());

/** @throws Unacceptable when the file is larger than its sort may be */
function needRoom(sort: MediaSort, bytes: number): void {
  const largest = mediaLimits()[sort];
  const { label } = sortOf(sort);
  if (bytes > largest)
    refuse(`${label} lớn hơn ${sizeInWords(largest)} nên không được nhận; hãy thu nhỏ rồi thử lại.`);
}

async function keepPicture(id: string, path: string, bytes: number, bare: boolean): Promise<KeptFile> {
  needRoom("picture", bytes);
  const read = await readFile(path);
  const pixels = () => sharp(read, { limitInputPixels: MOST_PIXELS, failOn: "error", animated: false });
  const picture = pixels();
  const facts = await picture
    .metadata()
    .catch((error: Error) =>
      /pixel limit/.test(error.message)
        ? refuse(
            "Ảnh có quá 60 triệu điểm ảnh nên không được nhận; hãy thu nhỏ (cạnh dài 6.000 điểm ảnh là đủ) rồi thử lại.",
          )
        : unknown(),
    );
  if (!["jpeg", "png", "webp", "gif", "avif", "heif", "tiff"].includes(facts.format ?? "")) unknown();
  const { hasAlpha } = facts;
  const upright = picture
    .rotate()
    .resize(LARGEST_SIDE, LARGEST_SIDE, { fit: "inside", withoutEnlargement: true });
  // Written anew without metadata: no place, no camera, nothing hidden behind the picture.
  const encoded = hasAlpha
    ? upright.png({ compressionLevel: 9 })
    : upright.jpeg({ quality: 82, mozjpeg: true });
  const { data, info } = await encoded
    .toBuffer({ resolveWithObject: true })
    .catch(() =>
      refuse(
        facts.compression === "hevc"
          ? "Ảnh ở dạng HEIC của điện thoại nên chưa đọc được; hãy lưu thành JPEG rồi thử lại."
          : "Tệp này không phải ảnh đọc được: ảnh bị hỏng hoặc lớn bất thường; hãy chụp hoặc lưu lại rồi thử lại.",
      ),
    );
  await putFile(id, data);
  // For the agency's own people, never for the public: as it was taken, or in its full size without metadata.
  if (bare) {
    const whole = pixels().rotate();
    await putFile(
      originalKey(id),
      await (hasAlpha ? whole.png() : whole.jpeg({ quality: 95, chromaSubsampling: "4:4:4" })).toBuffer(),
    );
    await rm(path, { force: true });
  } else await keepReceivedFile(path, originalKey(id));
  return {
    sort: "picture",
    contentType: hasAlpha ? "image/png" : "image/jpeg",
    width: info.width,
    height: info.height,
    bytes: data.length,
    durationMs: null,
    videoCodec: null,
    audioCodec: null,
    ...noDocument,
  };
}

async function keepRecording(id: string, path: string, bytes: number): Promise<KeptFile> {
  const facts = await readRecording(path);
  if (facts === "codec")
    return refuse(
      "Tệp này dùng kiểu nén mà trình duyệt không phát được; hãy xuất thành MP4 (H.264, AAC) hoặc MP3 rồi thử lại. Với bản ghi âm .3gp của điện thoại: chọn kiểu M4A hoặc MP3 trong cài đặt của ứng dụng ghi âm.",
    );
  if (facts === "unreadable")
    return refuse("Video hoặc bản thu này bị hỏng hoặc tải về chưa đủ; hãy xuất lại tệp rồi thử lại.");
  const sort = facts.videoCodec ? "video" : "audio";
  needRoom(sort, bytes);
  if (/mp4|quicktime/.test(facts.contentType)) await forgetPlace(path);
  await keepReceivedFile(path, id);
  return { sort, bytes, ...facts, ...noDocument };
}

async function keepDocument(id: string, path: string, bytes: number, tail: Buffer): Promise<KeptFile> {
  needRoom("document", bytes);
  if (!tail.includes("%%EOF"))
    refuse("Tệp PDF này bị hỏng hoặc tải về chưa đủ; hãy mở lại, lưu bản mới rồi thử lại.");
  const facts = await readPdfFacts(await readFile(path));
  await keepReceivedFile(path, id);
  return {
    sort: "document",
    contentType: "application/pdf",
    width: 0,
    height: 0,
    bytes,
    durationMs: null,
    videoCodec: null,
    audioCodec: null,
    pages: facts?.pages ?? null,
    documentTitle: facts?.title ?? null,
  };
}

/**
 * Looks at what the file at `path` is by its content, whatever its name says, and puts what is kept of it into the
 * store under `id`; `bare`: of a picture neither place nor camera stays, in the original either. @throws Unacceptable in
 * words for whoever sent it
 */
export async function keepFile(
  id: string,
  path: string,
  { bare = false }: { bare?: boolean } = {},
): Promise<KeptFile> {
  const file = await open(path);
  const head = Buffer.alloc(16);
  const tail = Buffer.alloc(2048);
  let size: number;
  try {
    size = (await file.stat()).size;
    await file.read(head, 0, head.length, 0);
    await file.read(tail, 0, tail.length, Math.max(0, size - tail.length));
  } finally {
    await file.close();
  }
  if (size === 0) return refuse("Tệp này rỗng; hãy chọn tệp khác.");
  const seems = sortOfContent(head);
  if (seems === "picture") return keepPicture(id, path, size, bare);
  if (seems === "recording") return keepRecording(id, path, size);
  if (seems === "document") return keepDocument(id, path, size, tail);
  return refuse(unknownFile(head));
}
