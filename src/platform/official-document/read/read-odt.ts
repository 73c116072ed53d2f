import type { SourceDocument } from "./block.ts";
import { limits } from "./limits.ts";
import { OdtBody } from "./odt-body.ts";
import { OdtStyles, odfNamespaces, readOdtStyles } from "./odt-styles.ts";
import type { DocumentPackage } from "./open-package.ts";
import { readXml } from "./read-xml.ts";
import { UnreadableDocument } from "./unreadable-document.ts";

async function refuseLocked(source: DocumentPackage): Promise<void> {
  let locked = false;
  await readXml(
    source,
    "META-INF/manifest.xml",
    {
      open: (name) => {
        if (name === "manifest:encryption-data") locked = true;
      },
      close: () => {},
      text: () => {},
    },
    odfNamespaces,
    limits.sidePartBytes,
  );
  if (locked)
    throw new UnreadableDocument(
      "password",
      "Tệp được đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu, lưu lại rồi thử lại.",
    );
}

/** Reads an .odt with its automatic numbers; deleted, hidden, commented and foot-noted text is left out. */
export async function readOdt(source: DocumentPackage): Promise<SourceDocument> {
  await refuseLocked(source);
  const styles = new OdtStyles();
  await readOdtStyles(source, "styles.xml", styles);
  await readOdtStyles(source, "content.xml", styles);
  const body = new OdtBody(styles);
  await readXml(source, "content.xml", body, odfNamespaces);
  if (!body.isText)
    throw new UnreadableDocument(
      "unknown-type",
      "Tệp OpenDocument này là bảng tính hoặc trình chiếu, không phải văn bản; hãy dùng tệp dạng .docx, .odt, .txt hoặc .md.",
    );
  return { format: "odt", blocks: body.blocks, leftOut: body.leftOut };
}
