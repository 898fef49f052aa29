/** The offline engine for scripts; TypeScript tests import `engine.cjs`, which is the same. */
export { engine, policyAnalyze, preview, stackExport, temporaryBackend, up } from "./engine.cjs";
