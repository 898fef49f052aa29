/** The forms of a picture, by the names that `--format` of `graph` takes. */
export const PICTURE_FORMATS = ["svg", "dot", "mermaid"] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];
