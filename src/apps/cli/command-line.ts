export interface CommandLine {
  /** The longest known command that the words begin with. */
  name: string;
  args: string[];
  flags: Record<string, string | boolean>;
}

/**
 * Splits `words` into a known command, its arguments and its flags. `--flag value`, `--flag=value` and bare
 * `--flag` are read; everything after `--` is an argument. Null when no command fits.
 */
export function readCommandLine(words: string[], known: string[]): CommandLine | null {
  const plain = words.filter((word) => !word.startsWith("--"));
  const name = known
    .filter((candidate) => candidate.split(" ").every((part, index) => plain[index] === part))
    .sort((a, b) => b.length - a.length)[0];
  if (name === undefined) return null;
  const args: string[] = [];
  const flags: Record<string, string | boolean> = {};
  let toSkip = name.split(" ").length;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]!;
    if (word === "--") {
      args.push(...words.slice(index + 1));
      break;
    }
    if (word.startsWith("--")) {
      const [flag = "", inline] = word.slice(2).split(/=(.*)/s);
      const next = words[index + 1];
      if (inline !== undefined) flags[flag] = inline;
      else if (next !== undefined && !next.startsWith("--") && !switches.has(flag)) {
        flags[flag] = next;
        index += 1;
      } else flags[flag] = true;
    } else if (toSkip > 0) toSkip -= 1;
    else args.push(word);
  }
  return { name, args, flags };
}

/** Flags that never take a value, so that a file name may follow them. */
const switches = new Set(["json", "calendar", "refresh", "replace", "help"]);
