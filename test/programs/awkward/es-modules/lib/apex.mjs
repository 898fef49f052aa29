export const apex = "example.com";
