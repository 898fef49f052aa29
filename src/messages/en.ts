import { cloudAccess } from "./en/cloud-access";
import { commands } from "./en/commands";
import { declared } from "./en/declared";
import { doubts } from "./en/doubts";
import { findings } from "./en/findings";
import { help } from "./en/help";
import { inputs } from "./en/inputs";
import { pages } from "./en/pages";
import { plans } from "./en/plans";
import { programs } from "./en/programs";
import { registers } from "./en/registers";
import { remedies } from "./en/remedies";
import { schemas } from "./en/schemas";
import { terraform } from "./en/terraform";
import { values } from "./en/values";
import { verifying } from "./en/verifying";
import { watching } from "./en/watching";
import { words } from "./en/words";
import { yamlPrograms } from "./en/yaml-programs";
import { joined } from "./joined";

/**
 * All texts in English. `{name}` is a parameter; `{name|group}` looks the parameter's value up under `group.value`.
 * Other languages have the same keys, or do not compile.
 */
export const en = joined(
  findings,
  doubts,
  remedies,
  help,
  words,
  pages,
  inputs,
  values,
  plans,
  programs,
  registers,
  yamlPrograms,
  watching,
  commands,
  declared,
  schemas,
  terraform,
  cloudAccess,
  verifying,
);
