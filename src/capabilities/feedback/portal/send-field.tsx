/** @jsxImportSource hono/jsx */
import type { Fault, Typed } from "./sent-fields.ts";

interface FieldProps {
  name: keyof Typed;
  label: string;
  hint?: string;
  typed: Typed;
  faults: Fault[];
  type?: string;
  autocomplete?: string;
  rows?: number;
  most: number;
}

/** A field of the form, with what is wrong with it. */
export function Field({
  name,
  label,
  hint,
  typed,
  faults,
  type = "text",
  autocomplete,
  rows,
  most,
}: FieldProps) {
  const wrong = faults.some(({ field }) => field === name) || undefined;
  const about = hint ? `${name}-goi-y` : undefined;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {hint && (
        <p class="hint" id={about}>
          {hint}
        </p>
      )}
      {rows ? (
        <textarea
          id={name}
          name={name}
          rows={rows}
          maxlength={most}
          aria-describedby={about}
          aria-invalid={wrong}
        >
          {typed[name]}
        </textarea>
      ) : (
        <input
          id={name}
          name={name}
          type={type}
          value={typed[name]}
          maxlength={most}
          autocomplete={autocomplete}
          aria-describedby={about}
          aria-invalid={wrong}
        />
      )}
    </div>
  );
}
