/** The part of the library that tests use; it brings no types. */
declare module 'datapackage' {
  interface Resource {
    read(options: { readonly keyed: true }): Promise<readonly Record<string, unknown>[]>;
  }
  export const Package: {
    load(
      descriptor: unknown,
      options: { readonly basePath: string },
    ): Promise<{ readonly errors: readonly Error[]; readonly resources: readonly Resource[] }>;
  };
}
