import type { Plug } from "#platform/work/plug.ts";
import { auditWords } from "./audit-words.ts";
import {
  dossiersFiguresCommand,
  dossiersImportCommand,
  dossiersTakeBackCommand,
} from "./dossiers.command.ts";
import { dossiersReadCommand } from "./reading/dossiers-read.command.ts";

export const plug: Plug = {
  capability: "timeliness",
  auditWords,
  commands: [dossiersReadCommand, dossiersImportCommand, dossiersTakeBackCommand, dossiersFiguresCommand],
};
