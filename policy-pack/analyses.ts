import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import type { AnalyzeStackRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { observe } from "./observe";

/**
 * The stacks that the SDK analyses, one at a time. The SDK makes objects of all resources anew for each policy that it
 * enters, which takes longer than to judge them; after the first policy nobody looks at them.
 */
export class Analyses {
  private request: AnalyzeStackRequest | undefined;

  /** Sees each stack as it is decoded, before the SDK takes its resources. */
  observe(): void {
    observe(AnalyzerService.analyzeStack, (request) => {
      this.request = request;
    });
  }

  /**
   * Leaves nothing to make objects of for the policies that come. That the SDK takes the list as it is and goes through it
   * for each policy is its own business: one that copies it is as slow as before, and says the same.
   */
  release(): void {
    this.request?.getResourcesList().splice(0);
    this.request = undefined;
  }
}
