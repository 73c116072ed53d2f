const told = new Set<FieldElement>();

type FieldElement = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isField = (target: EventTarget | null): target is FieldElement =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement;

const wordsFor = (field: FieldElement): string => {
  if (field.validity.valueMissing) return "Hãy điền mục này.";
  return field.type === "url"
    ? "Địa chỉ chưa đúng; hãy gõ cả phần https://."
    : field.type === "email"
      ? "Thư điện tử chưa đúng, ví dụ ten@so.gov.vn."
      : "Nội dung chưa đúng.";
};

/** What was said is taken back before the next try, so that the browser looks at what stands there then. */
function takeBack(): void {
  for (const field of told) field.setCustomValidity("");
  told.clear();
}

/**
 * Says in Vietnamese which field keeps a form from being sent: browsers say it in their own language. A field that
 * brings words of its own keeps them.
 */
export function speakOfMissingFields(page: Document): void {
  page.addEventListener(
    "invalid",
    ({ target }) => {
      if (!isField(target) || target.validity.customError) return;
      target.setCustomValidity(wordsFor(target));
      told.add(target);
    },
    true,
  );
  for (const act of ["click", "keydown", "input", "change"]) page.addEventListener(act, takeBack, true);
}
