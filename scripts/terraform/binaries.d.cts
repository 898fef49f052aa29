export declare const provider: { readonly find: () => string | undefined; readonly version: () => string };
