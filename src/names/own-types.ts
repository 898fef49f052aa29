/** The types of Pulumi's own resources. */

/** A stack. */
export const STACK_TYPE = "pulumi:pulumi:Stack";
/** A reference to another stack. */
export const STACK_REFERENCE_TYPE = "pulumi:pulumi:StackReference";

/** Whether a type is that of a provider. */
export const isProviderType = (type: string): boolean => type.startsWith("pulumi:providers:");
