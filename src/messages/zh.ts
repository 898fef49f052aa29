import { doubts } from "./zh/doubts";
import { findings } from "./zh/findings";
import { remedies } from "./zh/remedies";
import { words } from "./zh/words";
import type { Texts } from "./index";

/**
 * All texts in Simplified Chinese, with the same placeholders as in English. Terms are those of the Chinese console and
 * of MIIT. Parameters, numbers and code stand between spaces, product terms (ECS实例, ICP备案) do not.
 */
export const zh: Texts = { ...findings, ...doubts, ...remedies, ...words };
