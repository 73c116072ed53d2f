/** The package has no types of its own. */
declare module "espeak-ng" {
  interface Espeak {
    FS: { writeFile(path: string, text: string): void; readFile(path: string): Uint8Array };
  }
  export default function espeak(options: {
    arguments: string[];
    preRun: ((module: Espeak) => void)[];
    print: (line: string) => void;
    printErr: (line: string) => void;
  }): Promise<Espeak>;
}
