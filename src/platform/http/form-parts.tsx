/** @jsxImportSource hono/jsx */

/** A field that people do not see and programs fill. */
export const TRAP = "trang-web";

export function Trap() {
  return (
    <div class="trap" aria-hidden="true">
      <label for={TRAP}>Để trống ô này</label>
      <input id={TRAP} name={TRAP} tabindex={-1} autocomplete="off" />
    </div>
  );
}

/** What is lacking, above the form, each with a way to its field. */
export function Faults({ title, faults }: { title: string; faults: { field: string; message: string }[] }) {
  if (faults.length === 0) return null;
  return (
    <div class="notice" role="alert" aria-labelledby="chua-gui">
      <h2 id="chua-gui">{title}</h2>
      <ul>
        {faults.map(({ field, message }) => (
          <li>
            <a href={`#${field}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
