import { zhCloudAccess } from "./zh/cloud-access";
import { zhCommands } from "./zh/commands";
import { zhDeclared } from "./zh/declared";
import { zhDoubts } from "./zh/doubts";
import { zhFindings } from "./zh/findings";
import { zhHelp } from "./zh/help";
import { zhInputs } from "./zh/inputs";
import { zhPages } from "./zh/pages";
import { zhPlans } from "./zh/plans";
import { zhPrograms } from "./zh/programs";
import { zhRegisters } from "./zh/registers";
import { zhRemedies } from "./zh/remedies";
import { zhSchemas } from "./zh/schemas";
import { zhTerraform } from "./zh/terraform";
import { zhValues } from "./zh/values";
import { zhVerifying } from "./zh/verifying";
import { zhWatching } from "./zh/watching";
import { zhWords } from "./zh/words";
import { zhYamlPrograms } from "./zh/yaml-programs";
import type { Texts } from "./texts";
import { joined } from "./joined";

/**
 * All texts in Simplified Chinese, with the same placeholders as in English. Terms are those of the Chinese console and
 * of MIIT. Parameters, numbers and code stand between spaces, product terms (ECS实例, ICP备案) do not.
 */
export const zh: Texts = joined(
  zhFindings,
  zhDoubts,
  zhRemedies,
  zhHelp,
  zhWords,
  zhPages,
  zhInputs,
  zhValues,
  zhPlans,
  zhPrograms,
  zhRegisters,
  zhYamlPrograms,
  zhWatching,
  zhCommands,
  zhDeclared,
  zhSchemas,
  zhTerraform,
  zhCloudAccess,
  zhVerifying,
);
